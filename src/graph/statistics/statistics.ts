/** Arithmetic over observations: series with their changes, and sums, means and extremes over groups. Nothing is added up that does not belong together. */
import { limits } from '../../limits.js';

export { comparatorOf, groupings, statistics, type Grouping, type StatisticsGroup } from './groups.js';
export { series } from './series.js';
export type { Comparator, IndicatorKind, Value } from './values.js';

/** How many observations one question may go over. */
export const maxObservations = limits.lists.observations.value;
