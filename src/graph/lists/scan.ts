/** What it takes to look at all items of a kind, in units of work for 1,000 of them; measured: docs/performance.md, "Work priced and stopped". */
import type { Listed } from '../../model/model.js';
import { facets } from './facet.js';
import type { Filter } from './filter/filter.js';
import type { Order } from './order.js';

const weights = {
  item: 1.3,
  /** A test of a stored property. */
  comparison: 0.3,
  /** A test that looks into a text. */
  text: 4,
  /** A test of what an item is related to, or a way up the regions. */
  quantifier: 8,
  walk: 20,
  /** A count of what an item is related to. */
  orderByCount: 6,
  facet: { stored: 1, related: 10 },
} as const;

const ofKey: ReadonlyMap<string, number> = new Map([
  ...['contains', 'startsWith', 'text'].map((key): [string, number] => [key, weights.text]),
  ...['some', 'none', 'every', 'count'].map((key): [string, number] => [key, weights.quantifier]),
  ['within', weights.walk],
]);

/** All items are tested by a filter. */
export const scanOf = (filter: Filter): number => weights.item + weightOf(filter);

/** They are put in an order, too. */
export const sortedScanOf = (filter: Filter, { way }: Pick<Order, 'way'>): number =>
  scanOf(filter) + (way === undefined ? 0 : weights.orderByCount);

/** They are counted by one thing or two, too. */
export const tableScanOf = (filter: Filter, listed: Listed | 'Entity', by: readonly string[]): number =>
  by.reduce(
    (sum, name) => sum + weights.facet[facets(listed).get(name)?.isStored === true ? 'stored' : 'related'],
    scanOf(filter),
  );

function weightOf(value: unknown): number {
  if (Array.isArray(value)) return value.some(isObject) ? sum(value.map(weightOf)) : 0;
  if (!isObject(value)) return 0;
  return sum(Object.entries(value).map(([key, inner]) => weightOfCondition(key, inner)));
}

function weightOfCondition(key: string, value: unknown): number {
  const own = ofKey.get(key) ?? 0;
  if (value === null) return 0;
  return isObject(value) || Array.isArray(value) ? own + weightOf(value) : own || weights.comparison;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
