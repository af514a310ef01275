/**
 * What fields cost. A price is declared beside its field, or beside a type for all fields of the type; a field without one gives nodes:
 * one, or of a list as many as its page or its ids say.
 */
import { getNamedType, isCompositeType, isListType, isNonNullType, type GraphQLField, type GraphQLOutputType } from 'graphql';
import { Extensions } from '../type-graphql/decorators.js';
import { limits } from '../limits.js';

type Arguments = Readonly<Record<string, unknown>>;

export interface Price {
  /** The nodes that the field gives with its page full, and with those that are selected of each; a list without a page is taken to have a few. */
  readonly nodes: (selected: number, args: Arguments) => number;
  /** The same without any assumption: infinite where only the store knows how long a list is. By default what `nodes` gives. */
  readonly most?: (selected: number, args: Arguments) => number;
  /** When its nodes are counted: as the field gives them, as its page is read, or not at all. */
  readonly counted: 'given' | 'read' | 'never';
  /** Work of each call, besides nodes. */
  readonly work?: (args: Arguments) => number;
  /** Work of a statement that answers for all parents at once. */
  readonly workOnce?: (args: Arguments) => number;
}

/** Puts a price beside a field or a type. */
export const Costs = (price: Price) => Extensions({ price });

/** A part of a node, which is read with it. */
export const part: Price = { nodes: (selected) => selected, counted: 'never' };

/** Parts in a list that has no page. */
const parts: Price = { ...part, most: (selected) => (selected === 0 ? 0 : Infinity) };

/** An item of a page, whose size is in the price of what has the page. */
export const pageItem: Price = { ...part };

/** One node that is counted where it is read. */
export const oneRead: Price = { nodes: (selected) => selected + 1, counted: 'read' };

/** A page that is counted where it is read. */
export const pageRead: Price = { nodes: (selected, args) => sizeOf(args) * (selected + 1), counted: 'read' };

/** A page of what is at hand: its nodes are counted as they are given. */
export const page: Price = { nodes: (selected, args) => sizeOf(args) * selected, counted: 'never' };

/** A list without a page that typically has so many items, and never more than `most`. */
export const listOf = (items: number, most = Infinity): Price => ({
  nodes: (selected) => items * (selected + 1),
  most: (selected) => most * (selected + 1),
  counted: 'given',
});

/** The price, and so many units of work for each call. */
export const withWork = (price: Price, units: number | ((args: Arguments) => number)): Price => ({
  ...price,
  work: typeof units === 'number' ? () => units : units,
});

/** What is read by a statement over a whole list, once for all parents. */
export const wholeList = (units: (args: Arguments) => number): Price => ({ ...part, workOnce: units });

/** How many items a list without a page, such as the claims of an edge, is taken to have. */
const typicalList = 5;

const node: Price = { nodes: (selected) => selected + 1, counted: 'given' };
const nodesOfIds: Price = {
  nodes: (selected, { ids }) => (Array.isArray(ids) ? ids.length : 1) * (selected + 1),
  counted: 'given',
};
const nodesOfPage: Price = {
  nodes: (selected, args) => ('first' in args ? sizeOf(args) : typicalList) * (selected + 1),
  most: (selected, args) => sizeOf(args, limits.lists.claims.default) * (selected + 1),
  counted: 'given',
};
const allNodes = listOf(typicalList);

type Field = Pick<GraphQLField<unknown, unknown>, 'type' | 'args' | 'extensions'>;

/** The price of a field; undefined where the field is neither composite nor priced, and costs nothing. */
export function priceOf({ type, args, extensions }: Field): Price | undefined {
  const named = getNamedType(type);
  const own = (extensions['price'] ?? named.extensions['price']) as Price | undefined;
  if (own === part && isList(type)) return parts;
  if (own !== undefined || !isCompositeType(named) || named.name.startsWith('__')) return own;
  if (!isList(type)) return node;
  const has = (name: string) => args.some((argument) => argument.name === name);
  return has('ids') ? nodesOfIds : has('first') ? nodesOfPage : allNodes;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The size of a page; one that is refused when it runs counts as one of a single item. */
function sizeOf({ first, last }: Arguments, byDefault = limits.lists.page.default): number {
  const size = last ?? first ?? byDefault; // `first` of changes has a default, which `last` replaces
  return typeof size === 'number' && size > 0 ? size : 1;
}
