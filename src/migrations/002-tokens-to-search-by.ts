/** From version 1: entities have the tokens that search finds them by, and observations say when they were recorded. */
import { query } from '../graph/query.js';
import { entityTerms } from './entity-terms.js';
import { batchOf, type Migration, type Page, type Pass } from './migration.js';

const observationsOf = query<Page & Readonly<Record<string, unknown>>, { id: string }>('migration/observations');
const dateObservations = query<{ ids: readonly string[] }, never>('migration/date-observations');

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
  passes: [entityTerms, observations],
};
