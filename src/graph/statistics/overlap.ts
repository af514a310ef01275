import { groupBy } from '../group-by.js';
import { aboutOf, byPeriod, type Value } from './values.js';

/** Why some of the values may count the same thing twice, as a country and its provinces do, or a year and its months. */
export function overlapOf(values: readonly Value[]): string | undefined {
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

/** Whether the subjects of one value also appear in another, with other subjects or next to a value without subjects. */
function matterOverlaps(values: readonly Value[]): boolean {
  const matters = [...new Map(values.map((value) => [aboutOf(value), value.about] as const)).values()];
  const all = matters.flat();
  return matters.length > 1 && (matters.some(({ length }) => length === 0) || new Set(all).size < all.length);
}

function periodsOverlap(values: readonly Value[]): boolean {
  const sorted = values.toSorted(byPeriod);
  return sorted.some(({ period }, index) => index > 0 && (sorted[index - 1]?.period?.latest ?? '~') >= (period?.earliest ?? ''));
}
