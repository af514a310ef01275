/** What a part of a sentence says, shorter and in plainer words. */
import { plainWords } from '../pattern.js';
import type { Part } from '../speech/speech.js';
import { trimmed } from '../speech/speech.js';
import type { TypedSentence } from '../typed-sentence.js';
import { isCopied } from './closeness.js';
import { fillersEnglish, plainChinese, plainEnglish } from './plain-words.js';

export interface Condensed {
  readonly value: string;
  /** For a reviewer where the words are still the source's. */
  readonly advice: string;
}

const reword = "In the source's words: reword it.";

/** Longer texts are cut at the end of a clause. */
const mostCharacters = 240;

/** Parts of a sentence as one text of our own. `opening`: words to put before it. */
export function condensed(sentence: TypedSentence, parts: readonly Part[], opening = ''): Condensed {
  const source = parts
    .map((part) => trimmed(sentence.typed, part))
    .map(({ from, to }) => plainWords(sentence.typed.slice(from, to), sentence).trim())
    .filter((words) => words !== '')
    .join(' ');
  const isChinese = /\p{Script=Han}/u.test(source);
  const plain = isChinese ? inChinese(source) : inEnglish(source);
  const value = ended(
    `${opening}${opening === '' || isChinese ? '' : ' '}${opening === '' ? plain : uncapitalised(plain)}`,
    isChinese,
  );
  return { value, advice: isCopied(plain, sentence.text) ? ` ${reword}` : '' };
}

function inEnglish(source: string): string {
  let words = source
    .replaceAll(/[“”"„]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  for (const filler of fillersEnglish) words = words.replaceAll(filler.global ? filler : new RegExp(filler, 'giu'), ' ').trim();
  for (const [pattern, plain] of plainEnglish) words = words.replaceAll(pattern, plain);
  return shortened(
    thirdPerson(words)
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/\s(?=[,.;])/gu, '')
      .trim(),
    /[;,]\s(?=(?:which|while|and|but|so|as|with)\b)/gu,
  );
}

/** Who speaks is the subject of the claim. */
const thirdPerson = (words: string): string =>
  words
    .replaceAll(/^(?:we|I)\s(?=(?:will|would|have|had|can|must|should|are|am|want|need|hope)\b)/giu, 'They ')
    .replaceAll(/(?<![\p{L}-])(?:we|I)(?![\p{L}-])/gu, 'they')
    .replaceAll(/(?<![\p{L}-])(?:[Oo]ur|[Mm]y)(?![\p{L}-])/gu, 'their')
    .replaceAll(/(?<![\p{L}-])(?:us|me)(?![\p{L}-])/gu, 'them')
    .replaceAll(/\bthey am\b/giu, 'they are');

function inChinese(source: string): string {
  let words = source.replaceAll(/[“”「」\s]/gu, '');
  for (const [pattern, plain] of plainChinese) words = words.replaceAll(pattern, plain);
  return shortened(words.replace(/^[，、；]+/u, ''), /[，；]/gu);
}

const uncapitalised = (words: string): string =>
  words.replace(/^(?:The|A|An|It|They|He|She|This|That)(?=\s)/u, (word) => word.toLowerCase());

/** Cut at the last end of a clause within the limit. */
function shortened(words: string, clause: RegExp): string {
  if (words.length <= mostCharacters) return words;
  const cuts = [...words.matchAll(clause)].map(({ index }) => index).filter((at) => at > 40 && at <= mostCharacters);
  return words.slice(0, cuts.at(-1) ?? words.lastIndexOf(' ', mostCharacters));
}

function ended(words: string, isChinese: boolean): string {
  const bare = words.replace(/[\s,.;:!?，。；：！？]+$/u, '').replace(/^[\s,.;:，。；：]+/u, '');
  return isChinese ? `${bare}。` : `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}.`;
}
