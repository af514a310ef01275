/** What somebody wants to write, before it is held to the model and to what the graph holds. */
import type { Label } from '../model/model.js';
import type { ObservationRecord, Redirect } from '../graph/stored/record-types.js';
import type { ClaimDraft } from './claims.js';
import type { RawEntity } from './entities.js';
import type { Located } from './problem.js';

export interface Draft {
  /** The caller's own: a draft that comes twice under one id lands once. */
  readonly id: string;
  readonly author: string;
  /** Who publishes it, where somebody else wrote it for them to see first. */
  readonly publisher?: string | undefined;
  readonly reason: string;
  /** Where it comes from: a file, "api", or "built-in". */
  readonly origin: string;
  /** The types of entities that its author may change and make claims about; all by default. */
  readonly types?: readonly Label[] | undefined;
  /** For the data that the service brings. */
  readonly dataVersion?: string;
  readonly entities: readonly Located<EntityDraft>[];
  readonly claims: readonly Located<ClaimDraft>[];
  readonly observations: readonly Located<ObservationRecord>[];
  readonly retractions: readonly Located<Retraction>[];
  /** Entities that are the same as others: all that is said of them is said of the others. */
  readonly merges?: readonly Located<Merge>[];
  /** Entities that come back: merges that are undone. */
  readonly restorations?: readonly Located<Merge>[];
  /** Ids that lead to other entities, since they were merged in the graph that this comes from. */
  readonly redirects?: readonly Located<Redirect>[];
  /** Claims that are about another entity than they say. */
  readonly splits?: readonly Located<Split>[];
}

export interface Merge {
  readonly entity: string;
  /** The one that stays. */
  readonly into: string;
}

export interface Split {
  readonly entity: string;
  /** The one that the claims are about; it may be new. */
  readonly into: string;
  readonly claims: readonly string[];
}

/** An entity as it shall be. Of one that is in the graph, what is left out stays as it is, and what is null is taken away. */
export type EntityDraft = RawEntity & {
  /** Refuses the draft when the entity is at another version. */
  readonly expectedVersion?: number | undefined;
};

interface Retraction {
  readonly claim: string;
}

/** A draft of nothing, for those who fill in a part. */
export const emptyDraft = { entities: [], claims: [], observations: [], retractions: [] } as const;
