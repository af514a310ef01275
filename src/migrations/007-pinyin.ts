/** From version 6: Chinese names are also found by their pinyin. Neo4j stores its tokens; the index of the embedded engine is made again, as for every version. */
import { entityTerms } from './entity-terms.js';
import type { Migration } from './migration.js';

export const pinyin: Migration = { to: 7, title: 'search by the pinyin of Chinese names', passes: [entityTerms] };
