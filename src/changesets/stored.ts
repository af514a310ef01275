/** What the graph holds of the things that a draft names, read inside the transaction that will write. */
import { groupBy } from '../graph/group-by.js';
import {
  isObservation,
  labelOf,
  linkedIds,
  observationLinks,
  relationModel,
  type Label,
  type RelationType,
} from '../model/model.js';
import type { Transaction } from '../graph/port.js';
import { cypher, nameOf, query, type CypherText, type Statement } from '../graph/query.js';
import { nestedEvidence } from '../graph/stored/fields.js';
import {
  claimRecordOf,
  observationRecordOf,
  relationRecordOf,
  type DocumentRow,
  type StoredRelationRow,
} from '../graph/stored/record-reader.js';
import type { ClaimRecord, EntityRecord, RelationRecord } from '../graph/stored/record-types.js';
import type { ClaimRow, NodeRow, Properties } from '../graph/stored/rows.js';
import { entityRecordOf } from '../graph/stored/storage.js';

type Ids = { readonly ids: readonly string[] };
type Facts = { readonly rows: readonly { readonly subject: string; readonly predicates: readonly string[] }[] };
type Ends = { readonly rows: readonly { readonly source: string; readonly targets: readonly string[] }[] };
interface ClaimRowRead {
  readonly claim: Properties;
  readonly documents: readonly DocumentRow[];
}
type Joined<One extends string, Many extends string> = {
  readonly rows: readonly (Readonly<Record<One, string>> & Readonly<Record<Many, readonly string[]>>)[];
};

const entitiesById = query<Ids, NodeRow>('entity/by-id');
const merged = query<Ids, { id: string; into: string }>('entity/merged');
const givenAway = query<Ids, Pick<NodeRow, 'node'> & { into: string }>('entity/given-away');
const claimsById = query<Ids, { claim: Properties }>('claim/stored');
const wholeById = query<Ids, ClaimRow>('claim/by-id');
const evidenceById = query<Ids, { claim: string; evidence: Properties; document: string }, 'limit'>('claim/evidence');
const observationsById = query<Ids, { readonly node: Properties }>('observation/by-id');
const claimsOfObjects = query<Joined<'object' | 'predicate', 'subjects'>, ClaimRowRead>('claim/of-objects');
const claimsOfFacts = query<Facts, ClaimRowRead, 'label'>('claim/of-facts');
const relationsOfFacts = query<Ends, Pick<StoredRelationRow, 'source' | 'target' | 'relation'>, 'type'>('relation/of-facts');
const relationsOfTargets = query<Joined<'target', 'sources'>, Pick<StoredRelationRow, 'source' | 'target' | 'relation'>, 'type'>(
  'relation/of-targets',
);
const claimsInto = query<Ids, ClaimRowRead, 'type'>('claim/into');
const chains = query<Ids, { ids: readonly string[] }, 'type'>('relation/chains');

export interface StoredClaim extends ClaimRecord {
  readonly retractedAt: string | undefined;
}

/** Values of one statement: an engine takes them over on the main thread, a thousand in some milliseconds. */
const together = 1_000;

/** The rows for all items, which are asked for in parts. */
async function rowsFor<T, Row>(
  { run }: Transaction,
  items: Iterable<T>,
  statement: (part: readonly T[]) => Statement<Row>,
): Promise<Row[]> {
  const all = [...items];
  const rows: Row[] = [];
  for (let from = 0; from < all.length; from += together)
    for (const row of await run(statement(all.slice(from, from + together)))) rows.push(row);
  return rows;
}

/** The entities with these ids that exist. */
export async function storedEntities(transaction: Transaction, ids: Iterable<string>): Promise<Map<string, EntityRecord>> {
  const rows = await rowsFor(transaction, new Set(ids), (part) => entitiesById({ ids: part }));
  return new Map(rows.map((row) => [row.node['id'] as string, entityRecordOf(row)]));
}

/** Of these ids those of entities that were merged, each with the one that they lead to. */
export async function mergedEntities(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsFor(transaction, ids, (part) => merged({ ids: part }));
  return new Map(rows.map(({ id, into }) => [id, into]));
}

