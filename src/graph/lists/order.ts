/** Orders and keyset cursors: a page begins after the last item of the page before, whatever was written in between. */
import {
  idPrefix,
  isRecord,
  listedModels,
  records,
  waysOfRecord,
  type Listed,
  type PropertyModel,
  type RecordField,
} from '../../model/model.js';
import { GraphError } from '../errors.js';
import { limits } from '../../limits.js';
import { cypher, type CypherText } from '../query.js';
import { countOf, waysOfEntity, wayOfRecord, type Way } from './way.js';

/** What items are ordered by. */
interface Ordering {
  /** A stored property, or the name of a count. */
  readonly property: string;
  /** What is counted, where items are ordered by how many they are related to. */
  readonly way?: Way | undefined;
  /** A value of the relation to an item, called `relation`, where that is what items are ordered by. */
  readonly edge?: CypherText | undefined;
}

export interface Order extends Ordering {
  readonly direction: 'ASC' | 'DESC';
}

/** The largest page, and the page of a list that is not asked for a size. */
export const pageSizes = { max: limits.lists.page.value, default: limits.lists.page.default };

/** What a page is asked for. Not both of `first` and `last`. */
export interface PageArguments {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
}

export type DescribedOrdering = Ordering & { readonly description: string };

const orders = new Map<Listed | 'Entity', ReadonlyMap<string, DescribedOrdering>>();

/** What items of a kind can be ordered by, by the name that the API gives the order. */
export function orderings(listed: Listed | 'Entity'): ReadonlyMap<string, DescribedOrdering> {
  const found = orders.get(listed) ?? newOrderings(listed);
  orders.set(listed, found);
  return found;
}

function newOrderings(listed: Listed | 'Entity'): ReadonlyMap<string, DescribedOrdering> {
  const own = Object.entries(listed === 'Entity' ? {} : listedModels[listed].properties)
    .filter(([, { type }]) => type !== 'url')
    .map(([name, property]): [string, DescribedOrdering] => [
      orderName(name),
      { property: ordered(name, property), description: property.description },
    ]);
  const named: [string, DescribedOrdering] = ['NAME', { property: 'name', description: 'The name that lists show.' }];
  return new Map([...(isRecord(listed) ? [] : [named]), ...own, ...counts(listed)]);
}

/** `POLICIES_COUNT`: by the total of each relation field that leads to a list. */
function counts(listed: Listed | 'Entity'): [string, DescribedOrdering][] {
  const ways = isRecord(listed)
    ? waysOfRecord(listed).map(([name, model]) => ({
        name,
        way: wayOfRecord(model),
        description: model.description,
        one: model.plural === undefined,
      }))
    : waysOfEntity(listed);
  return ways
    .filter(({ one }) => !one)
    .map(({ name, way, description }) => {
      const property = `${constantName(name)}_COUNT`;
      return [property, { property, way, description: `How many there are: ${description}` }];
    });
}

/** `announcedOn` is ordered as ANNOUNCED, `effectiveFrom` as EFFECTIVE_FROM. */
export const orderName = (property: string): string => constantName(property.replace(/On$/, ''));

/** `priorPolicies` is PRIOR_POLICIES. */
export const constantName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** A date counts by its first day, so that "2019" sorts before "2019-04". */
function ordered(name: string, { type }: PropertyModel): string {
  return type === 'date' ? `${name}Earliest` : name;
}

/** The properties that every item of a kind has. */
const requiredOf = (listed: Listed | 'Entity'): readonly string[] =>
  isRecord(listed)
    ? Object.entries<RecordField>(records[listed].fields).flatMap(([name, { required }]) => (required === true ? [name] : []))
    : ['name'];

/** One page as Cypher: what lies between the cursors, in which order, how many. */
export interface Keyset {
  /** Clauses after which `key` is what an item called `node` is ordered by. */
  readonly measure: CypherText;
  readonly key: CypherText;
  /** What of the page an index of the stored property can find: true of all that `where` lets pass. */
  readonly seek: CypherText;
  /** Tests and order of `key` and the tie. */
  readonly where: CypherText;
  readonly order: CypherText;
  readonly parameters: { readonly limit: number; readonly [name: string]: unknown };
  /** The way of the order. */
  readonly towards: 'ASC' | 'DESC';
  /** Rows come from the end backwards, and are to be turned round. */
  readonly backward: boolean;
  /** The cursors that bound the page. */
  readonly cursors: { readonly after: boolean; readonly before: boolean };
}

/** How many items a page may have, and the argument that says so. */
export const sizeOf = ({ parameters, backward }: Keyset): { readonly size: number; readonly argument: 'first' | 'last' } => ({
  size: parameters.limit - 1, // one more is fetched
  argument: backward ? 'last' : 'first',
});

