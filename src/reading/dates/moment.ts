import type { Day } from './calendar.js';

export type Precision = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'SEASON' | 'HALF' | 'YEAR' | 'DECADE' | 'CENTURY' | 'PERIOD';

/** What is read beside the words of a date themselves. */
export interface Context {
  readonly year: number;
  readonly month: number;
  /** The date before it in the text, as EDTF; the day of the text for the first one. */
  readonly previous: string;
  readonly isFuture: boolean;
}

/** What words of a text say of a date. */
export interface Reading {
  readonly precision: Precision;
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  /** What the words leave out and the text or its day gives. */
  readonly missing?: 'YEAR' | 'MONTH' | 'DIRECTION' | 'PREVIOUS' | undefined;
  /** Says when only with the day of the text: "last year", "April 26". */
  readonly isRelative: boolean;
  /** EDTF text; undefined where the context does not say. */
  readonly edtf: (context: Context) => string | undefined;
}

/** A reading at its place in the text, in code units. */
export interface Moment extends Reading {
  readonly start: number;
  readonly end: number;
}

export type Groups = Readonly<Record<string, string | undefined>>;

export interface Rule {
  readonly pattern: RegExp;
  /** `today` is the day of the text. Undefined where the words are no date. */
  readonly read: (groups: Groups, today: Day | undefined) => Reading | undefined;
}

/** A date whose words leave the year to the text where they give none. */
export function ofYear(
  precision: Precision,
  year: number | undefined,
  isRelative: boolean,
  edtf: (year: number) => string,
): Reading {
  return {
    precision,
    year,
    missing: year === undefined ? 'YEAR' : undefined,
    isRelative: isRelative || year === undefined,
    edtf: (context) => edtf(year ?? context.year),
  };
}

export const fixed = (precision: Precision, edtf: string, isRelative = true): Reading => ({
  precision,
  isRelative,
  edtf: () => edtf,
});
