/** Dates as tables write them, as EDTF. */
import { dateProblem } from '../../changesets/written-date.js';
import { fuzzyDate, type FuzzyDate } from '../../graph/time/dates.js';
import { writtenDay } from '../../graph/time/edtf.js';
import { dateFormat } from './date-format.js';

export interface DateRules {
  /** See date-format.ts; EDTF and instants are always understood. */
  readonly formats?: readonly string[] | undefined;
  /** Placeholders for a missing date. */
  readonly none?: readonly string[] | undefined;
  /** ISO days: what lies wholly outside is a mistake. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

/** A date; undefined where the text is a placeholder for none; an error says what would be right. */
export type DateReader = (text: string) => { readonly date: FuzzyDate | undefined } | { readonly error: string };

/** Reads dates by the rules of a mapping, which were read without a mistake. */
export function dateReader({ formats = [], none = [], earliest, latest }: DateRules): DateReader {
  const read = formats.map(dateFormat);
  const placeholders = new Set(none);
  return (text) => {
    if (text === '' || placeholders.has(text)) return { date: undefined };
    const found = [...new Set(read.flatMap((format) => format(text) ?? []))];
    const right = found.filter((date) => dateProblem(date) === undefined);
    if (right.length > 1)
      return { error: `may be ${right.join(' or ')}, by the formats of the mapping: write it as EDTF (2024-02-05)` };
    const written = right[0] ?? found[0] ?? plainText(text);
    const problem = dateProblem(written) ?? farYear(written);
    if (problem !== undefined) return { error: sentence(text, problem, formats) };
    const date = fuzzyDate(written);
    if (isOutside(date, earliest, latest))
      return { error: `is a date outside of ${earliest ?? '…'} to ${latest ?? '…'}, which the mapping gives as its bounds` };
    return { date };
  };
}

/** What a cell has without a format of its own: digits of any width, and the day that an instant is written with, in whatever zone. */
function plainText(text: string): string {
  const plain = text.normalize('NFKC');
  return writtenDay(plain.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T').replace(/ (?=Z|[+-]\d)/, '')) ?? plain;
}

/** In a table, four digits below 1000 or above 2999 are a number of something else, a year of another calendar, or a placeholder such as 9999-12-31. */
const farYear = (text: string): string | undefined =>
  /^[03-9]\d{3}(?!\d)/.test(text)
    ? 'is not in the years 1000 to 2999, which are the ones that tables are taken to mean'
    : undefined;

function sentence(text: string, problem: string, formats: readonly string[]): string {
  if (/^\d{2,3}$/.test(text)) return `${problem}; the format RRR reads years of the Republic of China`;
  if (!problem.includes('EDTF')) return problem;
  return `is no date of the forms ${['EDTF (2024-02-05)', ...formats].join(', ')}${hint(text)}`;
}

function hint(text: string): string {
  if (/^[1-6]\d{4}(\.\d+)?$/.test(text)) return ': it may be a day as a spreadsheet counts them, so format the column as a date';
  return /^\d{6,8}$/.test(text) ? ': such digits need a format, such as YYYYMMDD or RRRMMDD' : '';
}

/** Whether no day that the date allows is within the bounds. */
const isOutside = (date: FuzzyDate, earliest = '', latest = '~'): boolean =>
  (date.latest ?? '~') < earliest || (date.earliest ?? '') > latest;
