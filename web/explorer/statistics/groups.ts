import type { Observation } from './observations.ts';

export interface IndicatorGroup {
  readonly indicator: Observation['indicator'];
  readonly values: readonly Observation[];
}

/** By indicator, in the order of the first value of each. */
export function byIndicator(observations: readonly Observation[]): IndicatorGroup[] {
  return groupBy(observations, ({ indicator }) => indicator.id).map((values) => ({ indicator: values[0]!.indicator, values }));
}

/** The items with the same key, together; in the order of the first of each. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
