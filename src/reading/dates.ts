/** The dates that a text names, in English and Chinese. docs/decisions/038-dates-and-amounts-in-text.md records why the project reads them itself. */
import type { Span } from '../sentences.js';
import { boundOf, type Bound } from './dates/bound.js';
import { datesOf } from './dates/found.js';
import type { Precision } from './dates/moment.js';
import { withoutNamesWithNumbers } from './names-with-numbers.js';
import { codePointPositions } from './positions.js';

/** A date of a text; its span is counted in code points. */
export interface DateInText extends Span {
  readonly text: string;
  readonly edtf: string;
  readonly precision: Precision;
  /** Whether the day of the text, or another date in it, was needed to say when. */
  readonly isRelative: boolean;
  /** "since 2019" and "by 2027" name the first and last year of something. */
  readonly bound?: Bound | undefined;
}

export interface ReadingOptions {
  /** The day of the text, as EDTF; dates are left out that depend on a day which this does not give. */
  readonly published?: string | undefined;
}

/** The dates of a text, in order. They do not overlap. */
export function datesIn(text: string, { published }: ReadingOptions = {}): DateInText[] {
  const readable = withoutNamesWithNumbers(text);
  const position = codePointPositions(text);
  return datesOf(readable, published).map((date) => ({
    start: position(date.start),
    end: position(date.end),
    text: text.slice(date.start, date.end),
    edtf: date.edtf,
    precision: date.precision,
    isRelative: date.isRelative,
    bound: boundOf(readable, date),
  }));
}