/**
 * Compiles a page over a node called `node`. `tie` is an expression that is unique among the items and settles their order
 * where the key is the same, and rejects cursors of other lists. One extra row is fetched to know whether there are more.
 */
export function compilePage(
  { first, after, last, before }: PageArguments,
  { property, way, edge, direction }: Order,
  tie: 'node.id' | 'relation.id',
  listed: Listed | 'Entity' = 'Entity',
): Keyset {
  const prefix = tie === 'relation.id' ? 'relation:' : listed === 'Entity' ? '' : idPrefix(listed);
  const backward = last !== undefined;
  const ascending = direction === 'ASC';
  const towards = ascending === backward ? 'DESC' : 'ASC';
  const isStored = way === undefined && edge === undefined;
  const isRequired = isStored && requiredOf(listed).includes(property);
  const ends = [
    ...(after === undefined ? [] : [endAt('after', decode(after, 'after', property, prefix), ascending)]),
    ...(before === undefined ? [] : [endAt('before', decode(before, 'before', property, prefix), !ascending)]),
  ];
  const bounds = ends.map((end) => bound(end, tie));
  const seeks = isStored ? ends.flatMap((end) => seekTo(end, property, isRequired)) : [];
  return {
    measure: way === undefined ? cypher`` : countOf(way, 'measured'),
    key: edge ?? ((way === undefined ? `node.${property}` : 'measured') as CypherText),
    seek: (seeks.join(' AND ') || (isRequired ? `node.${property} IS NOT NULL` : 'true')) as CypherText,
    where: (bounds.map(({ text }) => text).join(' AND ') || 'true') as CypherText,
    order: `key ${towards}, ${tie} ${towards}` as CypherText,
    parameters: Object.assign(
      { limit: (last ?? first ?? pageSizes.default) + 1 },
      ...bounds.map(({ parameters }) => parameters),
    ) as Keyset['parameters'],
    towards,
    backward,
    cursors: { after: after !== undefined, before: before !== undefined },
  };
}

/** What a statement that reads a page is filled with. */
export type PageSlots = Readonly<Record<'measure' | 'key' | 'after' | 'order', CypherText>>;

export const pageSlots = ({ measure, key, where, order }: Keyset): PageSlots => ({ measure, key, after: where, order });

/** An end of a page: the place of a cursor, and whether the page lies beyond it in ascending order. */
interface End {
  readonly key: string | number | null;
  readonly id: string;
  readonly ascending: boolean;
  /** Its parameters. */
  readonly keyName: string;
  readonly tieName: string;
}

const endAt = (argument: 'after' | 'before', [key, id]: ReturnType<typeof decode>, ascending: boolean): End => ({
  key,
  id,
  ascending,
  keyName: `${argument}Key`,
  tieName: `${argument}Tie`,
});

/** The bound of an end that an index serves; none where items without the property lie beyond it too. */
const seekTo = ({ key, ascending, keyName }: End, property: string, isRequired: boolean): string[] =>
  key === null || (ascending && !isRequired) ? [] : [`node.${property} ${ascending ? '>=' : '<='} $${keyName}`];

/** What lies beyond a cursor in ascending or descending order. Items without the property are last in ascending order, as in Cypher. */
function bound(
  { key, id, ascending, keyName, tieName }: End,
  tie: string,
): { readonly text: string; readonly parameters: object } {
  const tied = `${tie} ${ascending ? '>' : '<'} $${tieName}`;
  if (key === null)
    return { text: ascending ? `(key IS NULL AND ${tied})` : `(key IS NOT NULL OR ${tied})`, parameters: { [tieName]: id } };
  const past = ascending ? `key > $${keyName} OR key IS NULL` : `key < $${keyName}`;
  return { text: `(${past} OR (key = $${keyName} AND ${tied}))`, parameters: { [keyName]: key, [tieName]: id } };
}

export function encode(property: string, key: unknown, tie: string): string {
  return Buffer.from(JSON.stringify([property, key ?? null, tie])).toString('base64url');
}

/** The key and the tie that a cursor names; `argument` is where it was given, and ties of the list begin with `prefix`. */
export function decode(cursor: string, argument: string, property: string, prefix = ''): [string | number | null, string] {
  const [of, key, tie] = parsed(cursor);
  const isKey = key === null || typeof key === 'string' || typeof key === 'number';
  if (!isKey || typeof tie !== 'string' || encode(String(of), key, tie) !== cursor)
    throw new GraphError('BAD_USER_INPUT', `"${argument}" is not a cursor: give an endCursor or startCursor as it came.`);
  if (of !== property)
    throw new GraphError(
      'BAD_USER_INPUT',
      `"${argument}" is a cursor of another order: ask for the pages of one list with the same orderBy.`,
    );
  if (!tie.startsWith(prefix))
    throw new GraphError('BAD_USER_INPUT', `"${argument}" is a cursor of another list: give one of the list that is asked for.`);
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
