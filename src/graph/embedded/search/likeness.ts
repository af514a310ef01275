/** Which tokens of an index may be meant by one of a question. */
import type { SearchTerm } from '../../search/tokens.js';
import type { Strings } from './strings.js';

/** The indexes of the words that may fit a token of a question. */
export function likeWords(words: Strings, { text, edits, prefix }: SearchTerm): ReadonlySet<number> {
  const found = new Set([text, ...(edits > 0 ? swaps(text) : [])].map((word) => words.indexOf(word)));
  found.delete(-1);
  if (prefix) for (const index of beginningWith(words, text)) found.add(index);
  if (edits > 0) for (const index of within(words, text, edits)) found.add(index);
  return found;
}

function beginningWith(words: Strings, prefix: string): number[] {
  const first = words.firstFrom(prefix);
  return Array.from({ length: words.afterPrefix(prefix, first) - first }, (_, index) => first + index);
}

/** The word with each pair of neighbouring letters swapped: one typing error, but two edits. */
const swaps = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);

/**
 * The words that so many changed, added or missing letters make of this one. The words are sorted, so that they are a tree: what is known of a beginning serves all
 * words that have it, and where a beginning needs too many edits they are all passed over.
 */
function within(words: Strings, text: string, edits: number): number[] {
  const found: number[] = [];
  const rows = [Uint8Array.from({ length: text.length + 1 }, (_, at) => at)];
  let shared = 0; // letters of the word before that this one begins with, and whose rows are known
  for (let index = 0; index < words.size;) {
    const [start, length] = [words.start(index), words.start(index + 1) - words.start(index)];
    const depth = extended(rows, text, edits, words.units.subarray(start, start + length), shared);
    if (depth <= length) {
      index = words.afterPrefix(String.fromCharCode(...words.units.subarray(start, start + depth)), index);
    } else {
      if ((rows[length]?.[text.length] as number) <= edits) found.push(index);
      index++;
    }
    shared = index < words.size ? Math.min(sharedLetters(words, start, index), depth - 1) : 0;
  }
  return found;
}

/** Adds a row of edit distances for each letter; returns how many letters need too many edits already, and one more than all where none do. */
function extended(rows: Uint8Array[], text: string, edits: number, word: Uint16Array, from: number): number {
  for (let depth = from; depth < word.length; depth++) {
    const before = rows[depth] as Uint8Array;
    const row = (rows[depth + 1] ??= new Uint8Array(text.length + 1));
    row[0] = depth + 1;
    let least = depth + 1;
    for (let at = 1; at <= text.length; at++) {
      const changed = (before[at - 1] as number) + Number(word[depth] !== text.charCodeAt(at - 1));
      const distance = Math.min(changed, (before[at] as number) + 1, (row[at - 1] as number) + 1);
      row[at] = distance;
      if (distance < least) least = distance;
    }
    if (least > edits) return depth + 1;
  }
  return word.length + 1;
}

/** With how many letters of the word that starts at a unit the word at an index begins. */
function sharedLetters({ units, starts }: Strings, start: number, index: number): number {
  const other = starts[index] as number;
  const end = starts[index + 1] as number;
  let count = 0;
  while (other + count < end && units[start + count] === units[other + count]) count++;
  return count;
}
