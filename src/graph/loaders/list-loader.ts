import { live, present } from '../time/as-of.js';
import { maxCells, tableOf, tableSlots, type CellRow, type TableSlots } from '../lists/facet.js';
import { compileFilter, type Filter } from '../lists/filter/filter.js';
import { indexOrder, type IndexOrder } from '../lists/hub.js';
import { listStart } from '../lists/list-start.js';
import { scanOf, sortedScanOf, tableScanOf } from '../lists/scan.js';
import { records, type Listed } from '../../model/model.js';
import {
  compilePage,
  encode,
  pageSlots,
  sizeOf,
  type Keyset,
  type Order,
  type PageArguments,
  type PageSlots,
} from '../lists/order.js';
import { lazyList, pageOf, type List } from '../lists/page.js';
import { countOf, graphCounts, type GraphCounts } from '../counts.js';
import { cypher, nameOf, query, type CypherText } from '../query.js';
import { labelsOf, wholeOf } from '../stored/projection.js';
import type { NodeRow } from '../stored/rows.js';
import type { Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;

type Filtered = 'start' | 'filter';
export type KeyedRow = NodeRow & { readonly key: unknown };

const page = query<Values, KeyedRow, Filtered | keyof PageSlots | 'inside' | 'result'>('list/page');
const keys = query<Values, { id: string }, Filtered | keyof PageSlots>('list/keys');
const count = query<Values, { total: number }, Filtered>('list/count');
const table = query<Values, CellRow, Filtered | keyof TableSlots>('list/table');

const wholeItems = ({ listed, keyset: { order } }: WholeList) => ({
  inside: cypher``,
  result: cypher`${wholeOf('node', kindOf(listed))} AS node, ${labelsOf('node')} AS labels, key ORDER BY ${order}`,
});

const kindOf = (listed: Listed | 'Entity') =>
  listed === 'Claim' ? 'claim' : listed === 'Observation' ? 'observation' : 'entity';

/** The one parent of a list of all items. */
const root = '';

/** What a list is asked for. */
export interface ListArguments extends PageArguments {
  readonly where?: Filter | undefined;
  readonly order: Order;
}

/** A list of all items of a kind that pass a filter. */
export interface WholeList {
  readonly listed: Listed | 'Entity';
  readonly slots: Readonly<Record<Filtered, CypherText>>;
  /** How its page is found where it begins at an entity that has a large share of all items. */
  readonly hub?: (IndexOrder & { readonly pattern: CypherText }) | undefined;
  readonly values: Values;
  readonly keyset: Keyset;
  readonly cursorOf: (row: KeyedRow) => string;
  /** Nothing is left out of it. */
  readonly isWhole: boolean;
  /** What is tested of all items of the kind; undefined where the list begins at fewer. */
  readonly scanned: Filter | undefined;
}

function wholeList(listed: Listed | 'Entity', args: ListArguments, isOfNow: boolean): WholeList {
  const start = listStart(listed, args.where);
  const filter = compileFilter(listed, start.where);
  const wasThere = (listed === 'Observation' ? present : live)('node');
  const keyset = compilePage(args, args.order, 'node.id', listed);
  const order = start.hub && indexOrder(keyset, args.order, start.where);
  return {
    listed,
    hub: order && { ...order, ...start.hub },
    values: { ...start.parameters, ...filter.parameters },
    slots: {
      start: start.text,
      filter: recorded(listed) || !isOfNow ? (`${wasThere} AND ${filter.text}` as CypherText) : filter.text,
    },
    keyset,
    cursorOf: ({ node, key }) => encode(args.order.property, key, node['id'] as string),
    scanned: start.scans ? start.where : undefined,
    isWhole: filter.text === 'true' && Object.keys(start.parameters).length === 0 && isOfNow,
  };
}

/** The same list, begun where its page is found fastest: where an index has the keys between its cursors, or at the ids that a statement of its own gives. */
export async function atPage(reader: Reader, list: WholeList): Promise<WholeList> {
  const { listed, slots, values, keyset } = list;
  if (reader.hasOrderedIndexes) return { ...list, slots: { ...slots, filter: cypher`${slots.filter} AND ${keyset.seek}` } };
  const found = await reader.read(keys({ ...values, ...keyset.parameters }, { ...slots, ...pageSlots(keyset) }));
  const label = nameOf(recorded(listed) ? listed : 'Entity');
  const start = cypher`UNWIND $starts AS start MATCH (node:${label} {id: start})`;
  return { ...list, slots: { start, filter: cypher`true` }, values: { starts: found.map(({ id }) => id) } };
}

/** Counts the work of a page that is found among all items of a kind. Throws OverBudget. */
export async function payForPage(reader: Reader, { listed, scanned }: WholeList, { order }: ListArguments): Promise<void> {
  if (scanned !== undefined) await reader.payForScan(listed, sortedScanOf(scanned, order));
}

export class ListLoader {
  private kept: Promise<GraphCounts> | undefined;

  constructor(private readonly reader: Reader) {}

  /** The list of all items of a kind that pass a filter: a plan and the loader make it once. */
  whole(listed: Listed | 'Entity', args: ListArguments): WholeList {
    return this.reader.memo.of(this, args, () => wholeList(listed, args, this.reader.isOfNow));
  }

  /** All items of a kind that pass a filter. */
  all(listed: Listed | 'Entity', args: ListArguments): List<NodeRow> {
    const list = this.whole(listed, args);
    const { slots, values, keyset, cursorOf, isWhole, scanned } = list;
    const readPage = async () => {
      await payForPage(this.reader, list, args);
      const begun = await atPage(this.reader, list);
      const pageOfAll = page(
        { ...begun.values, ...keyset.parameters },
        { ...begun.slots, ...pageSlots(keyset), ...wholeItems(list) },
      );
      return pageOf(await this.reader.read(pageOfAll), keyset, cursorOf, (row) => row);
    };
    const readCount = async () => {
      if (isWhole) return countOf(listed, await this.counts());
      if (scanned !== undefined) await this.reader.payForScan(listed, scanOf(scanned));
      return (await this.reader.read(count(values, slots)))[0]?.total ?? 0;
    };
    const readTable: List<NodeRow>['table'] = async (rows, columns) => {
      const by = columns === undefined ? [rows] : [rows, columns];
      if (scanned !== undefined) await this.reader.payForScan(listed, tableScanOf(scanned, listed, by));
      const counted = table({ ...values, cells: maxCells + 1 }, { ...slots, ...tableSlots(listed, rows, columns) });
      return tableOf(await this.reader.read(counted));
    };
    const level = {
      kind: `all of ${listed}`,
      variant: args,
      ...sizeOf(keyset),
      read: async () => new Map([[root, await readPage()]]),
      count: async () => new Map([[root, await readCount()]]),
    };
    return lazyList(() => this.reader.levels.page(level, root), readCount, readTable);
  }

  /** How much the graph holds now. */
  counts(): Promise<GraphCounts> {
    return (this.kept ??= graphCounts((statement) => this.reader.read(statement)));
  }
}

/** Claims and observations can be retracted; entities stay, so that only an instant before now can leave any out. */
const recorded = (listed: Listed | 'Entity'): boolean => Object.hasOwn(records, listed);
