import edtf from 'edtf';

/** A date as a source gives it: EDTF (ISO 8601-2) text, and the first and last day that it allows where they are known. */
export interface FuzzyDate {
  readonly edtf: string;
  /** ISO day. */
  readonly earliest?: string | undefined;
  /** ISO day. */
  readonly latest?: string | undefined;
}

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

interface Parsed extends Bounds {
  readonly type: string;
  /** The members of a set: dates, and ranges of two. */
  readonly values?: readonly (Bounds | readonly [Bounds, Bounds])[];
  /** A set that goes on before its first member, or after its last. */
  readonly earlier?: boolean;
  readonly later?: boolean;
}

/** Reads EDTF text of the years 0 to 9999, whose days can be compared as text. Throws a RangeError that says what would be right. */
export function fuzzyDate(text: string): FuzzyDate {
  const plain = plainDate(text) ?? openSet(text);
  if (plain !== undefined) return plain;
  try {
    mustBeWritten(text);
    const parsed = edtf(text) as Parsed;
    const { min, max } = parsed.type === 'Set' || parsed.type === 'List' ? boundsOfSet(parsed) : parsed;
    return { edtf: text, earliest: day(min), latest: day(max) };
  } catch (cause) {
    throw new RangeError(`"${text}" is not an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30].`, {
      cause,
    });
  }
}

/** A year, month or day, which nearly all dates are: the library takes a tenth of a millisecond for each. */
function plainDate(text: string): FuzzyDate | undefined {
  const [, year, month, dayOfMonth] = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return { edtf: text, earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (dayOfMonth === undefined) return { edtf: text, earliest: `${text}-01`, latest: `${text}-${last}` };
  return Number(dayOfMonth) < 1 || Number(dayOfMonth) > last ? undefined : { edtf: text, earliest: text, latest: text };
}

/** "[..2024-02-05]" or "[2024-02-05..]": one day of all until, or from, a plain date; imports have many of them. */
function openSet(text: string): FuzzyDate | undefined {
  const [, before, written = '', after] = /^\[(\.\.)?([\d-]+)(\.\.)?\]$/.exec(text) ?? [];
  const date = (before === undefined) === (after === undefined) ? undefined : plainDate(written);
  if (date === undefined) return undefined;
  return before === undefined ? { edtf: text, earliest: date.earliest } : { edtf: text, latest: date.latest };
}

/** The library takes digits for milliseconds since 1970, and 29 February of any year for a day. */
function mustBeWritten(text: string): void {
  if (/^\d{5,}$/.test(text)) throw new RangeError('Digits only.');
  for (const [written] of text.matchAll(/\d{4}-\d{2}-\d{2}/g))
    if (day(Date.parse(written)) !== written) throw new RangeError('No such day.');
}

/** The library takes the first of a set's range for its last day, so a set is measured member by member. */
function boundsOfSet({ values = [], earlier, later }: Parsed): Bounds {
  const members = values.map((value): Bounds => ('min' in value ? value : { min: value[0].min, max: value[1].max }));
  if (members.some(({ min, max }) => min !== null && max !== null && min > max))
    throw new RangeError('A range that ends before it begins.');
  return {
    min: earlier === true ? null : Math.min(...members.map(({ min }) => min ?? -Infinity)),
    max: later === true ? null : Math.max(...members.map(({ max }) => max ?? Infinity)),
  };
}

function day(instant: number | null): string | undefined {
  if (instant === null || !Number.isFinite(instant)) return undefined;
  const text = new Date(instant).toISOString();
  if (!/^\d{4}-/.test(text)) throw new RangeError('Not a year from 0 to 9999.');
  return text.slice(0, 10);
}

/** When something holds; an end that no source gives is left out. */
export interface Validity {
  readonly from?: FuzzyDate | undefined;
  readonly until?: FuzzyDate | undefined;
}

/**
 * Whether something holds on a day: CERTAIN when every reading of its dates includes the day, POSSIBLE when some do, undefined when none does.
 * An end that is not given bounds nothing; one that is given, with a day that is not known, leaves open whether it holds.
 */
export function certainty({ from, until }: Validity, on: string): 'CERTAIN' | 'POSSIBLE' | undefined {
  const mayHold = (from?.earliest ?? on) <= on && on <= (until?.latest ?? on);
  if (!mayHold) return undefined;
  const hasBegun = from === undefined || (from.latest !== undefined && from.latest <= on);
  const hasNotEnded = until === undefined || (until.earliest !== undefined && on <= until.earliest);
  return hasBegun && hasNotEnded ? 'CERTAIN' : 'POSSIBLE';
}
