/** What the graph holds of the things that a draft names, read inside the transaction that will write. */
import { groupBy } from '../graph/group-by.js';
import { relations, type RelationModel, type RelationType } from '../graph/model.js';
import type { Transaction } from '../graph/port.js';
import { nameOf, query } from '../graph/query.js';
import { claimRecordOf, evidenceRecordOf, relationRecordOf, type StoredRelationRow } from '../graph/record-reader.js';
import type { ClaimRecord, EntityRecord, RelationRecord } from '../graph/records.js';
import type { ClaimRow, NodeRow, Properties } from '../graph/rows.js';
import { entityRecordOf } from '../graph/storage.js';

type Ids = { readonly ids: readonly string[] };
type Facts = { readonly rows: readonly { readonly subject: string; readonly predicates: readonly string[] }[] };
type Ends = { readonly rows: readonly { readonly source: string; readonly targets: readonly string[] }[] };

const entitiesById = query<Ids, NodeRow>('entity/by-id');
const merged = query<Ids, { id: string; into: string }>('entity/merged');
const claimsById = query<Ids, { claim: Properties }>('claim/stored');
const wholeById = query<Ids, ClaimRow>('claim/by-id');
const evidenceById = query<Ids, { claim: string; evidence: Properties; document: string }>('claim/evidence');
const observationsById = query<Ids, { id: string; retractedAt: string | null }>('observation/stored');
const claimsOfFacts = query<Facts, { claim: Properties; documents: readonly string[] }, 'label'>('claim/of-facts');
const relationsOfFacts = query<Ends, Pick<StoredRelationRow, 'source' | 'target' | 'relation'>, 'type'>('relation/of-facts');
const chains = query<Ids, { ids: readonly string[] }, 'type'>('relation/chains');

export interface StoredClaim extends ClaimRecord {
  readonly retractedAt: string | undefined;
}

/** The entities with these ids that are there. */
export async function storedEntities({ run }: Transaction, ids: Iterable<string>): Promise<Map<string, EntityRecord>> {
  const rows = await run(entitiesById({ ids: [...new Set(ids)] }));
  return new Map(rows.map((row) => [row.node['id'] as string, entityRecordOf(row)]));
}

/** Of these ids those of entities that were merged, each with the one that they lead to. */
export async function mergedEntities({ run }: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  return ids.length === 0 ? new Map() : new Map((await run(merged({ ids }))).map(({ id, into }) => [id, into]));
}

/** The claims with these ids that are recorded, live or not. */
export async function storedClaims({ run }: Transaction, ids: Iterable<string>): Promise<Map<string, StoredClaim>> {
  const rows = await run(claimsById({ ids: [...new Set(ids)] }));
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
export async function wholeClaims({ run }: Transaction, ids: readonly string[]): Promise<WholeClaim[]> {
  if (ids.length === 0) return [];
  const rows = await run(wholeById({ ids }));
  const evidence = groupBy(await run(evidenceById({ ids })), (row) => row.claim);
  return rows.map(({ claim, attributedTo }) => {
    const { repeats: _, ...record } = claimRecordOf(claim, []);
    const own = evidence.get(record.id) ?? [];
    return { ...record, attributedTo, evidence: own.map((row) => evidenceRecordOf(row.evidence, row.document)) };
  });
}

/** The observations with these ids that are recorded, each with whether it is live. */
export async function storedObservations({ run }: Transaction, ids: Iterable<string>): Promise<Map<string, boolean>> {
  const rows = await run(observationsById({ ids: [...new Set(ids)] }));
  return new Map(rows.map(({ id, retractedAt }) => [id, retractedAt == null]));
}

/** The live claims with a subject and a predicate of these. */
export async function liveClaims(
  { run }: Transaction,
  facts: Iterable<Pick<ClaimRecord, 'subject' | 'predicate'>>,
): Promise<ClaimRecord[]> {
  const found: ClaimRecord[] = [];
  const rows = [...groupBy(facts, ({ subject }) => subject)].map(([subject, group]) => ({
    subject,
    predicates: [...new Set(group.map(({ predicate }) => predicate))],
  }));
  for (const [label, group] of groupBy(rows, ({ subject }) => (isObservation(subject) ? 'Observation' : 'Entity'))) {
    const read = await run(claimsOfFacts({ rows: group }, { label: nameOf(label) }));
    found.push(...read.map(({ claim, documents }) => claimRecordOf(claim, documents)));
  }
  return found;
}

/** The relations of today between these ends. */
export async function storedRelations(
  { run }: Transaction,
  facts: Iterable<Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>>,
): Promise<RelationRecord[]> {
  const found: RelationRecord[] = [];
  for (const [type, group] of groupBy(facts, ({ predicate }) => predicate as RelationType)) {
    const rows = [...groupBy(group, ({ subject }) => subject)].map(([source, ends]) => ({
      source,
      targets: [...new Set(ends.map(({ object = '' }) => object))],
    }));
    found.push(...(await run(relationsOfFacts({ rows }, { type: nameOf(type) }))).map((row) => relationRecordOf(type, row)));
  }
  return found;
}

/** Of the relations that must not lead back to where they began, those that go on from where these claims lead. */
export async function onwardSteps(
  { run }: Transaction,
  claims: Iterable<Pick<ClaimRecord, 'predicate' | 'object'>>,
): Promise<Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>[]> {
  const steps: Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>[] = [];
  for (const [type, group] of groupBy(claims, ({ predicate }) => predicate)) {
    if ((relations as Partial<Record<string, RelationModel>>)[type]?.acyclic !== true) continue;
    const ids = [...new Set(group.map(({ object = '' }) => object))];
    for (const path of await run(chains({ ids }, { type: nameOf(type as RelationType) })))
      steps.push(...path.ids.slice(1).map((object, index) => ({ subject: path.ids[index] ?? '', predicate: type, object })));
  }
  return steps;
}

export const isObservation = (id: string): boolean => id.startsWith('observation:');
