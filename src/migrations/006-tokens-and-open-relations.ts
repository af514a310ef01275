/**
 * From version 5: relations that nothing ends have one day that they are tested by. The embedded engine no longer stores the tokens that entities are found by, which its index has. Neo4j does: its index holds properties of nodes.
 */
import { nameOf, query } from '../graph/query.js';
import { batchOf, type Migration, type Page, type Pass } from './migration.js';
import { openRelations } from './open-relations.js';

type Paged = Page & Readonly<Record<string, unknown>>;

const entityIds = query<Paged, { id: string }, 'label'>('export/entities');
const dropTokens = query<{ ids: readonly string[] }, { total: number }, 'label'>('migration/drop-tokens');

/** Of entities, and of those that were merged into others. */
const tokensOf = (label: 'Entity' | 'Merged', name: string): Pass => ({
  name,
  async batch({ run }, page) {
    const found = await run(entityIds({ ...page }, { label: nameOf(label) }));
    await run(dropTokens({ ids: found.map(({ id }) => id) }, { label: nameOf(label) }));
    return batchOf(found, page);
  },
});

export const tokensAndOpenRelations: Migration = {
  to: 6,
  title: 'one day that relations without an end are tested by; on the embedded engine, tokens in the search index alone',
  passes: [openRelations, tokensOf('Entity', 'entities'), tokensOf('Merged', 'merged entities')],
};
