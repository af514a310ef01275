/** A text in which white space and quotation marks are all alike, since editions of it change them; anything else must be the same. */
import type { Span } from '../sentences.js';

const space = /\s/u;
const quoteMark = /["'`´＂＇“”„‟‘’‚‛«»‹›「」『』]/u;
const letter = /[\p{L}\p{N}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export class AlikeText {
  private readonly plain: string;
  /** The code point that each unit of `plain` stands for. */
  private readonly places: readonly number[];

  constructor(private readonly characters: readonly string[]) {
    const { plain, places } = alike(characters);
    [this.plain, this.places] = [plain, places];
  }

  /** The places of words within a span of the text, in code points; at most so many. */
  all(words: string, { start, end }: Span, most = Infinity): Span[] {
    const wanted = plainWords(words);
    const found: Span[] = [];
    const first = firstAtLeast(this.places, start);
    for (let at = this.plain.indexOf(wanted, first); at !== -1; at = this.plain.indexOf(wanted, at + 1)) {
      const span = { start: this.places[at] as number, end: (this.places[at + wanted.length - 1] as number) + 1 };
      if (span.end > end || found.length === most) break;
      if (!this.isInsideWord(span.start) && !this.isInsideWord(span.end)) found.push(span);
    }
    return found;
  }

  /** Words do not begin or end in the middle of a word. */
  private isInsideWord(position: number): boolean {
    const [before = '', after = ''] = [this.characters[position - 1], this.characters[position]];
    return [before, after].every((each) => letter.test(each) && !unspaced.test(each));
  }
}

/** Words as they are looked for. */
export const plainWords = (words: string): string => alike(Array.from(words.trim())).plain;

/** One space for each run of white space, and one quotation mark for all of them. */
function alike(characters: readonly string[]): { readonly plain: string; readonly places: number[] } {
  const [pieces, places]: [string[], number[]] = [[], []];
  for (const [index, character] of characters.entries()) {
    const isSpace = space.test(character);
    if (isSpace && pieces.at(-1) === ' ') continue;
    const piece = isSpace ? ' ' : quoteMark.test(character) ? "'" : character;
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) places.push(index);
  }
  return { plain: pieces.join(''), places };
}

/** By bisection: the places are in order. */
function firstAtLeast(places: readonly number[], position: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
