/** Text as tokens: the same for both engines, for what is stored and for what is asked. */
import { limits as allLimits } from '../../limits.js';
import { isUnspaced, piecesOf } from './pieces.js';
import { pinyinTerms, readingTerms } from './pinyin-tokens.js';
import { readingOf } from './pinyin.js';

/** One token of a question, and how freely it may match. */
export interface SearchTerm {
  readonly text: string;
  /** How many letters may be wrong. */
  readonly edits: 0 | 1 | 2;
  /** Whether it may be the beginning of a word. */
  readonly prefix: boolean;
}

/** Bounds of the work: questions of more tokens are cut; codes are looked for in questions of a few pieces. */
const limits = { terms: allLimits.search.terms.value, codePieces: 12 };

/** Terms of a question that may have typing errors. */
export const fuzzyTerms = 12;

/** Words that nearly every name has: a question is asked without them where it has others. */
const commonWords = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** What codes and numbers of documents are compared by: 国发〔2024〕1号 is also 国发[2024] 1 号, and not 国发〔202〕41号. */
export const codeKey = (text: string): string => piecesOf(text).join(' ') || text.trim();

/** The text without anything but letters and digits. */
export const letterKey = (pieces: readonly string[]): string => pieces.join('');

/** As letterKey, and plural and spelling variants are the same. */
export const stemKey = (pieces: readonly string[]): string => pieces.map(stem).join('');

/** The words in their order: stems, and of what is written without spaces every two neighbouring characters. */
export function wordsOf(pieces: readonly string[]): string[] {
  return pieces.flatMap((piece) => (isUnspaced(piece) ? bigrams(piece) : [stem(piece)]));
}

/** Neighbouring words as one, so that "second-hand" is also "secondhand". */
export function joinedWords(pieces: readonly string[]): string[] {
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    return next === undefined || isUnspaced(piece) || isUnspaced(next) ? [] : [stem(piece + next)];
  });
}

/** Every token by which a name is found. */
export function nameTerms(pieces: readonly string[]): string[] {
  const single = pieces.filter((piece) => isUnspaced(piece)).flatMap((piece) => Array.from(piece));
  return [...wordsOf(pieces), ...joinedWords(pieces), ...single];
}

/**
 * The tokens of names and codes as the store keeps them; the one after "=" is a whole name, so that an exact name is always among the first,
 * and the one after "#" a whole code. Those after "~" and "^" are of the pinyin of Chinese names.
 */
export function storedNameTerms(names: readonly string[], codes: readonly string[] = []): string {
  const pieces = names.map((name) => piecesOf(name));
  return spaced([
    ...pieces.flatMap(nameTerms),
    ...pieces.map(wholeName),
    ...codes
      .map((code) => piecesOf(code))
      .filter(hasLetters)
      .map(wholeCode),
    ...names.flatMap((name) => readingTerms(readingOf(name) ?? [])),
  ]);
}

/** The tokens of a description as the store keeps them. */
export const storedDescriptionTerms = (description: string): string => spaced(wordsOf(piecesOf(description)));

/** What to look up for a question: nothing where it has no letter or digit. */
export function questionTerms(question: string): SearchTerm[] {
  const pieces = piecesOf(question);
  const words = wordsOf(pieces);
  const telling = words.filter((word) => !commonWords.has(word));
  const asked = telling.length > 0 ? telling : words;
  if (asked.length === 0) return [];
  const whole = [wholeName(pieces), ...codesIn(pieces)].map(exactly);
  const terms = [...whole, ...asked.map(freely), ...joinedWords(pieces).map(exactly), ...pinyinTerms(pieces)];
  const distinct = [...new Map(terms.map((term) => [term.text, term])).values()].slice(0, limits.terms);
  return distinct.map((term, index) => (index >= fuzzyTerms + whole.length ? exactly(term.text) : term));
}

/** What to look up for entities of exactly this name: nothing where it has no letter or digit. */
export function exactNameTerms(name: string): SearchTerm[] {
  const pieces = piecesOf(name);
  return hasLetters(pieces) ? [exactly(wholeName(pieces))] : [];
}

/** What may be a code: all of the question, or what is left of it after the code's scheme ("GB/T 2260 440100"). */
const codesIn = (pieces: readonly string[]): string[] =>
  pieces.length > limits.codePieces ? [] : pieces.map((_, start) => wholeCode(pieces.slice(start)));

/** How many letters of a word may be wrong: short words and numbers must be right. */
export function editsIn(word: string): 0 | 1 | 2 {
  if (word.length < 4 || isUnspaced(word) || /^\p{N}+$/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

const exactly = (text: string): SearchTerm => ({ text, edits: 0, prefix: false });
const freely = (text: string): SearchTerm => ({ text, edits: editsIn(text), prefix: text.length > 2 && !isUnspaced(text) });
const wholeName = (pieces: readonly string[]): string => `=${stemKey(pieces)}`;
const wholeCode = (pieces: readonly string[]): string => `#${letterKey(pieces)}`;
const hasLetters = (pieces: readonly string[]): boolean => pieces.length > 0;
const spaced = (tokens: readonly string[]): string => [...new Set(tokens)].join(' ');

function bigrams(run: string): string[] {
  const characters = Array.from(run);
  return characters.length < 2 ? characters : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** An English word without its plural and in one spelling; others as they are. */
function stem(word: string): string {
  return word.length < 4 || !/^[a-z]+$/.test(word) ? word : respelt(singular(word));
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** British endings as American ones: programme, centre, labour, organisation. */
function respelt(word: string): string {
  return word
    .replace(/mme$/, 'm')
    .replace(/(?<=..)tre$/, 'ter')
    .replace(/(?<=..)our$/, 'or')
    .replace(/isation$/, 'ization');
}
