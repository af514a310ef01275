/** Whether the letters of a text are those of a name: "US" is not "us", nor "Reading" always a town. */
import { entities } from '../../model/model.js';
import type { NameEntry } from './lexicon.js';
import type { Word } from './words.js';

const small = new Set(['a', 'an', 'and', 'at', 'by', 'de', 'et', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
const isCapital = (raw: string): boolean => /^[\p{Lu}\p{N}]/u.test(raw);
const isLatin = (raw: string): boolean => /^[\p{L}\p{M}\p{N}]+$/u.test(raw) && !/\p{Script=Han}/u.test(raw);

/** A few capitals, such as MOFCOM or EVs. */
const isAbbreviation = (value: string): boolean => /^[\p{Lu}\p{N}][\p{Lu}\p{N}.&+-]{1,7}s?$/u.test(value);

/** Whether each main word of a name begins with a capital and it is not one word that is a common noun of its type. */
export function isProper({ value, words, entity }: NameEntry): boolean {
  const main = words.filter(({ raw, isMark }) => !isMark && !small.has(raw.toLowerCase()));
  if (main.length === 1 && entities[entity.label].inTexts === 'COMMON_NOUNS') return isAbbreviation(value);
  return main.every(({ raw }) => !/^\p{Ll}/u.test(raw));
}

/** Whether words of a text are written as this name may be. */
export function isWrittenAs(entry: NameEntry, words: readonly Word[]): boolean {
  if (isAbbreviation(entry.value)) return words.every(({ raw }) => !isLatin(raw) || /^[\p{Lu}\p{N}]+s?$/u.test(raw));
  const first = words.find(({ raw }) => !small.has(raw.toLowerCase())) ?? words[0];
  return !isProper(entry) || first === undefined || !isLatin(first.raw) || isCapital(first.raw);
}
