/**
 * From version 2: changesets are a numbered log of what each changed, entities count their versions, observations end with their claims,
 * what a policy does begins when it was announced, and every relation says when it was known.
 */
import { query } from '../graph/query.js';
import { changesetEntries } from './entries.js';
import { entityHistories } from './entity-histories.js';
import { batchOf, type Migration, type Page, type Pass } from './migration.js';
import { rederivedRelations } from './rederived-relations.js';

interface ChangesetRow {
  readonly id: string;
  readonly recordedAt: string;
  readonly sequence: number | null;
}

const changesetsOf = query<Record<string, never>, ChangesetRow>('migration/changesets');
const numberChangesets = query<{ rows: readonly { id: string; sequence: number }[] }, never>('migration/number-changesets');
const numberStore = query<{ sequence: number; recordedAt: string }, never>('migration/number-store');
const observationsOf = query<Page & Readonly<Record<string, unknown>>, { id: string }>('migration/observations');
const endObservations = query<{ ids: readonly string[]; predicate: string }, never>('migration/end-observations');

/** All at once: a log with gaps or doubles in it must never be seen. */
const changesets: Pass = {
  name: 'changesets',
  async batch({ run }) {
    const found = await run(changesetsOf({}));
    const rows = found.map(({ id, sequence }, index) => ({ id, sequence: index + 1, before: sequence }));
    const others = rows.filter(({ sequence, before }) => sequence !== before).map(({ id, sequence }) => ({ id, sequence }));
    await run(numberChangesets({ rows: others }));
    await run(numberStore({ sequence: found.length, recordedAt: found.at(-1)?.recordedAt ?? '' }));
    return { items: found.length, next: undefined };
  },
};

const observations: Pass = {
  name: 'observations',
  async batch({ run }, page) {
    const found = await run(observationsOf({ ...page }));
    await run(endObservations({ ids: found.map(({ id }) => id), predicate: 'value' }));
    return batchOf(found, page);
  },
};

export const changesetsAsALog: Migration = {
  to: 3,
  title: 'changesets as a log, versions of entities, and when each relation was known',
  passes: [changesets, observations, rederivedRelations, entityHistories, changesetEntries],
};
