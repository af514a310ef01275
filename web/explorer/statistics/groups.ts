import { groupBy } from './group-by.ts';
import type { Observation } from './observations.ts';

export interface IndicatorGroup {
  readonly indicator: Observation['indicator'];
  readonly values: readonly Observation[];
}

/** By indicator, in the order of the first value of each. */
export function byIndicator(observations: readonly Observation[]): IndicatorGroup[] {
  return groupBy(observations, ({ indicator }) => indicator.id).map((values) => ({ indicator: values[0]!.indicator, values }));
}
