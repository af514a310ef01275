/** Arithmetic over observations: series with their changes, and sums, means and extremes over groups. Nothing is added up that does not belong together. */
import { amountsAgree, daysBetween, type Amount } from './contradictions.js';
import type { FuzzyDate } from './dates.js';
import { GraphError } from './errors.js';
import { groupBy } from './group-by.js';
import type { comparators, indicatorKinds, observationKinds } from './model.js';
import type { Observation } from './rows.js';

export type Comparator = keyof typeof comparators;
export type IndicatorKind = keyof typeof indicatorKinds;

/** An observation as the arithmetic needs it. */
export interface Value extends Observation {
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: keyof typeof observationKinds;
  /** The level of the region, where there is one. */
  readonly level: string | undefined;
}

/** How many observations one question may go over. */
export const maxObservations = 10_000;

/** What several sources give for the same thing and period: one value where they agree. */
interface Cell {
  readonly values: readonly Value[];
  /** The most exact of them; undefined where they contradict each other. */
  readonly value: Value | undefined;
}

const exactness: readonly Comparator[] = ['EXACT', 'ABOUT', 'AT_LEAST', 'AT_MOST', 'MORE_THAN', 'LESS_THAN'];
const byExactness = (a: Value, b: Value): number =>
  exactness.indexOf(a.comparator) - exactness.indexOf(b.comparator) || byText(a.id, b.id);
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const aboutOf = ({ about }: Value): string => [...about].sort().join(' ');
const daysOf = (date: FuzzyDate | undefined): string => `${date?.earliest ?? ''}/${date?.latest ?? ''}`;

/** Of what a value is: values of the same series are told apart by their periods. */
const seriesOf = (value: Value): string =>
  JSON.stringify([value.indicator, aboutOf(value), value.region ?? '', value.kind, daysOf(value.basePeriod)]);

function cellsOf(values: readonly Value[]): Cell[] {
  return [...groupBy(values, (value) => `${seriesOf(value)} ${value.unit} ${daysOf(value.period)}`).values()].map((group) => {
    const sorted = group.toSorted(byExactness);
    const agreed = sorted.every((each, index) =>
      sorted.slice(index + 1).every((other) => amountsAgree(each as Amount, other as Amount)),
    );
    return { values: sorted, value: agreed ? sorted[0] : undefined };
  });
}

interface Change {
  readonly absolute: number;
  /** In percent of the value before; undefined where that is 0. */
  readonly percent: number | undefined;
  readonly comparator: 'EXACT' | 'ABOUT';
  /** The period of the value before. */
  readonly since: FuzzyDate;
}

export interface SeriesPoint {
  readonly period: FuzzyDate | undefined;
  readonly observations: readonly Value[];
  readonly value: number | undefined;
  readonly unit: string;
  readonly comparator: Comparator | undefined;
  readonly change: Change | undefined;
  /** Why there is no value or no change. */
  readonly note: string | undefined;
}

/** The values in the order of their periods, those without one last; each with its change since the value before of the same series. */
export function series(values: readonly Value[], kind: IndicatorKind | undefined): SeriesPoint[] {
  const cells = cellsOf(values).sort((a, b) => byPeriod(firstOf(a), firstOf(b)));
  const before = new Map<string, Cell[]>();
  return cells.map((cell) => {
    const key = seriesOf(firstOf(cell));
    const earlier = before.get(key) ?? [];
    before.set(key, [...earlier.slice(-recent), cell]);
    return pointOf(cell, cellBefore(cell, earlier, kind));
  });
}

/** The last one that can be compared; of those for the same period, the one in the same unit. */
function cellBefore(cell: Cell, earlier: readonly Cell[], kind: IndicatorKind | undefined): Cell | undefined {
  const { unit } = firstOf(cell);
  const last = earlier.findLast((other) => comesBefore(firstOf(other), firstOf(cell), kind));
  if (last === undefined) return undefined;
  const period = daysOf(firstOf(last).period);
  return earlier.find((other) => daysOf(firstOf(other).period) === period && firstOf(other).unit === unit) ?? last;
}

