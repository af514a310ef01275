import { DateError, edtfDays } from './edtf.js';

/** A date as a source gives it: EDTF (ISO 8601-2) text, and the first and last day that it allows where they are known. */
export interface FuzzyDate {
  readonly edtf: string;
  /** ISO day. */
  readonly earliest?: string | undefined;
  /** ISO day. */
  readonly latest?: string | undefined;
}

/** Reads EDTF text of the years 0 to 9999, whose days can be compared as text. Throws a RangeError that says what would be right. */
export function fuzzyDate(text: string): FuzzyDate {
  const plain = plainDate(text) ?? openSet(text);
  if (plain !== undefined) return plain;
  try {
    return { edtf: text, ...edtfDays(text) };
  } catch (cause) {
    if (cause instanceof DateError) throw new RangeError(`"${text}" ${cause.message}`, { cause });
    throw cause;
  }
}

const cache = new Map<string, FuzzyDate>();

/** A date that is read once: thousands of records have the same few. */
export function cachedDate(text: string): FuzzyDate {
  const date = cache.get(text) ?? fuzzyDate(text);
  if (cache.size < 10_000) cache.set(text, date);
  return date;
}

/** A year, month or day, which nearly all dates are: imports have many of them. */
function plainDate(text: string): FuzzyDate | undefined {
  const [, year, month, dayOfMonth] = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return { edtf: text, earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (dayOfMonth === undefined) return { edtf: text, earliest: `${text}-01`, latest: `${text}-${last}` };
  return Number(dayOfMonth) < 1 || Number(dayOfMonth) > last ? undefined : { edtf: text, earliest: text, latest: text };
}

/** "[..2024-02-05]" or "[2024-02-05..]": one day of all until, or from, a plain date. */
function openSet(text: string): FuzzyDate | undefined {
  const [, before, written = '', after] = /^\[(\.\.)?([\d-]+)(\.\.)?\]$/.exec(text) ?? [];
  const date = (before === undefined) === (after === undefined) ? undefined : plainDate(written);
  if (date === undefined) return undefined;
  return before === undefined ? { edtf: text, earliest: date.earliest } : { edtf: text, latest: date.latest };
}

/** When something holds; an end that no source gives is left out. */
export interface Validity {
  readonly from?: FuzzyDate | undefined;
  readonly until?: FuzzyDate | undefined;
}
