/** Rebuilds the terms that entities are found and compared by. */
import { query } from '../graph/query.js';
import type { Properties } from '../graph/stored/rows.js';
import { entityRecordOf, keysOf, tokensOf, type Stored } from '../graph/stored/storage.js';
import { batchOf, type Page, type Pass } from './migration.js';

interface EntityRow {
  readonly id: string;
  readonly node: Properties;
  readonly labels: readonly string[];
}

const entitiesOf = query<Page & Readonly<Record<string, unknown>>, EntityRow>('migration/entities');
const setEntities = query<{ rows: readonly { id: string; properties: Stored; tokens: Stored }[] }, never>(
  'migration/set-entities',
);

/** Another form of tokens or keys is a new model version with this pass. */
export const entityTerms: Pass = {
  name: 'entities',
  async batch({ run }, page) {
    const found = await run(entitiesOf({ ...page }));
    const rows = found.map(entityRecordOf).map((entity) => ({
      id: entity.id,
      properties: keysOf(entity.label, entity.properties),
      tokens: tokensOf(entity),
    }));
    await run(setEntities({ rows }));
    return batchOf(found, page);
  },
};
