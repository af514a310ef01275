/** From a list to the connection that shows it. */
import type { Table } from '../graph/lists/facet.js';
import type { List } from '../graph/lists/page.js';

/** What the API shows of a list; its parts are getters, so that each is read when it is asked for. */
export interface Connection<E> {
  readonly edges: Promise<readonly E[]>;
  readonly pageInfo: Promise<PageInfo>;
  readonly totalCount: Promise<number>;
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

export function connectionOf<T, E extends { readonly cursor: string }>(
  list: List<T>,
  edgeOf: (item: T, cursor: string) => E,
): Connection<E> {
  return {
    get edges() {
      return list.page().then(({ edges }) => edges.map(({ item, cursor }) => edgeOf(item, cursor)));
    },
    get pageInfo() {
      return list
        .page()
        .then(({ edges, ...info }) => ({ ...info, startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor }));
    },
    get totalCount() {
      return list.totalCount();
    },
    table: (...by) => list.table(...by),
  };
}
