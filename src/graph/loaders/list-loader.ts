import { live, present } from '../time/as-of.js';
import { maxCells, tableOf, tableSlots, type CellRow, type TableSlots } from '../lists/facet.js';
import { compileFilter, type Filter } from '../lists/filter/filter.js';
import { listStart } from '../lists/list-start.js';
import { records, type Listed } from '../../model/model.js';
import { compilePage, encode, pageSlots, sizeOf, type Order, type PageArguments, type PageSlots } from '../lists/order.js';
import { lazyList, pageOf, type List } from '../lists/page.js';
import { graphCounts, type GraphCounts } from '../counts.js';
import { query, type CypherText } from '../query.js';
import type { NodeRow } from '../stored/rows.js';
import type { Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;

type Filtered = 'start' | 'filter';
type KeyedRow = NodeRow & { readonly key: unknown };

const page = query<Values, KeyedRow, Filtered | keyof PageSlots>('list/page');
const count = query<Values, { total: number }, Filtered>('list/count');
const table = query<Values, CellRow, Filtered | keyof TableSlots>('list/table');

/** The one parent of a list of all items. */
const root = '';

/** What a list is asked for. */
export interface ListArguments extends PageArguments {
  readonly where?: Filter | undefined;
  readonly order: Order;
}

export class ListLoader {
  private kept: Promise<GraphCounts> | undefined;

  constructor(private readonly reader: Reader) {}

  /** All items of a kind that pass a filter. */
  all(listed: Listed | 'Entity', args: ListArguments): List<NodeRow> {
    const start = listStart(listed, args.where);
    const filter = compileFilter(listed, start.where);
    const values = { ...start.parameters, ...filter.parameters };
    const keyset = compilePage(args, args.order, 'node.id', listed);
    const wasThere = (listed === 'Observation' ? present : live)('node');
    const slots = {
      start: start.text,
      filter: recorded(listed) || !this.reader.isOfNow ? (`${wasThere} AND ${filter.text}` as CypherText) : filter.text,
    };
    const cursorOf = ({ node, key }: KeyedRow) => encode(args.order.property, key, node['id'] as string);
    const readPage = async () => {
      const rows = await this.reader.read(page({ ...values, ...keyset.parameters }, { ...slots, ...pageSlots(keyset) }));
      return pageOf(rows, keyset, cursorOf, (row) => row);
    };
    const isWhole = filter.text === 'true' && Object.keys(start.parameters).length === 0 && this.reader.isOfNow;
    const readCount = async () =>
      isWhole ? countOf(listed, await this.counts()) : ((await this.reader.read(count(values, slots)))[0]?.total ?? 0);
    const readTable: List<NodeRow>['table'] = async (rows, columns) =>
      tableOf(
        await this.reader.read(table({ ...values, cells: maxCells + 1 }, { ...slots, ...tableSlots(listed, rows, columns) })),
      );
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

/** How many items a list without a filter has. */
function countOf(listed: Listed | 'Entity', { entities, liveClaims, liveObservations }: GraphCounts): number {
  if (listed === 'Claim') return liveClaims;
  if (listed === 'Observation') return liveObservations;
  return listed === 'Entity' ? Object.values(entities).reduce((sum, total) => sum + total) : entities[listed];
}

/** Claims and observations can be retracted; entities stay, so that only an instant before now can leave any out. */
const recorded = (listed: Listed | 'Entity'): boolean => Object.hasOwn(records, listed);
