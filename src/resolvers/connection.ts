/** From a list to the connection that shows it. */
import type { Table } from '../graph/lists/facet.js';
import type { List, Page } from '../graph/lists/page.js';

/** What the API shows of a list; its parts are getters, so that each is read when it is asked for. */
export interface Connection<E> {
  readonly edges: readonly E[] | Promise<readonly E[]>;
  readonly pageInfo: PageInfo | Promise<PageInfo>;
  readonly totalCount: number | Promise<number>;
  /** Of the whole list; the fields of facet-resolvers.ts are made of it. */
  readonly table: (rows: string, columns?: string) => Promise<Table>;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | undefined;
  readonly endCursor: string | undefined;
}

export interface NodeEdge<N> {
  readonly cursor: string;
  readonly node: N;
}

/** A list, of which a plan may have read the page or the count already. */
export interface ListSource<T> {
  page(): Page<T> | Promise<Page<T>>;
  totalCount(): number | Promise<number>;
  readonly table: List<T>['table'];
}

/** The place of an item in its list. */
export interface Place {
  readonly cursor: string;
}

/** An item, and its place, which is worked out when it is asked for. */
export const nodeEdge = <N>(node: N, place: Place): NodeEdge<N> => new PlacedNode(node, place);

class PlacedNode<N> implements NodeEdge<N> {
  constructor(
    readonly node: N,
    private readonly place: Place,
  ) {}

  get cursor(): string {
    return this.place.cursor;
  }
}

export const connectionOf = <T, E extends Place>(list: ListSource<T>, edgeOf: (item: T, place: Place) => E): Connection<E> =>
  new ListConnection(list, edgeOf);

class ListConnection<T, E extends Place> implements Connection<E> {
  readonly table: Connection<E>['table'] = (...by) => this.list.table(...by);

  constructor(
    private readonly list: ListSource<T>,
    private readonly edgeOf: (item: T, place: Place) => E,
  ) {}

  get edges() {
    return after(this.list.page(), ({ edges }) => edges.map((edge) => this.edgeOf(edge.item, edge)));
  }

  get pageInfo() {
    return after(this.list.page(), pageInfo);
  }

  get totalCount() {
    return this.list.totalCount();
  }
}

const pageInfo = ({ edges, ...info }: Page<unknown>): PageInfo => ({
  ...info,
  startCursor: edges[0]?.cursor,
  endCursor: edges.at(-1)?.cursor,
});

/** At once where the value is at hand: promises make the execution of an operation take longer. */
const after = <T, U>(value: T | Promise<T>, change: (value: T) => U): U | Promise<U> =>
  value instanceof Promise ? value.then(change) : change(value);
