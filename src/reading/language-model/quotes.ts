/** The places in a text of the quotes of an answer. */
import { limits } from '../../limits.js';
import type { Span } from '../../sentences.js';
import { AlikeText, plainWords } from '../alike-text.js';
import type { Part } from './parts.js';

const letter = /[\p{L}\p{N}]/u;

const { modelQuote } = limits.reading;

type QuoteProblem = 'QUOTE_NOT_IN_TEXT' | 'QUOTE_OF_ANOTHER_PART' | 'QUOTE_TOO_LONG';

/** Characters of the shortest quote: a word says nothing. */
const shortest = 4;

/** A text to find quotes in. Models change white space and quotation marks when they write JSON. */
export class QuotedText {
  private readonly text: AlikeText;

  constructor(private readonly characters: readonly string[]) {
    this.text = new AlikeText(characters);
  }

  /** The place of a quote in a part, of several the one nearest to the paragraph; or why there is none. */
  find(quote: string, part: Part, paragraph: number | undefined): Span | QuoteProblem {
    if (quote.length > modelQuote.value) return 'QUOTE_TOO_LONG';
    const wanted = plainWords(quote);
    if (wanted.length < shortest || !letter.test(wanted)) return 'QUOTE_NOT_IN_TEXT';
    const found = this.text.all(quote, part);
    if (found.length === 0)
      return this.text.all(quote, { start: 0, end: this.characters.length }, 1).length === 0
        ? 'QUOTE_NOT_IN_TEXT'
        : 'QUOTE_OF_ANOTHER_PART';
    const meant = part.paragraphs.find(({ number }) => number === paragraph) ?? part.paragraphs[0] ?? part;
    const distance = ({ start }: Span) => Math.max(meant.start - start, start - meant.end, 0);
    return found.toSorted((a, b) => distance(a) - distance(b))[0] as Span;
  }
}