/** How many of the points before are looked at for the one to compare with: between two years there may be their months. */
const recent = 31;
const firstOf = ({ values }: Cell): Value => values[0] as Value;
const byPeriod = (a: Value, b: Value): number =>
  byText(a.period?.earliest ?? '~', b.period?.earliest ?? '~') ||
  byText(a.period?.latest ?? '~', b.period?.latest ?? '~') ||
  byText(a.id, b.id);

/** Values of periods can be compared where these are as long and do not overlap; what stands at an instant, whatever the length. */
function comesBefore(earlier: Value, later: Value, kind: IndicatorKind | undefined): boolean {
  const [start, end] = [earlier.period?.latest, later.period?.earliest];
  if (start === undefined || end === undefined || start >= end) return false;
  if (kind === 'STOCK' || kind === 'PRICE') return true;
  const [one, other] = [lengthOf(earlier.period), lengthOf(later.period)];
  return Math.min(one, other) / Math.max(one, other) > sameLength;
}

/** February is 28 days to January's 31. */
const sameLength = 0.9;
const lengthOf = (period: FuzzyDate | undefined): number => daysBetween(period?.earliest ?? '', period?.latest ?? '') + 1;

function pointOf(cell: Cell, before: Cell | undefined): SeriesPoint {
  const { period, unit } = firstOf(cell);
  const { change, note } = changeOf(cell, before);
  return { period, unit, observations: cell.values, value: cell.value?.value, comparator: cell.value?.comparator, change, note };
}

function changeOf({ value }: Cell, before: Cell | undefined): { readonly change?: Change; readonly note?: string } {
  if (value === undefined) return { note: disagreement };
  if (before === undefined) return {};
  const { value: old } = before;
  if (old === undefined) return { note: 'No change is given: the sources of the value before contradict each other.' };
  if (old.unit !== value.unit)
    return { note: `No change is given: the value before is in ${old.unit}, this one in ${value.unit}.` };
  if (!isNumber(old) || !isNumber(value))
    return { note: `No change is given: ${isNumber(old) ? 'this value' : 'the value before'} is only a bound.` };
  const absolute = value.value - old.value;
  const percent = old.value === 0 ? undefined : (absolute / Math.abs(old.value)) * 100;
  return {
    change: {
      absolute,
      percent,
      comparator: old.comparator === 'EXACT' && value.comparator === 'EXACT' ? 'EXACT' : 'ABOUT',
      since: old.period as FuzzyDate,
    },
  };
}

const disagreement = 'No value is given: its sources contradict each other.';
const isNumber = ({ comparator }: Value): boolean => comparator === 'EXACT' || comparator === 'ABOUT';

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

/** Why some of the values may count the same thing twice, as a country and its provinces do, or a year and its months. */
function overlapOf(values: readonly Value[]): string | undefined {
  const levels = [
    ...new Set(values.map(({ region, level }) => (region === undefined ? 'no region' : (level ?? 'an unknown level')))),
  ].sort();
  const regions = new Set(values.map(({ region }) => region));
  if (levels.length > 1)
    return `the regions are of several levels (${levels.join(', ')}), and one may lie in the other. Ask for one "regionLevel", or group by REGION_LEVEL.`;
  if (regions.size > 1 && levels[0] === 'BLOC') return 'blocs share members. Group by REGION.';
  for (const group of groupBy(values, ({ region }) => region).values()) {
    if (matterOverlaps(group))
      return 'values of one region are about things of which one may be part of the other. Ask for one "about".';
    if ([...groupBy(group, aboutOf).values()].some(periodsOverlap))
      return 'periods overlap, or are not known. Group by YEAR, or restrict them with "from" and "to".';
  }
  return undefined;
}

/** Whether what one value is about comes back in another, together with other things or beside a value about nothing in particular. */
function matterOverlaps(values: readonly Value[]): boolean {
  const matters = [...new Map(values.map((value) => [aboutOf(value), value.about] as const)).values()];
  const all = matters.flat();
  return matters.length > 1 && (matters.some(({ length }) => length === 0) || new Set(all).size < all.length);
}

function periodsOverlap(values: readonly Value[]): boolean {
  const sorted = values.toSorted(byPeriod);
  return sorted.some(({ period }, index) => index > 0 && (sorted[index - 1]?.period?.latest ?? '~') >= (period?.earliest ?? ''));
}
