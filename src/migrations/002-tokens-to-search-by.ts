/** From version 1: entities have the tokens that search finds them by, and observations say when they were recorded. */
import { query } from '../graph/query.js';
import type { Properties } from '../graph/rows.js';
import { entityRecordOf, storedEntity, type Stored } from '../graph/storage.js';
import { batchOf, type Migration, type Page, type Pass } from './migration.js';

interface EntityRow {
  readonly id: string;
  readonly node: Properties;
  readonly labels: readonly string[];
}

const entitiesOf = query<Page & Readonly<Record<string, unknown>>, EntityRow>('migration/entities');
const setEntities = query<{ rows: readonly { id: string; properties: Stored }[] }, never>('migration/set-entities');
const observationsOf = query<Page & Readonly<Record<string, unknown>>, { id: string }>('migration/observations');
const dateObservations = query<{ ids: readonly string[] }, never>('migration/date-observations');

const entities: Pass = {
  name: 'entities',
  async batch({ run }, page) {
    const found = await run(entitiesOf({ ...page }));
    await run(setEntities({ rows: found.map((row) => ({ id: row.id, properties: tokensOf(row) })) }));
    return batchOf(found, page);
  },
};

function tokensOf(row: EntityRow): Stored {
  const { searchTerms, descriptionTerms } = storedEntity(entityRecordOf(row));
  return {
    ...(searchTerms === undefined ? {} : { searchTerms }),
    ...(descriptionTerms === undefined ? {} : { descriptionTerms }),
  };
}

const observations: Pass = {
  name: 'observations',
  async batch({ run }, page) {
    const found = await run(observationsOf({ ...page }));
    await run(dateObservations({ ids: found.map(({ id }) => id) }));
    return batchOf(found, page);
  },
};

export const tokensToSearchBy: Migration = {
  to: 2,
  title: 'tokens that entities are found by, and when observations were recorded',
  passes: [entities, observations],
};
