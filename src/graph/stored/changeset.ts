/** A write as one transaction of statements. */
import { groupBy } from '../group-by.js';
import {
  claimLinks,
  isObservation,
  labelOf,
  linkedIds,
  observationLinks,
  type ClaimEdge,
  type Label,
  type Link,
  type ObservationEdge,
  type RecordLabel,
  type RelationType,
} from '../../model/model.js';
import { countStatements } from '../counts.js';
import { nameOf, query, type CypherText, type Statement } from '../query.js';
import { differenceStatements } from './differing.js';
import type { ClaimRecord, EntityRecord, ObservationRecord, RelationRecord, Redirect } from './record-types.js';
import {
  present,
  storedClaim,
  storedEntity,
  storedEvidence,
  storedObservation,
  storedRelation,
  tokensOf,
  type Stored,
} from './storage.js';

/** Who wrote, when, why, and from where. */
export interface Changeset {
  readonly id: string;
  readonly author: string;
  /** Who published it, where it was a draft. */
  readonly publisher?: string | undefined;
  readonly reason: string;
  /** What it came from: "built-in" for the data that the service brings. */
  readonly origin: string;
  /** ISO instant, UTC. */
  readonly recordedAt: string;
  readonly dataVersion?: string | undefined;
  /** SHA-256 of what was asked for: another draft may not come under the same id. */
  readonly digest?: string | undefined;
  /** What it changed, in order: the entries of src/changesets/report.ts, packed in chunks. */
  readonly entries?: readonly string[] | undefined;
}

/** Everything that one changeset changes. */
export interface Change {
  readonly changeset: Changeset;
  readonly entities: readonly EntityRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly observations: readonly ObservationRecord[];
  readonly retractedClaims: readonly string[];
  /** Claims that were retracted, each with the one that took its place. */
  readonly supersededClaims?: readonly (readonly [claim: string, by: string])[];
  /** Entities that leave the graph for others that they are the same as. */
  readonly mergedEntities?: readonly { readonly entity: string; readonly into: string }[];
  /** Ids that lead to entities from now on. */
  readonly redirects?: readonly Redirect[];
  /** Entities that come back from those that they were merged into. */
  readonly restoredEntities?: readonly { readonly entity: string; readonly into: string }[];
  readonly retractedObservations?: readonly string[];
  readonly restoredObservations?: readonly string[];
  readonly addedRelations: readonly RelationRecord[];
  readonly removedRelations: readonly RelationRecord[];
}

type Rows<T> = { readonly rows: readonly T[] };
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly properties: Stored;
}

const createChangeset = query<{ properties: Stored }, never>('changeset/create');
type InChangeset<T> = Rows<T> & { readonly changeset: string };
const writeEntities = query<
  InChangeset<{ id: string; properties: Stored; tokens: Stored }> & { recordedAt: string },
  never,
  'label'
>('entity/write');
const createClaims = query<InChangeset<Stored>, never, 'label'>('claim/create');
const retractClaims = query<{ ids: readonly string[]; at: string }, never>('claim/retract');
const retractObservations = query<{ ids: readonly string[]; at: string }, never>('observation/retract');
const restoreObservations = query<{ ids: readonly string[]; at: string }, never>('observation/restore');
const mergeEntities = query<Rows<{ id: string; into: string }>, never, 'label'>('entity/merge');
const redirectIds = query<Rows<Redirect>, never>('entity/redirect');
const restoreEntities = query<{ ids: readonly string[] }, never, 'label'>('entity/restore');
const createObservations = query<Rows<{ id: string; properties: Stored }>, never>('observation/create');
const createEdges = query<Rows<Edge>, never, 'from' | 'type' | 'to'>('edge/create');
const joinNodes = query<Rows<{ to: string; from: readonly string[] }>, never, 'from' | 'type' | 'to'>('edge/join');
const closeRelations = query<Rows<{ id: string; from: string }> & { at: string }, never, 'type'>('relation/close');

/** Rows of one statement: an engine takes them over on the main thread, 10,000 in 100 to 500 ms. */
const chunk = 500;

/** The statements of a change, in the order in which they must run. The first refuses to run twice. */
export function statementsOf(change: Change): Statement<unknown>[] {
  return [
    createChangeset({ properties: present({ ...change.changeset }) }),
    ...newNodes(change),
    ...recordEdges(change),
    ...endedRecords(change),
    ...relationStatements(change),
    ...differenceStatements(change),
    ...byLabel(change.mergedEntities ?? []).map(([label, group]) =>
      mergeEntities({ rows: group.map(({ entity, into }) => ({ id: entity, into })) }, { label: nameOf(label) }),
    ),
    ...countStatements(change),
  ];
}

/** Entities first: claims and observations are joined to them. */
function newNodes({ changeset, entities, claims, observations, restoredEntities = [], redirects = [] }: Change) {
  const recorded = (row: ObservationRecord) => ({ id: row.id, properties: storedObservation(row, changeset.recordedAt) });
  return [
    ...byLabel(restoredEntities).map(([label, group]) =>
      restoreEntities({ ids: group.map(({ entity }) => entity) }, { label: nameOf(label) }),
    ),
    ...[...groupBy(entities, ({ label }) => label)].flatMap(([label, group]) => entityStatements(label, group, changeset)),
    ...chunks(redirects).map((rows) => redirectIds({ rows })),
    ...chunks(observations).map((rows) => createObservations({ rows: rows.map(recorded) })),
    ...[...groupBy(claims, subjectOf)].flatMap(([label, group]) => claimStatements(label, group, changeset)),
  ];
}

