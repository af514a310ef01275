import type { FuzzyDate } from '../time/dates.js';
import { GraphError } from '../errors.js';
import { groupBy } from '../group-by.js';
import { overlapOf } from './overlap.js';
import { byPeriod, byText, cellsOf, type Cell, type Comparator, type IndicatorKind, type Value } from './values.js';

/** What values are grouped by, each with what it means. */
export const groupings = {
  REGION: 'The region.',
  REGION_LEVEL: 'The level of the region.',
  YEAR: 'The year that the period lies in; none for a period that is not within one year.',
  KIND: 'Whether it was measured, is aimed at, or is expected.',
  UNIT: 'The unit.',
} as const;

export type Grouping = keyof typeof groupings;

const keys: Readonly<Record<Grouping, (value: Value) => string | undefined>> = {
  REGION: ({ region }) => region,
  REGION_LEVEL: ({ level }) => level,
  YEAR: ({ period }) => yearOf(period),
  KIND: ({ kind }) => kind,
  UNIT: ({ unit }) => unit,
};

function yearOf(period: FuzzyDate | undefined): string | undefined {
  const [first, last] = [period?.earliest?.slice(0, 4), period?.latest?.slice(0, 4)];
  return first === last ? first : undefined;
}

export interface StatisticsGroup {
  readonly keys: readonly { readonly by: Grouping; readonly value: string | undefined }[];
  /** How many values, where several sources of one value count once. */
  readonly count: number;
  readonly unit: string;
  readonly kind: Value['kind'];
  readonly sum: number | undefined;
  readonly mean: number | undefined;
  /** How the sum and the mean are meant. */
  readonly comparator: Comparator | undefined;
  readonly smallest: Value;
  readonly largest: Value;
  readonly observations: readonly Value[];
  /** Why there is no sum or no mean. */
  readonly note: string | undefined;
}

/** Groups by what is asked for, and always by kind: what is aimed at is never added to what was measured. Throws BAD_USER_INPUT where units in a group differ. */
export function statistics(
  values: readonly Value[],
  by: readonly Grouping[],
  kind: IndicatorKind | undefined,
): StatisticsGroup[] {
  const groups = groupBy(values, (value) => JSON.stringify([value.kind, ...by.map((each) => keys[each](value) ?? null)]));
  const found = [...groups.values()].map((group) => groupOf(group, by, kind));
  return found.sort((a, b) => byKeys(a, b));
}

function byKeys(a: StatisticsGroup, b: StatisticsGroup): number {
  const differing = a.keys.findIndex(({ value }, index) => value !== b.keys[index]?.value);
  return differing === -1 ? byText(a.kind, b.kind) : byText(a.keys[differing]?.value ?? '~', b.keys[differing]?.value ?? '~');
}

function groupOf(values: readonly Value[], by: readonly Grouping[], indicatorKind: IndicatorKind | undefined): StatisticsGroup {
  const first = values[0] as Value;
  mustAgreeInUnit(values);
  const cells = cellsOf(values);
  const sorted = values.toSorted((a, b) => a.value - b.value || byText(a.id, b.id));
  return {
    keys: by.map((each) => ({ by: each, value: keys[each](first) })),
    count: cells.length,
    unit: first.unit,
    kind: first.kind,
    smallest: sorted[0] as Value,
    largest: sorted.at(-1) as Value,
    observations: values.toSorted(byPeriod),
    ...totalOf(cells, indicatorKind),
  };
}

function mustAgreeInUnit(values: readonly Value[]): void {
  const units = [...new Set(values.map(({ unit }) => unit))].sort();
  if (units.length > 1)
    throw new GraphError(
      'BAD_USER_INPUT',
      `Values in ${units.join(', ')} cannot be taken together, and nothing is converted: ask for one with "unit", or add UNIT to "by".`,
    );
}

type Total = Pick<StatisticsGroup, 'sum' | 'mean' | 'comparator' | 'note'>;
const none = (note: string): Total => ({ sum: undefined, mean: undefined, comparator: undefined, note });

function totalOf(cells: readonly Cell[], indicatorKind: IndicatorKind | undefined): Total {
  const values = cells.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length < cells.length) return none('There is no sum or mean: sources contradict each other.');
  const overlap = overlapOf(values);
  if (overlap !== undefined) return none(`There is no sum or mean: ${overlap}`);
  const comparator = comparatorOf(values.map((value) => value.comparator));
  if (comparator === undefined) return none('There is no sum or mean: some values are lower bounds, and some are upper bounds.');
  const sum = values.reduce((total, { value }) => total + value, 0);
  const mean = sum / values.length;
  const unsummable = notSummable(indicatorKind, values[0] as Value);
  return unsummable === undefined
    ? { sum, mean, comparator, note: undefined }
    : { sum: undefined, mean, comparator, note: unsummable };
}

/** Only what is counted over a period adds up; growth does not. */
function notSummable(indicatorKind: IndicatorKind | undefined, { kind, unit }: Value): string | undefined {
  if (kind === 'CHANGE') return 'There is no sum: changes do not add up.';
  if (unit === '%') return 'There is no sum: percentages do not add up.';
  if (indicatorKind === 'FLOW') return undefined;
  return indicatorKind === undefined
    ? 'There is no sum: the indicator does not say what kind of figure it is.'
    : `There is no sum: a ${indicatorKind} does not add up over regions and periods.`;
}

/** How a sum of such values is meant; undefined where it bounds nothing. A sum of "about 10" and "more than 5" is at least about 15. */
export function comparatorOf(all: readonly Comparator[]): Comparator | undefined {
  const has = (...some: Comparator[]) => all.some((comparator) => some.includes(comparator));
  const [lower, upper] = [has('MORE_THAN', 'AT_LEAST'), has('LESS_THAN', 'AT_MOST')];
  if (lower && upper) return undefined;
  if (lower) return has('MORE_THAN') && !has('ABOUT') ? 'MORE_THAN' : 'AT_LEAST';
  if (upper) return has('LESS_THAN') && !has('ABOUT') ? 'LESS_THAN' : 'AT_MOST';
  return has('ABOUT') ? 'ABOUT' : 'EXACT';
}
