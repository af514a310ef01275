/** Observations as the arithmetic needs them, and what several sources give for one thing and period. */
import { amountsAgree, type Amount } from '../inference/contradictions.js';
import type { FuzzyDate } from '../time/dates.js';
import { groupBy } from '../group-by.js';
import type { comparators, indicatorKinds, observationKinds } from '../../model/model.js';
import type { Observation } from '../stored/rows.js';

export type Comparator = keyof typeof comparators;
export type IndicatorKind = keyof typeof indicatorKinds;

/** An observation as the arithmetic needs it. */
export interface Value extends Observation {
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: keyof typeof observationKinds;
  /** The level of the region, where there is one. */
  readonly level: string | undefined;
}

/** What several sources give for the same thing and period: one value where they agree. */
export interface Cell {
  readonly values: readonly Value[];
  /** The most exact of them; undefined where they contradict each other. */
  readonly value: Value | undefined;
}

const exactness: readonly Comparator[] = ['EXACT', 'ABOUT', 'AT_LEAST', 'AT_MOST', 'MORE_THAN', 'LESS_THAN'];
const byExactness = (a: Value, b: Value): number =>
  exactness.indexOf(a.comparator) - exactness.indexOf(b.comparator) || byText(a.id, b.id);
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
export const aboutOf = ({ about }: Value): string => [...about].sort().join(' ');
export const daysOf = (date: FuzzyDate | undefined): string => `${date?.earliest ?? ''}/${date?.latest ?? ''}`;

/** What a value measures: values of the same series differ by their periods. */
export const seriesOf = (value: Value): string =>
  JSON.stringify([value.indicator, aboutOf(value), value.region ?? '', value.kind, daysOf(value.basePeriod)]);

export function cellsOf(values: readonly Value[]): Cell[] {
  return [...groupBy(values, (value) => `${seriesOf(value)} ${value.unit} ${daysOf(value.period)}`).values()].map((group) => {
    const sorted = group.toSorted(byExactness);
    const agreed = sorted.every((each, index) =>
      sorted.slice(index + 1).every((other) => amountsAgree(each as Amount, other as Amount)),
    );
    return { values: sorted, value: agreed ? sorted[0] : undefined };
  });
}

export const firstOf = ({ values }: Cell): Value => values[0] as Value;
export const byPeriod = (a: Value, b: Value): number =>
  byText(a.period?.earliest ?? '~', b.period?.earliest ?? '~') ||
  byText(a.period?.latest ?? '~', b.period?.latest ?? '~') ||
  byText(a.id, b.id);
