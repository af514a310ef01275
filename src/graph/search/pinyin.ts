/** Chinese names by their pinyin, as people type it: without tones, "ü" as "u", "v" or "ü". */
import { pinyin } from 'pinyin-pro';
import { inSimplified } from './one-script.js';
import { isUnspaced, piecesOf } from './pieces.js';

/** The syllables of a name in order; what is written in other letters or digits is one by itself. */
export type Reading = readonly string[];

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** How a name is read, by the words that its characters are in; undefined for one without Chinese characters. */
export function readingOf(name: string): Reading | undefined {
  if (!han.test(name) || kana.test(name)) return undefined;
  return piecesOf(name, inReadableScript).flatMap((piece) => (isUnspaced(piece) ? syllablesOf(piece) : [piece]));
}

/** Words are known in simplified characters. 乾 is 干 (gān, dry) in these, but itself in 乾县 and what else reads it qián. */
const inReadableScript = (text: string): string =>
  text
    .split(/乾(?=[县縣安陵隆坤元])/)
    .map(inSimplified)
    .join('乾');

const syllablesOf = (piece: string): string[] =>
  pinyin(piece, { toneType: 'none', type: 'array', v: true }).map((syllable) => folded(syllable.toLowerCase()));

/** All letters and digits of a reading. */
export const letters = (syllables: Reading): string => syllables.join('');

/** For "lü" people type "lv", "lu" and, as in passports, "lyu". Tones are digits after a syllable, where they are not marks. */
const folded = (text: string): string =>
  text
    .replaceAll(/(?<=[a-z])[1-5](?!\d)/g, '')
    .replaceAll('lyu', 'lu')
    .replaceAll('v', 'u');

/** A question as pinyin. */
export interface PinyinQuestion {
  /** All its letters and digits. */
  readonly letters: string;
  /** Its syllables, without a last one that is incomplete; none where the letters are no syllables: first letters, or a typing error. */
  readonly syllables: Reading;
}

/** Longer questions that are no syllables are hardly first letters, or pinyin with a typing error. */
const longest = 24;

/** Undefined for a question that cannot be pinyin. */
export function pinyinOf(pieces: readonly string[]): PinyinQuestion | undefined {
  const text = folded(letters(pieces));
  if (text.length < 2 || !/^[a-z][a-z0-9]*$/.test(text)) return undefined;
  const words = pieces.map((piece) => syllablesIn(folded(piece)));
  const syllables = words.every(({ length }) => length > 0) ? words.flat() : syllablesIn(text);
  return syllables.length > 0 || (pieces.length === 1 && text.length <= longest) ? { letters: text, syllables } : undefined;
}

/**
 * Syllables as they are written, and some that do not exist. A consonant before a vowel begins the next syllable, so that xinan is xi nan: names are
 * compared by the letters of neighbouring syllables, where it makes no difference.
 */
const initials = '(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])';
const nasals = '(?:iang|uang|ang|eng|ing|ian|uan|an|en|in|un)(?![aeiou])|iong|ong';
const vowels = 'iao|uai|ia|ua|uo|ue|ai|ei|ui|ao|ou|iu|ie|a|o|e|i|u';
const syllable = new RegExp(String.raw`er(?![aeiou])|${initials}?(?:${nasals}|${vowels})|\d+`, 'g');
const beginning = new RegExp(`^${initials}?$`);

/** The syllables that all of the text consists of, up to the beginning of one at its end. */
function syllablesIn(text: string): Reading {
  const found = text.match(syllable) ?? [];
  const all = letters(found);
  return text.startsWith(all) && beginning.test(text.slice(all.length)) ? found : [];
}
