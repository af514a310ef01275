/** The lists of many parents, read together: what one parent asks for, its siblings ask for too. */
import type { Listed } from '../../model/model.js';
import { maxCells, tableOf, tableSlots, type CellRow, type TableSlots } from '../lists/facet.js';
import type { Predicate } from '../lists/filter/scope.js';
import { pageSlots, sizeOf, type Keyset, type PageSlots } from '../lists/order.js';
import { emptyPage, emptyTable, lazyList, pageOf, type List, type Page } from '../lists/page.js';
import { block, cypher, query, type CypherText, type Statement } from '../query.js';
import { groupBy } from '../group-by.js';
import type { Ids, Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;
type Slots<Names extends string> = Readonly<Record<Names, CypherText>>;

interface TableRow {
  readonly origin: string;
  readonly cells: readonly CellRow[];
}

/** A page of a parent, or an item of it. */
type PageRow<Row> =
  | { readonly origin: string; readonly rows: Row[] }
  | ({ readonly origin: string; readonly rows?: undefined } & Row);

/** A page, a count and tables of the list of each of many parents. */
export interface ListStatements<Row, Own extends string = never> {
  readonly page: (values: Values, slots: Slots<Own | 'filter'> & PageSlots) => Statement<PageRow<Row>>;
  readonly count: (
    values: Values,
    slots: Slots<Own | 'filter'>,
  ) => Statement<{ readonly origin: string; readonly total: number }>;
  readonly table: (values: Values, slots: Slots<Own | 'filter'> & TableSlots) => Statement<TableRow>;
}

/** The statements of a folder of cypher/: `relation/page-nearest`, `relation/count-nearest` and `relation/table-nearest`. */
export const listStatements = <Row, Own extends string = never>(
  folder: string,
  kind: '' | '-reaching' | '-nearest' | '-rolled-up' = '',
  page?: ListStatements<Row, Own>['page'],
): ListStatements<Row, Own> => ({
  page: page ?? query<Values, { origin: string; rows: Row[] }, string>(`${folder}/page${kind}`),
  count: query<Values, { origin: string; total: number }, string>(`${folder}/count${kind}`),
  table: query<Values, TableRow, string>(`${folder}/table${kind}`),
});

/** Units of work for 1,000 related items. */
const relatedWork = { count: 3, table: 10 };
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const each = query<Values, never, 'block' | 'result'>('block/each');
const item = cypher`{relation: relation, node: node, key: key}`;

/** A block that finds a page for one entity, as a statement that finds one for each of many: a row for each item, for inside a list the type of a relation is read with all of it. */
export function pageOfEach<Row, Own extends string>(
  name: string,
  file: string,
  result: (slots: Slots<Own>) => CypherText,
): ListStatements<Row, Own>['page'] {
  const page = block<string>(file);
  const whole = { inside: cypher``, item, name: cypher`rows` };
  return (values, slots) => ({ ...each(values, { block: page({ ...slots, ...whole }), result: result(slots) }), name });
}

/** Which list it is, and how its rows are read. */
export interface ListOf<Row, T, Own extends string> {
  readonly listed: Listed | 'Entity';
  /** Lists of the same kind and arguments are read together. */
  readonly kind: string;
  readonly variant: unknown;
  readonly statements: ListStatements<Row, Own>;
  readonly slots: Slots<Own>;
  /** What the statements take besides ids, filter and page. */
  readonly values?: Values;
  readonly filter: Predicate;
  readonly keyset: Keyset;
  /** Its items are not counted as nodes of the answer: they are looked at for something else, which has a price of its own. */
  readonly uncounted?: boolean | undefined;
  readonly cursorOf: (row: Row) => string;
  readonly itemOf: (row: Row) => T;
}

/** The list of one parent, read with those of all parents that ask for the same. */
export function listOfEach<Row, T, Own extends string>(reader: Reader, id: string, list: ListOf<Row, T, Own>): List<T> {
  const { page, count, table } = reader.memo.of(listOfEach, list, () => readersOf(reader, list));
  return lazyList(
    () => page(id),
    () => count(id),
    (...by) => table(id, ...by),
  );
}

const itemsOf = <Row>(row: PageRow<Row>): readonly Row[] => row.rows ?? [row];

/** How the pages, counts and tables of a list are read, whatever the parent. */
function readersOf<Row, T, Own extends string>(reader: Reader, list: ListOf<Row, T, Own>) {
  const { listed, kind, variant, statements, filter, keyset, cursorOf, itemOf, uncounted = false } = list;
  const values = { ...list.values, ...filter.parameters };
  const slots = { ...list.slots, filter: filter.text };
  const fetchPages = async (ids: Ids['ids']) => {
    const rows = await reader.read(statements.page({ ids, ...values, ...keyset.parameters }, { ...slots, ...pageSlots(keyset) }));
    const found = [...groupBy(rows, ({ origin }) => origin)];
    return new Map(found.map(([origin, group]) => [origin, pageOf(group.flatMap(itemsOf), keyset, cursorOf, itemOf)]));
  };
  const fetchCounts = async (ids: Ids['ids']) => {
    const rows = await reader.read(statements.count({ ids, ...values }, slots));
    reader.payFor(sum(rows.map(({ total }) => total)), relatedWork.count);
    return new Map(rows.map(({ origin, total }) => [origin, total]));
  };
  const fetchTables = (rows: string, columns?: string) => async (ids: Ids['ids']) => {
    const tabled = { ...slots, ...tableSlots(listed, rows, columns) };
    const tables = await reader.read(statements.table({ ids, ...values, cells: maxCells + 1 }, tabled));
    const items = tables.map(({ cells }) => sum(cells.map(({ total }) => total)));
    reader.payFor(sum(items), relatedWork.table);
    return new Map(tables.map(({ origin, cells }) => [origin, tableOf(cells)]));
  };
  const level = { kind, variant, ...sizeOf(keyset), read: fetchPages, count: fetchCounts };
  return {
    page: (id: string) =>
      uncounted ? reader.batches.load<Page<T>>(kind, variant, id, fetchPages, emptyPage) : reader.levels.page(level, id),
    count: (id: string) => reader.batches.load(`count of ${kind}`, variant, id, fetchCounts, 0),
    table: (id: string, rows: string, columns?: string) =>
      reader.batches.load(`table of ${kind}`, [rows, columns, variant], id, fetchTables(rows, columns), emptyTable),
  };
}
