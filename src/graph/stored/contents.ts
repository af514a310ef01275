/** All that a store holds, in batches that either engine can be filled with. */
import { groupBy } from '../group-by.js';
import type { Transaction } from '../port.js';
import { nameOf, query } from '../query.js';
import { keyed } from './indexes.js';

type Properties = Readonly<Record<string, unknown>>;
type Keyed = (typeof keyed)[number];

interface Relation {
  readonly source: string;
  readonly target: string;
  readonly properties: Properties;
}

export interface NodeBatch {
  readonly labels: readonly string[];
  readonly nodes: readonly Properties[];
}

/** Relations of one type. Their ends are found by one label, and an id that is unique in it. */
export interface RelationBatch {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly relations: readonly Relation[];
}

/** Nodes come before all relations. */
export type Batch = NodeBatch | RelationBatch;

/** How many there are, also of what PolicyGraph did not make. */
export interface Totals {
  readonly nodes: number;
  readonly relations: number;
}

type Ids = { readonly ids: readonly string[] };
type None = Record<string, never>;

const idsOf = query<{ after: string; skip: number; limit: number }, { id: string }, 'label'>('backup/ids');
const nodesOf = query<Ids, { labels: readonly string[]; properties: Properties }, 'label'>('backup/nodes');
const relationsFrom = query<Ids, Relation & { type: string; labels: readonly string[] }, 'label'>('backup/relations');
const countNodes = query<None, { total: number }>('backup/count-nodes');
const countOf = query<None, { total: number }, 'label'>('graph/counts');
const countRelations = query<None, { total: number }>('backup/count-relations');

const idsAtOnce = 50_000;

/** A changeset with all that it changed may take a megabyte, and so may a text. */
const large: ReadonlySet<Keyed> = new Set<Keyed>(['Changeset', 'Draft', 'Reading', 'Text']);
const nodesAtOnce = (label: Keyed): number => (large.has(label) ? 10 : 1_000);

export async function totalsOf({ run }: Transaction): Promise<Totals> {
  const [nodes] = await run(countNodes({}));
  const [relations] = await run(countRelations({}));
  return { nodes: nodes?.total ?? 0, relations: relations?.total ?? 0 };
}

/** How many nodes PolicyGraph made. */
export async function ownNodes({ run }: Transaction): Promise<number> {
  let sum = 0;
  for (const label of keyed) {
    const [row] = await run(countOf({}, { label: nameOf(label) }));
    sum += row?.total ?? 0;
  }
  return sum;
}

/** Reads all that PolicyGraph made, in memory that does not grow with it. */
export async function* contentsOf({ run }: Transaction): AsyncGenerator<Batch> {
  for (const label of keyed)
    for await (const ids of pagesOf(run, label)) {
      const rows = await run(nodesOf({ ids }, { label: nameOf(label) }));
      for (const group of groupBy(rows, ({ labels }) => labels.join(' ')).values())
        yield { labels: group[0]?.labels ?? [], nodes: group.map(({ properties }) => properties) };
    }
  for (const label of keyed)
    for await (const ids of pagesOf(run, label)) {
      const rows = (await run(relationsFrom({ ids }, { label: nameOf(label) }))).map((row) => ({
        ...row,
        to: keyOf(row.labels),
      }));
      for (const group of groupBy(rows, ({ type, to }) => `${type} ${to}`).values()) yield* relationBatch(label, group);
    }
}

type FoundRelation = Relation & { readonly type: string; readonly to: Keyed | undefined };

function* relationBatch(from: Keyed, group: readonly FoundRelation[]): Generator<Batch> {
  const [first] = group;
  if (first?.to === undefined) return; // leads to what PolicyGraph did not make
  const relations = group.map(({ source, target, properties }) => ({ source, target, properties }));
  yield { type: first.type, from, to: first.to, relations };
}

/** The label that a node is found by. */
const keyOf = (labels: readonly string[]): Keyed | undefined => keyed.find((label) => labels.includes(label));

async function* pagesOf(run: Transaction['run'], label: Keyed): AsyncGenerator<readonly string[]> {
  const size = nodesAtOnce(label);
  for (let [skip, after] = [0, '']; ; skip += idsAtOnce) {
    const rows = await run(idsOf({ after, skip, limit: idsAtOnce }, { label: nameOf(label) }));
    const ids = rows.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size);
    if (ids.length < idsAtOnce) return;
    after = ids.at(-1) ?? '';
  }
}
