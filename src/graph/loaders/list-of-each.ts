import { facetsByOrigin, type FacetRow } from '../lists/facet.js';
import type { Predicate } from '../lists/filter/scope.js';
import { sizeOf, type Keyset } from '../lists/order.js';
import { emptyPage, lazyList, type List, type Page } from '../lists/page.js';
import type { Statement } from '../query.js';
import type { Ids, Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;

/** What one statement answers for many parents at once. */
export interface Question<Row> {
  readonly page: (values: Values) => Statement<{ origin: string; rows: Row[] }>;
  readonly count: (values: Values) => Statement<{ origin: string; total: number }>;
  readonly facet: (values: Values, by: string) => Statement<FacetRow & { origin: string }>;
}

/** Which list: of what kind, with which arguments. Lists of the same kind and arguments are read together. */
export interface ListOf {
  readonly kind: string;
  readonly variant: unknown;
  readonly filter: Predicate;
  readonly keyset: Keyset;
  /** Its items are not counted as nodes of the answer: they are looked at for something else, which has a price of its own. */
  readonly uncounted?: boolean | undefined;
}

/** The list of one parent, read with those of all parents that ask for the same. */
export function listOfEach<Row, T>(
  reader: Reader,
  id: string,
  { kind, variant, filter, keyset, uncounted = false }: ListOf,
  { page, count, facet }: Question<Row>,
  pageFrom: (rows: readonly Row[]) => Page<T>,
): List<T> {
  const fetchPages = async (ids: Ids['ids']) => {
    const rows = await reader.read(page({ ids, ...filter.parameters, ...keyset.parameters }));
    return new Map(rows.map((row) => [row.origin, pageFrom(row.rows)]));
  };
  const fetchCounts = async (ids: Ids['ids']) => {
    const rows = await reader.read(count({ ids, ...filter.parameters }));
    return new Map(rows.map(({ origin, total }) => [origin, total]));
  };
  const fetchFacets = (by: string) => async (ids: Ids['ids']) =>
    facetsByOrigin(await reader.read(facet({ ids, ...filter.parameters }, by)));
  const level = { kind, variant, ...sizeOf(keyset), read: fetchPages, count: fetchCounts };
  return lazyList(
    () => (uncounted ? reader.batches.load(kind, variant, id, fetchPages, emptyPage) : reader.levels.page(level, id)),
    () => reader.batches.load(`count of ${kind}`, variant, id, fetchCounts, 0),
    (by) => reader.batches.load(`facet of ${kind}`, [by, variant], id, fetchFacets(by), []),
  );
}
