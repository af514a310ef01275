/** Reads the URL of the graph. */
import { viewSearch } from '../url/view-search.ts';
import { listOf } from './list-of.ts';
import { kinds } from './drawing/kinds.ts';
import type { EntityType } from './operations.ts';
import { isRelationType } from './relation-types.ts';
import type { WalkSearch } from './walk-search.ts';

export const hops = { least: 1, default: 4, most: 6 };

/** Takes what is valid and leaves out the rest. */
export function walkSearch(search: Record<string, unknown>): WalkSearch {
  const { from, open, between, types, without, at, table } = search;
  return {
    ...viewSearch(search),
    ...texts({ from, open, at }),
    ...(typeof between === 'string' && listOf(between).length === 2 ? { between } : {}),
    ...(typeof types === 'string' ? { types: listOf(types).filter(isType).join(',') } : {}),
    ...texts({ without: typeof without === 'string' ? listOf(without).filter(isRelationType).join(',') : undefined }),
    ...(table === 'relations' ? { table } : {}),
    ...wholes(search),
  };
}

const entityTypes = kinds.map(({ type }) => type);

const isType = (text: string): text is EntityType => entityTypes.some((type) => type === text);

/** The two entities whose connections are shown. */
export function endsOf({ between }: Pick<WalkSearch, 'between'>): readonly [from: string, to: string] | undefined {
  const [from, to] = listOf(between);
  return from === undefined || to === undefined ? undefined : [from, to];
}

export const mostHops = (search: Pick<WalkSearch, 'hops'>): number => search.hops ?? hops.default;

/** The types that are shown: by default all but those that would join nearly everything. */
export function shownTypes({ types }: Pick<WalkSearch, 'types'>): readonly EntityType[] {
  return types === undefined
    ? entityTypes.filter((type) => type !== 'DOCUMENT' && type !== 'TOPIC')
    : listOf(types).filter(isType);
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]) && typeof entry[1] === 'string'),
  );
}

function wholes({ hops: wanted, page }: Record<string, unknown>): Pick<WalkSearch, 'hops' | 'page'> {
  return {
    ...(isWhole(wanted) && wanted >= hops.least && wanted <= hops.most ? { hops: wanted } : {}),
    ...(isWhole(page) && page > 1 ? { page } : {}),
  };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