/** The merged entities as they were, each with the entity that replaced it, as long as that one exists. */
export async function givenAwayEntities(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, { readonly entity: EntityRecord; readonly into: string }>> {
  const rows = await rowsFor(transaction, ids, (part) => givenAway({ ids: part }));
  return new Map(
    rows.map(({ node, into }) => {
      const id = node['id'] as string;
      return [id, { entity: entityRecordOf({ node, labels: [labelOf(id) as Label] }), into }];
    }),
  );
}

/** The claims with these ids that are recorded, live or not. */
export async function storedClaims(transaction: Transaction, ids: Iterable<string>): Promise<Map<string, StoredClaim>> {
  const rows = await rowsFor(transaction, new Set(ids), (part) => claimsById({ ids: part }));
  return new Map(
    rows.map(({ claim }) => [
      claim['id'] as string,
      { ...claimRecordOf(claim, []), retractedAt: (claim['retractedAt'] ?? undefined) as string | undefined },
    ]),
  );
}

/** A claim with all that it rests on, as a draft would make it again. */
export type WholeClaim = Omit<ClaimRecord, 'repeats'>;

/** The claims with these ids whole, live or not. */
export async function wholeClaims(transaction: Transaction, ids: readonly string[]): Promise<WholeClaim[]> {
  const rows = await rowsFor(transaction, ids, (part) => wholeById({ ids: part }));
  const evidenceRows = await rowsFor(transaction, ids, (part) => evidenceById({ ids: part }, { limit: cypher`` }));
  const evidence = groupBy(evidenceRows, (row) => row.claim);
  return rows.map(({ claim, attributedTo }) => {
    const { repeats: _, ...record } = claimRecordOf(claim, []);
    const own = evidence.get(record.id) ?? [];
    return { ...record, attributedTo, evidence: own.map((row) => nestedEvidence({ ...row.evidence, document: row.document })) };
  });
}

export interface StoredObservation {
  readonly isLive: boolean;
  /** The ids of the entities that it leads to. */
  readonly of: readonly string[];
}

/** The observations with these ids that are recorded. */
export async function storedObservations(
  transaction: Transaction,
  ids: Iterable<string>,
): Promise<Map<string, StoredObservation>> {
  const rows = await rowsFor(transaction, new Set(ids), (part) => observationsById({ ids: part }));
  return new Map(
    rows.map(({ node }) => {
      const of = observationLinks.flatMap((link) => linkedIds(observationRecordOf(node), link));
      return [node['id'] as string, { isLive: node['retractedAt'] == null, of }];
    }),
  );
}

/** The live claims with a subject and a predicate of these; where an object is given, those with another may be missing. */
export async function liveClaims(transaction: Transaction, facts: Iterable<End>): Promise<ClaimRecord[]> {
  const found = new Map<string, ClaimRecord>();
  const keep = (read: readonly ClaimRowRead[]) => {
    for (const { claim, documents } of read) found.set(claim['id'] as string, claimRecordOf(claim, documents));
  };
  const { fromSubject, fromObject } = sides(facts);
  if (fromObject.length > 0) {
    const byObject = groupBy(fromObject, ({ object, predicate }) => JSON.stringify([object, predicate]));
    const rows = [...byObject.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const subjects = [...new Set([first, ...others].map(({ subject }) => subject))];
      return [{ object: first.object ?? '', predicate: first.predicate, subjects }];
    });
    keep(await rowsFor(transaction, rows, (part) => claimsOfObjects({ rows: part })));
  }
  const rows = [...groupBy(fromSubject, ({ subject }) => subject)].map(([subject, group]) => ({
    subject,
    predicates: [...new Set(group.map(({ predicate }) => predicate))],
  }));
  for (const [label, group] of groupBy(rows, ({ subject }) => (isObservation(subject) ? 'Observation' : 'Entity'))) {
    keep(await rowsFor(transaction, group, (part) => claimsOfFacts({ rows: part }, { label: nameOf(label) })));
  }
  return [...found.values()];
}

