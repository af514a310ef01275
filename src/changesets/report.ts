/** What a changeset changed, or would change. */

/** One change: kept with the changeset, in the order in which they were made. */
export interface Entry {
  readonly kind:
    | 'ENTITY_CREATED'
    | 'ENTITY_UPDATED'
    | 'ENTITY_MERGED'
    | 'ENTITY_RESTORED'
    | 'REDIRECT_RECORDED'
    | 'CLAIM_ASSERTED'
    | 'CLAIM_RETRACTED'
    | 'OBSERVATION_RECORDED'
    | 'OBSERVATION_RETRACTED'
    | 'RELATION_ADDED'
    | 'RELATION_REMOVED';
  readonly id: string;
  /** The label of an entity, the type of a relation, the predicate of a claim, the indicator of an observation. */
  readonly type: string;
  /** The subject of a claim, the source of a relation. */
  readonly from?: string | undefined;
  /** The object of a claim, the target of a relation. */
  readonly to?: string | undefined;
  /** The claim that took the place of a retracted one. */
  readonly by?: string | undefined;
  /** What changed of an entity. */
  readonly fields?: readonly FieldChange[] | undefined;
}

export interface FieldChange {
  readonly name: string;
  /** As JSON; undefined where there was nothing. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export interface Report {
  readonly outcome:
    | 'LANDED' // written now
    | 'REPEATED' // written before, under the same id
    | 'UNCHANGED' // the graph says all of it already; nothing was recorded
    | 'DRY_RUN' // checked, and not written
    | 'DRAFTED'; // checked, and kept for somebody to publish
  readonly changeset: string;
  readonly entries: readonly Entry[];
}
