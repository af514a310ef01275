/** Orders and keyset cursors: a page begins after the last item of the page before, whatever was written in between. */
import { entities, records, type EntityModel, type Listed, type PropertyModel } from './model.js';
import { GraphError } from './errors.js';
import type { Fragment } from './query.js';

export interface Order {
  readonly property: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The largest page, and the page of a list that is not asked for a size. */
export const pageSizes = { max: 100, default: 20 };

/** What a page is asked for. Not both of `first` and `last`. */
export interface PageArguments {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
}

/** The properties that items of a kind can be ordered by, by the name that the API gives the order. */
export function orderings(listed: Listed | 'Entity'): ReadonlyMap<string, { readonly property: string; readonly description: string }> {
  const model: EntityModel | undefined = listed === 'Entity' ? undefined : listed in records ? records[listed as keyof typeof records] : entities[listed as keyof typeof entities];
  const own = Object.entries(model?.properties ?? {}).filter(([, { type }]) => type !== 'url').map(([name, property]) => [orderName(name), { property: ordered(name, property), description: property.description }] as const);
  const named = [['NAME', { property: 'name', description: 'The name that lists show.' }]] as const;
  return new Map(listed in records ? own : [...named, ...own]);
}

/** `announcedOn` is ordered as ANNOUNCED, `effectiveFrom` as EFFECTIVE_FROM. */
function orderName(property: string): string {
  return property.replace(/On$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** A date counts by its first day, so that "2019" stands before "2019-04". */
function ordered(name: string, { type }: PropertyModel): string {
  return type === 'date' ? `${name}Earliest` : name;
}

/** One page as Cypher: what comes after the cursor, in which order, how many. */
export interface Keyset {
  readonly where: Fragment;
  readonly order: Fragment;
  readonly parameters: { readonly limit: number; readonly key?: unknown; readonly tie?: string };
  /** Rows come from the end backwards, and are to be turned round. */
  readonly backward: boolean;
}

/**
 * Compiles a page over a node called `node`. `tie` is an expression that is unique among the items and settles their order
 * where the ordered property is the same. One row more than asked for is fetched, to tell whether there are more.
 */
export function compilePage(page: PageArguments, { property, direction }: Order, tie: 'node.id' | 'relation.id'): Keyset {
  const backward = page.last !== undefined;
  const ascending = (direction === 'ASC') !== backward;
  const way = ascending ? 'ASC' : 'DESC';
  const cursor = backward ? page.before : page.after;
  const limit = (page.last ?? page.first ?? pageSizes.default) + 1;
  const order = `node.${property} ${way}, ${tie} ${way}` as Fragment;
  if (cursor === undefined) return { where: 'true' as Fragment, order, parameters: { limit }, backward };
  const [key, id] = decode(cursor, backward ? 'before' : 'after', property);
  return { where: beyond(`node.${property}`, tie, key === null, ascending), order, parameters: { limit, tie: id, ...(key === null ? {} : { key }) }, backward };
}

/** Items without the property stand last in ascending order, as Cypher has it. */
function beyond(property: string, tie: string, absent: boolean, ascending: boolean): Fragment {
  if (absent) return (ascending ? `(${property} IS NULL AND ${tie} > $tie)` : `(${property} IS NOT NULL OR ${tie} < $tie)`) as Fragment;
  return (ascending
    ? `(${property} > $key OR ${property} IS NULL OR (${property} = $key AND ${tie} > $tie))`
    : `(${property} < $key OR (${property} = $key AND ${tie} < $tie))`) as Fragment;
}

export function encode(property: string, key: unknown, tie: string): string {
  return Buffer.from(JSON.stringify([property, key ?? null, tie])).toString('base64url');
}

function decode(cursor: string, argument: string, property: string): [string | number | null, string] {
  const [of, key, tie] = parsed(cursor);
  const isKey = key === null || typeof key === 'string' || typeof key === 'number';
  if (!isKey || typeof tie !== 'string') throw new GraphError('BAD_USER_INPUT', `"${argument}" is not a cursor: give an endCursor or startCursor as it came.`);
  if (of !== property) throw new GraphError('BAD_USER_INPUT', `"${argument}" is a cursor of another order: ask for the pages of one list with the same orderBy.`);
  return [key, tie];
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
