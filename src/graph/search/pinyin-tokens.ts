/** The tokens by which names are found in pinyin. Their marks keep them apart from words, which they often look like. */
import { letters, pinyinOf, type Reading } from './pinyin.js';
import type { SearchTerm } from './tokens.js';

/** Before the beginning of a reading, and before its first letters. */
const start = '~';
/** Before two neighbouring syllables, as of Chinese text every two characters are a token. */
const pair = '^';

/** More letters of a reading, and more first letters, tell few names apart. */
const longest = { reading: 20, initials: 12 };

/** Whether a token is the beginning of a reading. */
export const isReading = (token: string): boolean => token.startsWith(start);

/** Whether a token is two syllables of a reading. */
export const isPair = (token: string): boolean => token.startsWith(pair);

/** Every token by which a reading is found. */
export const readingTerms = (reading: Reading): string[] =>
  reading.length === 0
    ? []
    : [
        startOf(letters(reading)),
        `${start}${initialsOf(reading).slice(0, longest.initials)}`,
        ...pairsOf(reading).map((two) => `${pair}${two}`),
      ];

/** What to look up for a question that may be pinyin. */
export function pinyinTerms(pieces: readonly string[]): SearchTerm[] {
  const question = pinyinOf(pieces);
  if (question === undefined) return [];
  const edits = editsInPinyin(question.letters);
  return [
    { text: startOf(question.letters), edits, prefix: question.letters.length > 2 },
    ...pairsOf(question.syllables).map((two) => ({ text: `${pair}${two}`, edits: 0, prefix: false }) as const),
  ];
}

/** The first letter of each syllable. */
export const initialsOf = (reading: Reading): string => reading.map(([first]) => first).join('');

/** Every two neighbouring syllables. */
export const pairsOf = (reading: Reading): string[] =>
  reading.slice(1).map((syllable, before) => `${reading[before]}${syllable}`);

/** How many letters may be wrong: syllables are short and like each other, so that less is forgiven than in words. */
export const editsInPinyin = (text: string): 0 | 1 | 2 => (text.length < 6 ? 0 : text.length < 12 ? 1 : 2);

const startOf = (text: string): string => `${start}${text.slice(0, longest.reading)}`;
