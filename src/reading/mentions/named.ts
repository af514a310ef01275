/** The names of a graph in a text. */
import { ordinaryChinese, ordinaryEnglish, titles } from './ordinary-words.js';
import { ofCountries } from './nationalities.js';
import { isProper, isWrittenAs } from './case.js';
import type { Lexicon, NameEntry } from './lexicon.js';
import type { Found } from './mention.js';
import { WordBreaks } from './word-breaks.js';
import type { Word } from './words.js';

/** A text, and what is looked up while it is read. */
interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lexicon: Lexicon;
  /** The words of the text that are in lower case somewhere. */
  readonly lowerCase: ReadonlySet<string>;
  readonly breaks: WordBreaks;
}

/** The longest name at each place, from left to right. What it means where several entities have it is open. */
export function namedIn(text: string, words: readonly Word[], lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  const reading = { text, words, lexicon, lowerCase: lowerCaseWords(words), breaks: new WordBreaks(text) };
  for (let index = 0; index < words.length;) {
    const next = longestAt(reading, index);
    if (next !== undefined) found.push(next.found);
    index += next?.length ?? 1;
  }
  return found;
}

function longestAt(reading: Reading, index: number): { readonly found: Found; readonly length: number } | undefined {
  const { text, words, lexicon, lowerCase } = reading;
  for (const { length, entries } of lexicon.at(words, index)) {
    const own = words.slice(index, index + length);
    const fitting = entries.filter((entry) => isWrittenAs(entry, own));
    const found = fitting.length === 0 ? undefined : mentionOf(text, own, fitting);
    if (found === undefined || isBrokenOff(reading, found, own) || isOrdinary(text, found, own, lowerCase)) continue;
    return { found, length };
  }
  return undefined;
}

function mentionOf(text: string, own: readonly Word[], entries: readonly NameEntry[]): Found {
  const { start } = own[0] as Word;
  const { end } = withoutLevel(own).at(-1) as Word;
  const [entry] = entries as readonly [NameEntry];
  const ids = new Set(entries.map(({ entity }) => entity.id));
  return {
    start,
    end,
    text: text.slice(start, end),
    how: 'NAME',
    label: entry.entity.label,
    entity: ids.size === 1 ? entry.entity.id : undefined,
    confidence: entry.kind === 'ABBREVIATION' ? 0.9 : 0.95,
    reason: `${entry.value} is a name of ${entry.entity.id}`,
    entries,
  };
}

/** "Pudong and Minhang districts": the level is that of all of a list. */
const withoutLevel = (own: readonly Word[]): readonly Word[] =>
  own.length > 1 && /^(?:districts|counties|cities|provinces|prefectures)$/u.test(own.at(-1)?.raw ?? '') ? own.slice(0, -1) : own;

const han = /\p{Script=Han}/u;

/** Whether a short Chinese name begins or ends inside of a word: 中国 in 发展中国家. And whether "US" is the currency of "US$". */
function isBrokenOff({ text, breaks }: Reading, { start, end }: Found, own: readonly Word[]): boolean {
  if (text[end] === '$') return true;
  if (text.startsWith('会同', end)) return false; // 部会 is a word as well
  if (/^\p{Script=Han}{0,3}[〔[]\d{4}/u.test(text.slice(end, end + 8))) return true; // 国办 in 国办发〔2026〕1号
  if (own.length > 3 || !own.every(({ raw }) => han.test(raw))) return false;
  return (!breaks.at(start) && breaks.at(end)) || (breaks.at(start) && !breaks.at(end));
}

/** Whether a name of one word is an ordinary word here. */
function isOrdinary(text: string, found: Found, own: readonly Word[], lowerCase: ReadonlySet<string>): boolean {
  if (own.every(({ raw }) => han.test(raw))) return isOrdinaryChinese(text, found);
  const word = own[0]?.raw.toLowerCase() ?? '';
  if (isAdjective(text, found)) return true;
  if (own.length > 1 || found.entries.every(({ value }) => value.toLowerCase() === value)) return false;
  if (ordinaryEnglish.has(word)) return !isMeant(text, found);
  return lowerCase.has(word) && found.entries.every(isProper) && beginsSentence(text, found.start);
}

const adjectives = new RegExp(`^(?!U\\.?[SK]|New |Saudi )(?:${ofCountries})$`, 'u');

/** "Czech firms": some graphs have the adjective as a name of the country. */
const isAdjective = (text: string, { end, text: own }: Found): boolean =>
  adjectives.test(own) && /^\s\p{L}/u.test(text.slice(end, end + 2));

/** One character is a name only of what a common noun names, such as 镓. */
function isOrdinaryChinese(text: string, { start, end, text: own, entries }: Found): boolean {
  if (
    own.length === 1 &&
    !/\p{Script=Han}{2}/u.test(entries[0]?.value ?? '') &&
    !/^镓|锗|锑|钨|稀|锂|铜|铝|铁|煤|油|金|银$/u.test(own)
  )
    return true;
  return ordinaryChinese.has(own) && !/[省市州盟]/u.test(text[start - 1] ?? '') && !/^[市区县省]/u.test(text[end] ?? '');
}

/** Whether the words around an ordinary word say that it is a name: a title, "in Reading, England", "the city of Reading". */
function isMeant(text: string, { start, end, label, text: own }: Found): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 30);
  if (label === 'Person') return titles.test(before) || /\b\p{Lu}\p{Ll}+ $/u.test(before);
  if (/\b(?:city|town|county|district|borough|port|platform|company|newspaper|magazine) of $/iu.test(before)) return true;
  if (/^(?:'s|’s)? (?:city|town|county|district|borough|province|prefecture)\b/iu.test(after)) return true;
  if (/^(?:may|march|april|june|august|sunday)$/iu.test(own)) return false;
  return /\b(?:in|at|near|from|to) $/u.test(before) && !/^\s+\p{Ll}+ing\b/u.test(after);
}

function lowerCaseWords(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.filter(({ raw }) => /^\p{Ll}/u.test(raw)).map(({ raw }) => raw));
}

const beginsSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?:\n]["”’)]?\s*["“‘(]?)$/u.test(text.slice(Math.max(0, start - 6), start));
