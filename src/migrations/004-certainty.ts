/**
 * From version 3: relations keep the first and the last day on which sources speak of them, the days that their certainty follows from, and do not hold before
 * their policy, program or event can have begun. Entities have the tokens of their codes, and keys of their numbers.
 */
import { entityTerms } from './entity-terms.js';
import type { Migration } from './migration.js';
import { rederivedRelations } from './rederived-relations.js';

export const certainty: Migration = {
  to: 4,
  title: 'how sure it is that relations hold, since when sources speak of them, and by which codes entities are found',
  passes: [rederivedRelations, entityTerms],
};
