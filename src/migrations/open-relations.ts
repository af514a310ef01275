import { relationTypes } from '../model/model.js';
import { anyOf, nameOf, query } from '../graph/query.js';
import { batchOf, type Page, type Pass } from './migration.js';

const entityIds = query<Page & Readonly<Record<string, unknown>>, { id: string }, 'label'>('export/entities');
const open = query<{ ids: readonly string[] }, never, 'types'>('migration/open-relations');

/** Gives relations that nothing ends what they are tested by. */
export const openRelations: Pass = {
  name: 'relations',
  async batch({ run }, page) {
    const found = await run(entityIds({ ...page }, { label: nameOf('Entity') }));
    await run(open({ ids: found.map(({ id }) => id) }, { types: anyOf(relationTypes) }));
    return batchOf(found, page);
  },
};
