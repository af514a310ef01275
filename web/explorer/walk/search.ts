/** What the URL of the graph says: which entities are open, what is hidden, and what is selected. */
import { viewSearch, type ViewSearch } from '../url/view-search.ts';
import { kinds } from './drawing/kinds.ts';
import type { EntityType } from './operations.ts';

export interface WalkSearch extends ViewSearch {
  /** The entity at which the walk begins. It is open. */
  readonly from?: string;
  /** The other open entities, in the order in which they were opened: ids with commas between them; "ID*3" shows three pages. */
  readonly open?: string;
  /** Two entities whose connections are shown. */
  readonly between?: string;
  /** How many relations a connection may have. */
  readonly hops?: number;
  /** The types that are shown, with commas between them. */
  readonly types?: string;
  /** The selected entity, or the two ends of the selected relation. */
  readonly at?: string;
  /** Which table is shown. */
  readonly table?: 'relations';
  readonly page?: number;
}

export const hops = { least: 1, default: 4, most: 6 };

/** Takes what is valid and leaves out the rest. */
export function walkSearch(search: Record<string, unknown>): WalkSearch {
  const { from, open, between, types, at, table } = search;
  return {
    ...viewSearch(search),
    ...texts({ from, open, at }),
    ...(typeof between === 'string' && listOf(between).length === 2 ? { between } : {}),
    ...(typeof types === 'string' ? { types: listOf(types).filter(isType).join(',') } : {}),
    ...(table === 'relations' ? { table } : {}),
    ...wholes(search),
  };
}

export const listOf = (text: string | undefined): string[] => (text ?? '').split(',').filter((part) => part !== '');

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
