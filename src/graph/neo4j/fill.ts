import type { CypherText, Statement } from '../query.js';
import { nameOf, query } from '../query.js';
import { GraphError } from '../errors.js';
import type { Batch, NodeBatch } from '../stored/contents.js';
import { keyed } from '../stored/indexes.js';

type Rows = { readonly rows: readonly unknown[] };
type Properties = NodeBatch['nodes'][number];

const createNodes = query<Rows, never, 'label'>('backup/create-nodes');
const createRelations = query<Rows, never, 'from' | 'to' | 'type'>('backup/create-relations');
const begin = query<Record<string, never>, never>('backup/begin-restore');
const end = query<{ properties: Properties }, never>('backup/end-restore');
const someOf = query<{ after: string; skip: number; limit: number }, { id: string }, 'label'>('backup/ids');
const deleteSome = query<{ limit: number }, never, 'label'>('backup/delete');

/** Nodes that are deleted at once, with their relations. */
const deletedAtOnce = 5_000;

interface Store {
  readonly read: <Row>(statement: Statement<Row>) => Promise<Row[]>;
  readonly write: (statements: readonly Statement<unknown>[]) => Promise<void>;
}

/** Puts other contents in the place of those that a database has, batch by batch. A mark keeps it from being used until it is whole. */
export async function replaceContents(store: Store, batches: AsyncIterable<Batch>): Promise<void> {
  await store.write([begin({})]);
  await clear(store);
  let own: Properties = { id: 'store' };
  for await (const batch of batches) {
    if ('nodes' in batch && batch.labels.includes('Store')) own = batch.nodes[0] ?? own;
    else await store.write([statementOf(batch)]);
  }
  await store.write([end({ properties: own })]);
}

async function clear(store: Store): Promise<void> {
  for (const label of keyed.filter((each) => each !== 'Store')) {
    const slots = { label: nameOf(label) };
    while ((await store.read(someOf({ after: '', skip: 0, limit: 1 }, slots))).length > 0)
      await store.write([deleteSome({ limit: deletedAtOnce }, slots)]);
  }
}

function statementOf(batch: Batch): Statement<never> {
  if ('nodes' in batch) return createNodes({ rows: batch.nodes }, { label: batch.labels.map(nameIn).join(':') as CypherText });
  const { type, from, to, relations } = batch;
  return createRelations({ rows: relations }, { type: nameIn(type), from: nameIn(from), to: nameIn(to) });
}

/** A label or type of a backup, which becomes a part of a statement. */
function nameIn(name: string): CypherText {
  if (/^[A-Za-z]\w*$/.test(name)) return name as CypherText;
  throw new GraphError('STORAGE', `The backup has a label or type that no graph has: ${JSON.stringify(name.slice(0, 50))}.`);
}
