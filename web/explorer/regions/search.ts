/** What the URL says of the view of regions. */
import { getRouteApi } from '@tanstack/react-router';
import { useAsOf } from '../url/use-as-of.ts';
import { isLevel, type RegionLevel } from './levels.ts';

const shapes = ['tiles', 'table'] as const;
const orders = ['name', 'status', 'stated'] as const;

export type Order = (typeof orders)[number];

export interface RegionsSearch {
  /** The policy or program whose coverage is shown; without one, what holds in each place. */
  readonly of?: string;
  /** The place that is looked at; by default China. */
  readonly at?: string;
  /** Folds what is covered into regions of this level; LISTED as the sources list it. By default the parts of the place are shown. */
  readonly level?: RegionLevel | 'LISTED';
  /** By default tiles. */
  readonly show?: (typeof shapes)[number];
  /** The order of the table; by default by name. */
  readonly sort?: Order;
}

/** Takes what is valid and leaves out the rest. */
export function regionsSearch({ of, at, level, show, sort }: Record<string, unknown>): RegionsSearch {
  return {
    ...(isText(of) ? { of } : {}),
    ...(isText(at) ? { at } : {}),
    ...(isLevel(level) || level === 'LISTED' ? { level } : {}),
    ...(oneOf(shapes, show) ? { show } : {}),
    ...(oneOf(orders, sort) ? { sort } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function oneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return (values as readonly unknown[]).includes(value);
}

const route = getRouteApi('/regions');

/** Where an explorer of policies of China begins. */
const home = 'region:CN';

/** The choices of the view, and a way to change some of them. */
export function useRegions() {
  const { of, at = home, level, show = 'tiles', sort = 'name' } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: RegionsSearch) => void navigate({ search: (all) => ({ ...all, ...part }), resetScroll: false });
  return { of, at, level, show, sort, change };
}

/** The variables of what is asked of each place. */
export function usePlaceVariables() {
  const { of } = useRegions();
  return { of: of ?? '', isChosen: of !== undefined, asOf: useAsOf() };
}
