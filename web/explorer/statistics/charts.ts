/** Which charts the values of an indicator make. */
import { groupBy } from './group-by.ts';

interface Period {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface Named {
  readonly id: string;
}

interface Measured {
  readonly kind: 'ACTUAL' | 'CHANGE' | 'TARGET' | 'FORECAST';
  readonly comparator: 'EXACT' | 'ABOUT' | 'NEARLY' | 'AT_LEAST' | 'MORE_THAN' | 'AT_MOST' | 'LESS_THAN';
  readonly value: number | null;
  readonly unit: string | null;
  readonly period: Period | null;
  readonly region: Named | null;
  readonly about: readonly Named[];
}

export interface Chart<Value> {
  /** Values of one thing over time, or one beside the other. */
  readonly form: 'TIME' | 'BARS';
  readonly unit: string | null;
  readonly isChange: boolean;
  readonly values: readonly Value[];
}

/** Values that share a unit are in one chart; what is measured more than once over time has one of its own. A lone value needs none, and zeros have nothing to show. */
export function chartsOf<Value extends Measured>(values: readonly Value[]): Chart<Value>[] {
  const drawn = values.filter(({ value }) => value !== null);
  return groupBy(drawn, (each) => `${each.unit} ${each.kind === 'CHANGE'}`).flatMap((scale) => {
    if (scale.every(({ value }) => value === 0)) return [];
    const shared = { unit: scale[0]!.unit, isChange: scale[0]!.kind === 'CHANGE' };
    const series = groupBy(scale, subjectOf);
    const overTime = series.filter(isOverTime);
    const rest = series.filter((each) => !overTime.includes(each)).flat();
    return [
      ...overTime.map((each) => ({ ...shared, form: 'TIME' as const, values: each.toSorted(byPeriod) })),
      ...(rest.length > 1 ? [{ ...shared, form: 'BARS' as const, values: rest }] : []),
    ];
  });
}

const subjectOf = ({ region, about }: Measured): string => [region?.id, ...about.map(({ id }) => id).sort()].join(' ');

/** In two periods or more, all of them known. A value without a day would be left out of a time axis. */
function isOverTime(values: readonly Measured[]): boolean {
  const periods = new Set(values.map(({ period }) => period?.edtf));
  return periods.size > 1 && values.every(({ period }) => period?.earliest != null && period.latest != null);
}

const byPeriod = (a: Measured, b: Measured): number => Number(dayOf(a.period!.earliest!)) - Number(dayOf(b.period!.earliest!));

export const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Consecutive measurements, exact and of periods without a gap: only these are joined by a line. */
export function joins<Value extends Measured>(values: readonly Value[]): [Value, Value][] {
  const exact = values.filter(({ kind, comparator }) => kind !== 'TARGET' && kind !== 'FORECAST' && comparator === 'EXACT');
  return exact.slice(1).flatMap((value, index): [Value, Value][] => {
    const before = exact[index]!;
    const gap = Number(dayOf(value.period!.earliest!)) - Number(dayOf(before.period!.latest!));
    return isVague(before) || isVague(value) || gap <= 0 || gap > oneDay ? [] : [[before, value]];
  });
}

const oneDay = 24 * 60 * 60 * 1_000;

/** Whether the source leaves open which days the period has. */
export const isVague = ({ period }: Measured): boolean => /[~?%X[{]/.test(period?.edtf ?? '');

/** On which side of the value the true one may be. */
export function openSide({ comparator }: Measured): 'ABOVE' | 'BELOW' | undefined {
  if (comparator === 'AT_LEAST' || comparator === 'MORE_THAN') return 'ABOVE';
  return comparator === 'AT_MOST' || comparator === 'LESS_THAN' ? 'BELOW' : undefined;
}
