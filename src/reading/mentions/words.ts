/** A text as words to compare names by, each with its place. */
import { isUnspaced, piecesOf } from '../../graph/search/pieces.js';
import { stemKey } from '../../graph/search/tokens.js';

/** A word, one character of a script without spaces, or a mark between which no name goes on. Places are UTF-16 units, end exclusive. */
export interface Word {
  /** What it is compared by: folded as the search index folds names. */
  readonly key: string;
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  readonly raw: string;
  readonly isMark: boolean;
}

const pattern =
  /(?:\p{Lu}\.){2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+|[,;:?()[\]|•—。，、；：！？（）…\n]|[.!](?=\s|$)/gu;

/** The words of a text in order. Quotes, hyphens and apostrophes separate words, but are none. */
export function wordsIn(text: string): Word[] {
  const keys = new Map<string, string>();
  const words: Word[] = [];
  for (const { 0: raw, index } of text.matchAll(pattern)) {
    const before = words.at(-1);
    if (isPossessive(text, before, raw, index)) continue;
    words.push({ key: keyOf(raw, keys), start: index, end: index + raw.length, raw, isMark: /^[^\p{L}\p{N}]/u.test(raw) });
  }
  return words;
}

/** The "s" of "China's". */
const isPossessive = (text: string, before: Word | undefined, raw: string, index: number): boolean =>
  raw === 's' && before?.end === index - 1 && /['’ʼ]/.test(text[index - 1] ?? '');

function keyOf(raw: string, keys: Map<string, string>): string {
  const kept = keys.get(raw);
  if (kept !== undefined) return kept;
  const pieces = piecesOf(/^(?:\p{Lu}\.){2,}$/u.test(raw) ? raw.replaceAll('.', '') : raw);
  const key = pieces.length === 0 ? raw : isUnspaced(raw) ? pieces.join('') : stemKey(pieces);
  keys.set(raw, key);
  return key;
}