/** The live claims that join others to these entities, or that rest on these documents. */
export async function liveClaimsInto(
  transaction: Transaction,
  edge: 'OBJECT' | 'EVIDENCED_BY',
  ids: readonly string[],
): Promise<ClaimRecord[]> {
  const slots = { type: edge as string as CypherText };
  const rows = await rowsFor(transaction, ids, (part) => claimsInto({ ids: part }, slots));
  return rows.map(({ claim, documents }) => claimRecordOf(claim, documents));
}

type End = Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>;

/** From which end each fact is found: from the one that fewer speak of. A ministry issues thousands of policies, and a province is covered by as many. */
function sides<T extends End>(facts: Iterable<T>): { readonly fromSubject: T[]; readonly fromObject: T[] } {
  const all = [...facts];
  const joined = all.filter(({ object }) => object !== undefined);
  const ofSubject = tally(joined, ({ subject }) => subject);
  const ofObject = tally(joined, ({ object = '' }) => object);
  const [fromSubject, fromObject]: [T[], T[]] = [[], []];
  for (const fact of all) {
    const more = fact.object === undefined ? -1 : ofSubject(fact) - ofObject(fact);
    (more > 0 || (more === 0 && leavesAgencies(fact.predicate)) ? fromObject : fromSubject).push(fact);
  }
  return { fromSubject, fromObject };
}

/** How many facts of its predicate each end has. */
function tally<T extends End>(facts: readonly T[], endOf: (fact: T) => string): (fact: T) => number {
  const counts = new Map<string, Map<string, number>>();
  for (const fact of facts) {
    const ends = counts.get(fact.predicate) ?? new Map<string, number>();
    counts.set(fact.predicate, ends);
    ends.set(endOf(fact), (ends.get(endOf(fact)) ?? 0) + 1);
  }
  return (fact) => counts.get(fact.predicate)?.get(endOf(fact)) ?? 0;
}

/** Relations of agencies alone: an agency has many of them, what it issues or runs has few. */
const leavesAgencies = (predicate: string): boolean => {
  const from = relationModel(predicate)?.from;
  return from?.length === 1 && from[0] === 'Agency';
};

/** The current relations between these ends. */
export async function storedRelations(
  transaction: Transaction,
  facts: Iterable<Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>>,
): Promise<RelationRecord[]> {
  const found: RelationRecord[] = [];
  const { fromSubject, fromObject } = sides(facts);
  for (const [type, group] of groupBy(fromObject, ({ predicate }) => predicate as RelationType)) {
    const rows = [...groupBy(group, ({ object = '' }) => object)].map(([target, ends]) => ({
      target,
      sources: [...new Set(ends.map(({ subject }) => subject))],
    }));
    const read = await rowsFor(transaction, rows, (part) => relationsOfTargets({ rows: part }, { type: nameOf(type) }));
    for (const row of read) found.push(relationRecordOf(type, row));
  }
  for (const [type, group] of groupBy(fromSubject, ({ predicate }) => predicate as RelationType)) {
    const rows = [...groupBy(group, ({ subject }) => subject)].map(([source, ends]) => ({
      source,
      targets: [...new Set(ends.map(({ object = '' }) => object))],
    }));
    const read = await rowsFor(transaction, rows, (part) => relationsOfFacts({ rows: part }, { type: nameOf(type) }));
    for (const row of read) found.push(relationRecordOf(type, row));
  }
  return found;
}

/** Of the relations that must not lead back to where they began, those that go on from where these claims lead. */
export async function onwardSteps(
  transaction: Transaction,
  claims: Iterable<Pick<ClaimRecord, 'predicate' | 'object'>>,
): Promise<Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>[]> {
  const steps: Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>[] = [];
  for (const [type, group] of groupBy(claims, ({ predicate }) => predicate)) {
    if (relationModel(type)?.acyclic !== true) continue;
    const ids = new Set(group.map(({ object = '' }) => object));
    const slots = { type: nameOf(type as RelationType) };
    for (const path of await rowsFor(transaction, ids, (part) => chains({ ids: part }, slots)))
      steps.push(...path.ids.slice(1).map((object, index) => ({ subject: path.ids[index] ?? '', predicate: type, object })));
  }
  return steps;
}
