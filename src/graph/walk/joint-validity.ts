import type { FuzzyDate, Validity } from '../time/dates.js';

/** When several things hold together: since the latest of their beginnings, until the earliest of their ends. Ends that are not given bound nothing. */
export function jointValidity(validities: readonly Validity[]): Validity {
  const given = (dates: readonly (FuzzyDate | undefined)[]) => dates.filter((date) => date !== undefined);
  return {
    from: extreme(given(validities.map(({ from }) => from)), (days) => days.reduce((a, b) => (a > b ? a : b))),
    until: extreme(given(validities.map(({ until }) => until)), (days) => days.reduce((a, b) => (a < b ? a : b))),
  };
}

/** Sort before and after every ISO day, for unknown bounds. */
const [dawn, dusk] = ['', '~'];

/** The last, or first, of vague dates: one of them where one is it in every reading, else the days that it may be. */
function extreme(dates: readonly FuzzyDate[], pick: (days: readonly string[]) => string): FuzzyDate | undefined {
  if (dates.length === 0) return undefined;
  const earliest = pick(dates.map((date) => date.earliest ?? dawn));
  const latest = pick(dates.map((date) => date.latest ?? dusk));
  const same = dates.find((date) => (date.earliest ?? dawn) === earliest && (date.latest ?? dusk) === latest);
  return same ?? between(earliest, latest);
}

function between(earliest: string, latest: string): FuzzyDate {
  const [from, to] = [earliest === dawn ? undefined : earliest, latest === dusk ? undefined : latest];
  return { edtf: from !== undefined && from === to ? from : `[${from ?? ''}..${to ?? ''}]`, earliest: from, latest: to };
}
