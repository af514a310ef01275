import type { Table } from './facet.js';
import { decode, encode, pageSizes, type Keyset } from './order.js';

/** One item of a page, and the cursor that a page after it begins with. */
interface Edge<T> {
  readonly cursor: string;
  readonly item: T;
}

/** Few answers show its cursor, which is made when it is asked for. A class takes a third of the memory of an object with a getter of its own. */
class RowEdge<Row, T> implements Edge<T> {
  constructor(
    private readonly row: Row,
    readonly item: T,
    private readonly cursorOf: (row: Row) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.row);
  }
}

export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const emptyPage: Page<never> = { edges: [], hasNextPage: false, hasPreviousPage: false };
export const emptyTable: Table = { cells: [], truncated: false };

/** A page, the size of the whole list, and what is in it, each read only when it is asked for. */
export interface List<T> {
  page(): Promise<Page<T>>;
  totalCount(): Promise<number>;
  /** How many items of the whole list have each value of something that facet.ts names, or each pair of values of two such things. */
  table(rows: string, columns?: string): Promise<Table>;
}

/** A page of rows, of which there may be one more than was asked for. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  keyset: Keyset,
  cursorOf: (row: Row) => string,
  itemOf: (row: Row) => T,
): Page<T> {
  const { backward, parameters, cursors } = keyset;
  const more = rows.length === parameters.limit;
  const wanted = more ? rows.slice(0, -1) : rows;
  const edges = wanted.map((row) => new RowEdge(row, itemOf(row), cursorOf));
  return {
    edges: backward ? edges.reverse() : edges,
    hasNextPage: cursors.before || (!backward && more),
    hasPreviousPage: cursors.after || (backward && more),
  };
}

/** A page of items that are all at hand, in the order of their keys. */
export function pageAmong<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { first = pageSizes.default, after }: { first?: number | undefined; after?: string | undefined },
  order = 'key',
): Page<T> {
  const [, last] = after === undefined ? [null, ''] : decode(after, 'after', order);
  const beyond = items.filter((item) => keyOf(item) > last);
  const edges = beyond.slice(0, first).map((item) => ({ cursor: encode(order, null, keyOf(item)), item }));
  return { edges, hasNextPage: beyond.length > first, hasPreviousPage: beyond.length < items.length };
}

/** A list that reads its page and its count at most once each. */
export function lazyList<T>(
  readPage: () => Promise<Page<T>>,
  readCount: () => Promise<number>,
  table: List<T>['table'],
): List<T> {
  let page: Promise<Page<T>> | undefined;
  let count: Promise<number> | undefined;
  return { page: () => (page ??= readPage()), totalCount: () => (count ??= readCount()), table };
}

export const emptyList: List<never> = lazyList(
  async () => emptyPage,
  async () => 0,
  async () => emptyTable,
);
