import { tokensToSearchBy } from './002-tokens-to-search-by.js';
import { changesetsAsALog } from './003-changesets-as-a-log.js';
import { certainty } from './004-certainty.js';
import { keptAnswers } from './005-kept-answers.js';
import { tokensAndOpenRelations } from './006-tokens-and-open-relations.js';
import { pinyin } from './007-pinyin.js';
import type { Migration } from './migration.js';

/** Every step, in order; the last one leads to the model version of this program. */
export const migrations: readonly Migration[] = [
  tokensToSearchBy,
  changesetsAsALog,
  certainty,
  keptAnswers,
  tokensAndOpenRelations,
  pinyin,
];
