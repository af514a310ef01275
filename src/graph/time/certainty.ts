/** How sure it is that a relation holds on a day: what the store keeps in addition to its dates, and what follows for each day. */
import type { FuzzyDate, Validity } from './dates.js';

export const certainties = {
  CERTAIN:
    'Every reading of its dates includes the day, and sources speak for that day: its start and its end are known, or a source speaks of it then or later, or on that very day.',
  PRESUMED: 'A source says that it is so, none says that it ended by the day, and none speaks for the day itself.',
  POSSIBLE:
    'Only some readings of its dates include the day; or no source gives a start, and the day is before the first one that speaks of it.',
} as const;

export type Certainty = keyof typeof certainties;

/** From the least sure to the surest. */
const ranks: readonly Certainty[] = ['POSSIBLE', 'PRESUMED', 'CERTAIN'];
export const isAtLeast = (certainty: Certainty, least: Certainty): boolean => ranks.indexOf(certainty) >= ranks.indexOf(least);
export const surest = (all: readonly Certainty[]): Certainty => extreme(all, (a, b) => a > b);
export const leastSure = (all: readonly Certainty[]): Certainty => extreme(all, (a, b) => a < b);

function extreme(all: readonly Certainty[], isBetter: (a: number, b: number) => boolean): Certainty {
  return all.reduce((best, each) => (isBetter(ranks.indexOf(each), ranks.indexOf(best)) ? each : best));
}

/** ISO days that a relation keeps in addition to its dates, so that statements only compare days. */
export interface HoldingDays {
  /** EDTF: the first and the last day on which a source speaks of it. */
  readonly firstStatedOn?: string | undefined;
  readonly lastStatedOn?: string | undefined;
  /** It does not hold before; no bound by default. */
  readonly possibleFrom?: string | undefined;
  /** From here on it holds unless a source ends it; the day on which the graph recorded it by default. */
  readonly presumedFrom?: string | undefined;
  /** Where its start is known: until here sources speak for it. */
  readonly certainUntil?: string | undefined;
  /** Where its start is unknown: the days on which sources speak of it. */
  readonly certainOn?: readonly string[] | undefined;
}

/** `statements` are the days of the documents that say so; `notBefore` is the first day on which its policy or program can have begun. */
export function holdingDays(
  { from, until }: Validity,
  statements: readonly FuzzyDate[],
  notBefore: string | undefined,
): HoldingDays {
  const { first, last } = extremes(statements);
  const days = { firstStatedOn: first?.edtf, lastStatedOn: last?.edtf, possibleFrom: latest([from?.earliest, notBefore]) };
  if (from?.latest === undefined) {
    const certainOn = [...new Set(statements.filter(isDay).map(({ edtf }) => edtf))].sort();
    const presumedFrom = statements
      .map(({ latest }) => latest)
      .filter((day) => day !== undefined)
      .sort()[0];
    return { ...days, presumedFrom, certainOn: certainOn.length === 0 ? undefined : certainOn };
  }
  const certainUntil = until === undefined ? latest(statements.map(({ earliest }) => earliest)) : until.earliest;
  return {
    ...days,
    presumedFrom: from.latest,
    certainUntil: certainUntil === undefined || certainUntil < from.latest ? undefined : certainUntil,
  };
}

/** The date that begins first and the one that ends last; of those that begin or end on one day, the same in whatever order they come. */
export function extremes(dates: readonly FuzzyDate[]): {
  readonly first: FuzzyDate | undefined;
  readonly last: FuzzyDate | undefined;
} {
  const by = (key: (date: FuzzyDate) => string) => (a: FuzzyDate, b: FuzzyDate) =>
    key(a) === key(b) ? (a.edtf < b.edtf ? -1 : 1) : key(a) < key(b) ? -1 : 1;
  return {
    first: dates.toSorted(by(({ earliest = '' }) => earliest))[0],
    last: dates.toSorted(by(({ latest = '~' }) => latest)).at(-1),
  };
}

const isDay = ({ edtf, earliest, latest }: FuzzyDate): boolean => edtf === earliest && edtf === latest;
const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/** The days that a relation keeps in addition to its dates. */
export function daysOf(relation: Readonly<Record<string, unknown>>): HoldingDays {
  const { firstStatedOn, lastStatedOn, possibleFrom, presumedFrom, certainUntil, certainOn } = relation;
  const days = { firstStatedOn, lastStatedOn, possibleFrom, presumedFrom, certainUntil, certainOn };
  return Object.fromEntries(Object.entries(days).map(([name, day]) => [name, day ?? undefined]));
}

/** What a relation must tell for `certaintyOn`. */
export interface Held extends HoldingDays, Validity {
  /** ISO instant: when the graph recorded it. */
  readonly knownFrom?: string | undefined;
}

/** How sure it is that a relation holds on an ISO day; undefined when it does not. The conditions of as-of.ts say the same in Cypher. */
export function certaintyOn(held: Held, day: string): Certainty | undefined {
  const { from, until, possibleFrom = day, certainUntil = '', certainOn = [] } = held;
  if (possibleFrom > day || (until?.latest ?? day) < day) return undefined;
  const presumedFrom = held.presumedFrom ?? held.knownFrom?.slice(0, 10) ?? '~';
  if (presumedFrom > day || (until !== undefined && (until.earliest ?? '') < day)) return 'POSSIBLE';
  const isSpokenFor = ((from?.latest ?? '~') <= day && certainUntil >= day) || certainOn.includes(day);
  return isSpokenFor ? 'CERTAIN' : 'PRESUMED';
}
