import { relationSignature, relationsOf } from '../graph/inference/derive.js';
import { groupBy } from '../graph/group-by.js';
import { entities, labels, relationTypes, type RelationType } from '../model/model.js';
import type { Transaction } from '../graph/port.js';
import { anyOf, nameOf, query } from '../graph/query.js';
import type { RelationRecord } from '../graph/stored/record-types.js';
import type { Properties } from '../graph/stored/rows.js';
import { storedRelation, type Stored } from '../graph/stored/storage.js';
import { knownAt, recordedClaims, type RecordedClaim } from './claims-in-time.js';
import { batchOf, type Page, type Pass } from './migration.js';

type Ids = { readonly ids: readonly string[] };
/** A relation of the store: its ends and all its properties. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly type: RelationType;
  readonly properties: Properties;
}

const entityIds = query<Page & Readonly<Record<string, unknown>>, { id: string }, 'label'>('export/entities');
const relationsFrom = query<Ids, { source: string; target: string; type: RelationType; relation: Properties }, 'types'>(
  'migration/relations',
);
const dropRelations = query<{ rows: readonly { from: string; id: string }[] }, never, 'type'>('migration/drop-relations');
const createEdges = query<{ rows: readonly { from: string; to: string; properties: Stored }[] }, never, 'from' | 'type' | 'to'>(
  'edge/create',
);

/** Derives the relations from the claims again, with when each was known: for a step that changes the derivation. */
export const rederivedRelations: Pass = {
  name: 'relations',
  async batch(transaction, page) {
    const found = await transaction.run(entityIds({ ...page }, { label: nameOf('Entity') }));
    const ids = found.map(({ id }) => id);
    const wanted = groupBy(await wantedEdges(transaction, ids), idOf);
    const stored = groupBy(await storedEdges(transaction, ids), idOf);
    const differing = [...new Set([...wanted.keys(), ...stored.keys()])].filter(
      (id) => textOf(wanted.get(id)) !== textOf(stored.get(id)),
    );
    await drop(
      transaction,
      differing.flatMap((id) => (stored.get(id) ?? []).slice(0, 1)),
    );
    await create(
      transaction,
      differing.flatMap((id) => wanted.get(id) ?? []),
    );
    return batchOf(found, page);
  },
};

async function wantedEdges(transaction: Transaction, ids: readonly string[]): Promise<Edge[]> {
  const claims = await recordedClaims(transaction, ids, [...relationTypes, ...begins]);
  const targets = new Set(claims.flatMap(({ object }) => (object === undefined ? [] : [object])));
  const ofTargets = groupBy(await recordedClaims(transaction, [...targets], begins), ({ subject }) => subject);
  return [...groupBy(claims, ({ subject }) => subject).values()].flatMap((own) => {
    const ends = new Set(own.map(({ object = '' }) => object));
    return relationsInTime(distinct([...own, ...[...ends].flatMap((id) => ofTargets.get(id) ?? [])]));
  });
}

/** The predicates that tell when an entity of any type began. */
const begins: readonly string[] = [...new Set(labels.flatMap((label) => entities[label].begins ?? []))];

const distinct = (claims: readonly RecordedClaim[]) => [...new Map(claims.map((claim) => [claim.id, claim])).values()];

/** The relations of one subject, those that ended included: what its claims, and those of when its targets began, gave from one instant at which any came or went to the next. */
function relationsInTime(claims: readonly RecordedClaim[]): Edge[] {
  const instants = new Set(claims.flatMap(({ recordedAt, retractedAt }) => [recordedAt, retractedAt ?? recordedAt]));
  const open = new Map<string, { readonly relation: RelationRecord; readonly knownFrom: string }>();
  const ended: Edge[] = [];
  for (const instant of [...instants].sort()) {
    const now = new Map(relationsOf(knownAt(claims, instant)).map((each) => [relationSignature(each), each]));
    for (const [key, { relation, knownFrom }] of open) {
      if (now.has(key)) continue;
      ended.push(edgeOf(relation, { knownFrom, knownUntil: instant }));
      open.delete(key);
    }
    for (const [key, relation] of now) if (!open.has(key)) open.set(key, { relation, knownFrom: instant });
  }
  return [...ended, ...[...open.values()].map(({ relation, knownFrom }) => edgeOf(relation, { knownFrom }))];
}

function edgeOf(relation: RelationRecord, known: { readonly knownFrom: string; readonly knownUntil?: string }): Edge {
  const { from, to, type } = relation;
  const { openFrom, ...stored } = storedRelation(relation);
  const open = known.knownUntil === undefined && openFrom !== undefined ? { openFrom } : {};
  return { from, to, type, properties: { ...stored, ...open, ...known } };
}

async function storedEdges({ run }: Transaction, ids: readonly string[]): Promise<Edge[]> {
  const rows = await run(relationsFrom({ ids }, { types: anyOf(relationTypes) }));
  return rows.map(({ source, target, type, relation }) => ({ from: source, to: target, type, properties: relation }));
}

const idOf = ({ properties }: Edge): string => String(properties['id']);

/** Relations of one id as text that is the same for the same ones. */
function textOf(edges: readonly Edge[] = []): string {
  const texts = edges.map(({ from, to, type, properties }) =>
    JSON.stringify([from, to, type, Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
  return texts.sort().join('\n');
}

async function drop({ run }: Transaction, edges: readonly Edge[]): Promise<void> {
  for (const [type, group] of groupBy(edges, (edge) => edge.type))
    await run(dropRelations({ rows: group.map((edge) => ({ from: edge.from, id: idOf(edge) })) }, { type: nameOf(type) }));
}

async function create({ run }: Transaction, edges: readonly Edge[]): Promise<void> {
  for (const [type, group] of groupBy(edges, (edge) => edge.type)) {
    const rows = group.map(({ from, to, properties }) => ({ from, to, properties: properties as Stored }));
    await run(createEdges({ rows }, { from: nameOf('Entity'), type: nameOf(type), to: nameOf('Entity') }));
  }
}
