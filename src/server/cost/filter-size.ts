/** How large the filters of an operation are. Limits are on all of them together, so they are counted here and not where each is compiled. */
import { limits } from '../../limits.js';

/** The most conditions in the filters of one operation, and how deep they may be nested: every one is work for every node that is looked at. */
export const filterLimits = { conditions: limits.operation.filterConditions.value, depth: limits.operation.filterDepth.value };

export interface FilterSize {
  readonly conditions: number;
  readonly depth: number;
  /** Conditions to lie in a region that a list cannot begin at, so that every item's way up is walked. */
  readonly walks: number;
  /** Conditions on what items are related to: one counts thrice what the one around it does, for it is tested of all that is related. */
  readonly quantifiers: number;
  /** Items of lists beyond what any list may have: they are looked at before the list is refused. */
  readonly excess: number;
}

/** The size of the filters among a field's arguments. */
export function filterSize({ asOf: _view, ...args }: Readonly<Record<string, unknown>>): FilterSize {
  const filters = Object.values(args).filter(isObject);
  return {
    conditions: sum(filters.map(conditionsOf)),
    depth: Math.max(0, ...filters.map(depthOf)),
    walks: sum(filters.map((filter) => walksOf(filter, false) + Math.max(0, startsOf(filter) - 1))),
    quantifiers: sum(filters.map((filter) => quantifiersOf(filter, 1))),
    excess: excessOf(args),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function excessOf(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, value.length - longestList) + sum(value.slice(0, longestList).map(excessOf));
  return isObject(value) ? sum(Object.values(value).map(excessOf)) : 0;
}

const longestList = limits.lists.ids.value;

/** How many tests a filter makes; a list to compare with is one. */
function conditionsOf(value: unknown): number {
  if (isObject(value)) return sum(Object.values(value).map(conditionsOf)) || 1;
  return Array.isArray(value) && value.some(isObject) ? sum(value.map(conditionsOf)) : 1;
}

function depthOf(value: unknown): number {
  if (isObject(value)) return 1 + Math.max(0, ...Object.values(value).map(depthOf));
  return Array.isArray(value) ? Math.max(0, ...value.map(depthOf)) : 0;
}

function walksOf(value: unknown, optional: boolean): number {
  if (Array.isArray(value)) return sum(value.map((item) => walksOf(item, optional)));
  if (!isObject(value)) return 0;
  return sum(
    Object.entries(value).map(([key, inner]) =>
      key === 'within' ? Number(optional) : walksOf(inner, optional || notOfAll.has(key)),
    ),
  );
}

/** Conditions that a list can begin at: it begins at one, and tests the others of every item. */
function startsOf(value: unknown): number {
  if (Array.isArray(value)) return sum(value.map(startsOf));
  if (!isObject(value)) return 0;
  return sum(Object.entries(value).map(([key, inner]) => (key === 'within' ? 1 : notOfAll.has(key) ? 0 : startsOf(inner))));
}

const quantifiers: ReadonlySet<string> = new Set(['some', 'none', 'every', 'count']);

/** Where a list cannot begin at a condition. */
const notOfAll: ReadonlySet<string> = new Set(['or', 'not', ...quantifiers]);

function quantifiersOf(value: unknown, weight: number): number {
  if (Array.isArray(value)) return sum(value.map((item) => quantifiersOf(item, weight)));
  if (!isObject(value)) return 0;
  return sum(
    Object.entries(value).map(([key, inner]) =>
      quantifiers.has(key) ? weight + quantifiersOf(inner, 3 * weight) : quantifiersOf(inner, weight),
    ),
  );
}
