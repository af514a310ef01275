import { packedAll } from '../changesets/packed.js';
import type { Entry } from '../changesets/report.js';
import { relationTypes } from '../model/model.js';
import type { Transaction } from '../graph/port.js';
import { anyOf, cypher, query, type CypherText, type Statement } from '../graph/query.js';
import { changedEntries, type EntityRow } from './entity-entries.js';
import type { Pass } from './migration.js';

interface Changeset {
  readonly id: string;
  readonly recordedAt: string;
}
type Paged = { readonly after: string; readonly limit: number };

const unlogged = query<Record<string, never>, Changeset>('migration/unlogged');
const log = query<{ id: string; entries: readonly string[] }, never>('migration/log');
const entitiesOf = query<Paged & { id: string }, EntityRow>('migration/changed-entities');
const observationsAt = query<Paged & { at: string }, { id: string; indicator: string }, 'property'>(
  'migration/changed-observations',
);
const claimsOf = query<Paged & { id: string }, { id: string; predicate: string; subject: string; object: string | null }, 'type'>(
  'migration/changed-claims',
);
const relationsAt = query<
  Paged & { at: string },
  { id: string; type: string; source: string; target: string },
  'types' | 'property'
>('migration/changed-relations');

/** Rows of what changed are short, and each page goes through all that a changeset did: so many times the items of a batch are read at once. */
const rowsPerItem = 4;

/** Adds to each changeset that lacks it what it changed, as far as the store still shows it; a batch is a changeset. */
export const changesetEntries: Pass = {
  name: 'changes of changesets',
  async batch(transaction, { limit }) {
    const [changeset] = await transaction.run(unlogged({}));
    if (changeset === undefined) return { items: 0, next: undefined };
    const entries = await packedAll(entriesOf(transaction, changeset, limit * rowsPerItem));
    await transaction.run(log({ id: changeset.id, entries }));
    return { items: 1, next: changeset.id };
  },
};

/** In the order in which changesets tell their changes (src/changesets/entries.ts). */
async function* entriesOf(transaction: Transaction, changeset: Changeset, limit: number): AsyncGenerator<Entry> {
  const { id, recordedAt: at } = changeset;
  const pages = <Row extends { readonly id: string }>(statement: (page: Paged) => Statement<Row>) =>
    pagesOf(transaction, limit, statement);
  for await (const rows of pages((page) => entitiesOf({ ...page, id }))) yield* await changedEntries(transaction, rows, at);
  for await (const rows of pages((page) => observationsAt({ ...page, at }, { property: cypher`recordedAt` })))
    for (const row of rows) yield { kind: 'OBSERVATION_RECORDED', id: row.id, type: row.indicator };
  for (const [kind, type] of claimChanges)
    for await (const rows of pages((page) => claimsOf({ ...page, id }, { type })))
      for (const { predicate, subject, object, ...row } of rows)
        yield { kind, id: row.id, type: predicate, from: subject, to: object ?? undefined };
  for await (const rows of pages((page) => observationsAt({ ...page, at }, { property: cypher`retractedAt` })))
    for (const row of rows) yield { kind: 'OBSERVATION_RETRACTED', id: row.id, type: '' };
  for (const [kind, property] of relationChanges)
    for await (const rows of pages((page) => relationsAt({ ...page, at }, { types: anyOf(relationTypes), property })))
      for (const { source, target, type, ...row } of rows) yield { kind, id: row.id, type, from: source, to: target };
}

const claimChanges: readonly (readonly [Entry['kind'], CypherText])[] = [
  ['CLAIM_ASSERTED', cypher`RECORDED_IN`],
  ['CLAIM_RETRACTED', cypher`RETRACTED_IN`],
];
const relationChanges: readonly (readonly [Entry['kind'], CypherText])[] = [
  ['RELATION_REMOVED', cypher`knownUntil`],
  ['RELATION_ADDED', cypher`knownFrom`],
];

async function* pagesOf<Row extends { readonly id: string }>(
  { run }: Transaction,
  limit: number,
  statement: (page: Paged) => Statement<Row>,
): AsyncGenerator<Row[]> {
  for (let after = ''; ;) {
    const rows = await run(statement({ after, limit }));
    yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)?.id ?? '';
  }
}
