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

/** Reads EDTF text. Throws a RangeError that says what is wrong with it. */
export function fuzzyDate(text: string): FuzzyDate {
  const { min, max } = bounds(text);
  return { edtf: text, earliest: day(min), latest: day(max) };
}

function bounds(text: string): Bounds {
  try {
    const parsed = edtf(text) as Bounds & { type: string; values?: (Bounds | [Bounds, Bounds])[] };
    return parsed.type === 'Set' ? boundsOfSet(parsed.values ?? []) : parsed;
  } catch (cause) {
    throw new RangeError(`"${text}" is not an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30].`, { cause });
  }
}

/** The library takes the first of a set's range for its last day, so a set is measured member by member. */
function boundsOfSet(values: readonly (Bounds | [Bounds, Bounds])[]): Bounds {
  const members = values.flat();
  return {
    min: Math.min(...members.map(({ min }) => min ?? -Infinity)),
    max: Math.max(...members.map(({ max }) => max ?? Infinity)),
  };
}

function day(instant: number | null): string | undefined {
  return instant === null || !Number.isFinite(instant) ? undefined : new Date(instant).toISOString().slice(0, 10);
}

/** When something holds; an end that no source gives is left out. */
export interface Validity {
  readonly from?: FuzzyDate | undefined;
  readonly until?: FuzzyDate | undefined;
}

/**
 * Whether something holds on a day: CERTAIN when every reading of its dates includes the day, POSSIBLE when some do, undefined when none does.
 * An end that is not given bounds nothing.
 */
export function certainty({ from, until }: Validity, on: string): 'CERTAIN' | 'POSSIBLE' | undefined {
  const mayHold = (from?.earliest ?? on) <= on && on <= (until?.latest ?? on);
  if (!mayHold) return undefined;
  const mustHold = (from?.latest ?? on) <= on && on <= (until?.earliest ?? on);
  return mustHold ? 'CERTAIN' : 'POSSIBLE';
}
