import { daysBetween } from '../inference/contradictions.js';
import type { FuzzyDate } from '../time/dates.js';
import {
  byPeriod,
  cellsOf,
  daysOf,
  firstOf,
  seriesOf,
  type Cell,
  type Comparator,
  type IndicatorKind,
  type Value,
} from './values.js';

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

/** Values of periods can be compared where these are as long and do not overlap; values at an instant can always be compared. */
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
const isNumber = ({ comparator }: Value): boolean => ['EXACT', 'ABOUT', 'NEARLY'].includes(comparator);