/** What joins new claims and observations to entities. A claim is created with its subject. */
function recordEdges({ claims, observations }: Change): Statement<unknown>[] {
  const linked = (label: RecordLabel, records: readonly { readonly id: string }[], links: readonly Link[]) =>
    links.flatMap((link) =>
      edges(
        label,
        link.edge as RecordEdge,
        'Entity',
        records.flatMap((record) => linkedIds(record, link).map((id) => edge(record.id, id))),
      ),
    );
  const evidence = claims.flatMap((claim) =>
    claim.evidence.map((item, position) => ({
      from: claim.id,
      to: item.document,
      properties: storedEvidence(item, position),
    })),
  );
  return [
    ...linked('Observation', observations, observationLinks),
    ...linked(
      'Claim',
      claims,
      claimLinks.filter(({ field }) => field !== 'subject'),
    ),
    ...edges('Claim', 'EVIDENCED_BY', 'Entity', evidence),
  ];
}

/** What ends, and observations that are recorded again. */
function endedRecords({ changeset: { id, recordedAt: at }, retractedClaims, ...change }: Change): Statement<unknown>[] {
  const { supersededClaims = [], retractedObservations = [], restoredObservations = [] } = change;
  const retractions = retractedClaims.map((claim) => edge(claim, id));
  const successions = supersededClaims.map(([claim, by]) => edge(claim, by));
  return [
    ...chunks(retractedClaims).map((ids) => retractClaims({ ids, at })),
    ...edges('Claim', 'RETRACTED_IN', 'Changeset', retractions),
    ...edges('Claim', 'SUPERSEDED_BY', 'Claim', successions),
    ...chunks(retractedObservations).map((ids) => retractObservations({ ids, at })),
    ...chunks(restoredObservations).map((ids) => restoreObservations({ ids, at })),
  ];
}

function relationStatements({ changeset: { recordedAt }, removedRelations, addedRelations }: Change): Statement<unknown>[] {
  const added = (relation: RelationRecord): Edge => {
    const properties = { ...storedRelation(relation), knownFrom: recordedAt };
    return { from: relation.from, to: relation.to, properties };
  };
  return [
    ...byType(removedRelations).flatMap(([type, group]) => closingStatements(type, group, recordedAt)),
    ...byType(addedRelations).flatMap(([type, group]) => edges('Entity', type, 'Entity', group.map(added))),
  ];
}

const byType = (relations: readonly RelationRecord[]) => [...groupBy(relations, ({ type }) => type)];
const byLabel = <T extends { readonly entity: string }>(items: readonly T[]) => [
  ...groupBy(items, ({ entity }) => labelOf(entity) as Label),
];

function entityStatements(label: Label, entities: readonly EntityRecord[], { id, recordedAt }: Changeset): Statement<unknown>[] {
  return chunks(entities).map((part) => {
    const rows = part.map((row) => ({ id: row.id, properties: storedEntity(row), tokens: tokensOf(row) }));
    return writeEntities({ rows, changeset: id, recordedAt }, { label: nameOf(label) });
  });
}

function claimStatements(
  label: 'Entity' | 'Observation',
  claims: readonly ClaimRecord[],
  { id, recordedAt }: Changeset,
): Statement<unknown>[] {
  return chunks(claims).map((part) =>
    createClaims({ rows: part.map((row) => storedClaim(row, recordedAt)), changeset: id }, { label: nameOf(label) }),
  );
}

function closingStatements(type: RelationType, relations: readonly RelationRecord[], at: string): Statement<unknown>[] {
  return chunks(relations).map((rows) =>
    closeRelations({ rows: rows.map(({ id, from }) => ({ id, from })), at }, { type: nameOf(type) }),
  );
}

/** Relationships that belong to claims and observations; those of the model join entities. */
type RecordEdge = ClaimEdge | ObservationEdge | 'RETRACTED_IN' | 'SUPERSEDED_BY';
type Node = 'Entity' | RecordLabel | 'Changeset';

function edges(from: Node, type: RecordEdge | RelationType, to: Node, rows: readonly Edge[]): Statement<unknown>[] {
  const slots = { from: nameOf(from), type: type as string as CypherText, to: nameOf(to) };
  const sayMore = rows.some(({ properties }) => Object.keys(properties).length > 0);
  return chunks(rows).map((part) => (sayMore ? createEdges({ rows: part }, slots) : joinNodes({ rows: byTarget(part) }, slots)));
}

/** Half the time of an engine goes into taking over parameters: what is said once is taken over once. */
const byTarget = (rows: readonly Edge[]) =>
  [...groupBy(rows, ({ to }) => to)].map(([to, group]) => ({ to, from: group.map(({ from }) => from) }));

const edge = (from: string, to: string): Edge => ({ from, to, properties: {} });
const subjectOf = ({ subject }: ClaimRecord) => (isObservation(subject) ? 'Observation' : 'Entity');

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) => rows.slice(index * chunk, (index + 1) * chunk));
}
