/** From version 4: changesets keep what would take a scan of all claims: which of them differ from others, and how much the graph holds; what changesets changed is read in chunks. */
import { packedChunks, unpacked } from '../changesets/packed.js';
import { addition, countedGraph, differencesFromEmpty, graphCounts } from '../graph/counts.js';
import { nameOf, query } from '../graph/query.js';
import { runAll } from '../graph/run-all.js';
import { markedClaims, markedObservations } from '../graph/stored/differing.js';
import { withComparisonKey, type Stored } from '../graph/stored/storage.js';
import { batchOf, type Migration, type Page, type Pass } from './migration.js';

type Paged = Page & Readonly<Record<string, unknown>>;
const entityIds = query<Paged, { id: string }, 'label'>('export/entities');
const observationIds = query<Paged, { id: string }>('migration/observations');
const observationsById = query<{ ids: readonly string[] }, { node: Stored & { id: string } }>('observation/by-id');
const changesetIds = query<Paged, { id: string }>('export/changesets');
const entriesById = query<{ ids: readonly string[] }, { changeset: { id: string; entries?: string | readonly string[] } }>(
  'changeset/entries',
);
const log = query<{ id: string; entries: readonly string[] }, never>('migration/log');
const compareObservations = query<{ rows: readonly { id: string; comparisonKey: string }[] }, never>(
  'migration/compare-observations',
);

const differingClaims: Pass = {
  name: 'differing claims',
  async batch(transaction, page) {
    const found = await transaction.run(entityIds({ ...page }, { label: nameOf('Entity') }));
    await runAll(transaction, markedClaims(found.map(({ id }) => id)));
    return batchOf(found, page);
  },
};

const comparisonKeys: Pass = {
  name: 'observations',
  async batch({ run }, page) {
    const found = await run(observationIds({ ...page }));
    const nodes = await run(observationsById({ ids: found.map(({ id }) => id) }));
    const rows = nodes.flatMap(({ node }) => {
      const { comparisonKey } = withComparisonKey(node);
      return typeof comparisonKey === 'string' ? [{ id: node.id, comparisonKey }] : [];
    });
    await run(compareObservations({ rows }));
    return batchOf(found, page);
  },
};

/** After all of them have their keys. */
const differingObservations: Pass = {
  name: 'differing observations',
  async batch(transaction, page) {
    const found = await transaction.run(observationIds({ ...page }));
    await runAll(transaction, markedObservations(found.map(({ id }) => id)));
    return batchOf(found, page);
  },
};

/** Into chunks, of which a reader of the log unpacks those that it needs; a batch is a changeset. */
const chunksOfChanges: Pass = {
  name: 'changes of changesets',
  async batch({ run }, { after }) {
    const [changeset] = await run(changesetIds({ after, limit: 1 }));
    if (changeset === undefined) return { items: 0, next: undefined };
    const [row] = await run(entriesById({ ids: [changeset.id] }));
    const entries = row?.changeset.entries;
    if (typeof entries === 'string') await run(log({ id: changeset.id, entries: packedChunks(unpacked(entries)) }));
    return { items: 1, next: changeset.id };
  },
};

/** In one batch: no changeset may come in between. */
const counts: Pass = {
  name: 'counts',
  async batch(transaction) {
    const kept = differencesFromEmpty(await graphCounts(transaction.run)).map(({ name, by }) => ({ name, by: -by }));
    const counted = differencesFromEmpty(await countedGraph(transaction.run));
    await runAll(transaction, addition([...kept, ...counted]));
    return { items: 1, next: undefined };
  },
};

export const keptAnswers: Migration = {
  to: 5,
  title: 'which claims and values differ from others, and how much the graph holds',
  passes: [differingClaims, comparisonKeys, differingObservations, chunksOfChanges, counts],
};
