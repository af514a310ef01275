/** The places in a text of the quotes of an answer. */
import { limits } from '../../limits.js';
import type { Span } from '../../sentences.js';
import type { Part } from './parts.js';

const space = /\s/u;
const quoteMark = /["'`´＂＇“”„‟‘’‚‛«»‹›「」『』]/u;
const letter = /[\p{L}\p{N}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const { modelQuote } = limits.reading;

type QuoteProblem = 'QUOTE_NOT_IN_TEXT' | 'QUOTE_OF_ANOTHER_PART' | 'QUOTE_TOO_LONG';

/** Characters of the shortest quote: a word says nothing. */
const shortest = 4;

/**
 * A text to find quotes in. White space and quotation marks are all alike, since models change them when they write JSON;
 * anything else must be the same.
 */
export class QuotedText {
  private readonly plain: string;
  /** The code point that each unit of `plain` stands for. */
  private readonly places: readonly number[];

  constructor(private readonly characters: readonly string[]) {
    const { plain, places } = alike(characters);
    [this.plain, this.places] = [plain, places];
  }

  /** The place of a quote in a part, of several the one nearest to the paragraph; or why there is none. */
  find(quote: string, part: Part, paragraph: number | undefined): Span | QuoteProblem {
    if (quote.length > modelQuote.value) return 'QUOTE_TOO_LONG';
    const wanted = alike(Array.from(quote.trim())).plain;
    if (wanted.length < shortest || !letter.test(wanted)) return 'QUOTE_NOT_IN_TEXT';
    const found = this.all(wanted, part);
    if (found.length === 0)
      return this.all(wanted, { start: 0, end: this.characters.length }).length === 0
        ? 'QUOTE_NOT_IN_TEXT'
        : 'QUOTE_OF_ANOTHER_PART';
    const meant = part.paragraphs.find(({ number }) => number === paragraph) ?? part.paragraphs[0] ?? part;
    const distance = ({ start }: Span) => Math.max(meant.start - start, start - meant.end, 0);
    return found.toSorted((a, b) => distance(a) - distance(b))[0] as Span;
  }

  private all(wanted: string, { start, end }: Span): Span[] {
    const found: Span[] = [];
    const first = firstAtLeast(this.places, start);
    for (let at = this.plain.indexOf(wanted, first); at !== -1; at = this.plain.indexOf(wanted, at + 1)) {
      const span = { start: this.places[at] as number, end: (this.places[at + wanted.length - 1] as number) + 1 };
      if (span.end > end) break;
      if (!this.isInsideWord(span.start) && !this.isInsideWord(span.end)) found.push(span);
    }
    return found;
  }

  /** A quote does not begin or end in the middle of a word. */
  private isInsideWord(position: number): boolean {
    const [before = '', after = ''] = [this.characters[position - 1], this.characters[position]];
    return [before, after].every((each) => letter.test(each) && !unspaced.test(each));
  }
}

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
