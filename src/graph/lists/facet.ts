/** Facets: how many items of a list have each value of something, or each pair of values of two things. What a list can be counted by follows from the model. */
import {
  isRecord,
  listedModels,
  waysOfRecord,
  type Listed,
  type ListedModel,
  type PropertyModel,
  type RecordLabel,
} from '../../model/model.js';
import { limits } from '../../limits.js';
import { cypher, type CypherText } from '../query.js';
import { labelsOf } from '../stored/projection.js';
import { constantName, orderName } from './order.js';
import { countOf, eachOf, waysOfEntity, wayOfRecord, type Way } from './way.js';

export interface FacetModel {
  readonly description: string;
  /** The values are ids of entities. */
  readonly isId: boolean;
  /** The values are stored with the items. */
  readonly isStored: boolean;
  /** Clauses after which `value` is the value of an item called `node`; an item with several values has a row for each. */
  readonly clauses: (name: Side) => CypherText;
  readonly value: (name: Side) => CypherText;
}

type Side = 'row' | 'column';

/** A cell of a table: one value, or a pair of two; null where it is unknown. */
export interface Cell {
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
}

/** The cells of a facet or table, the largest first. */
export interface Table {
  readonly cells: readonly Cell[];
  /** There are more cells than `maxCells`. */
  readonly truncated: boolean;
}

export interface CellRow {
  readonly row: string | null;
  readonly column: string | null;
  readonly total: number;
}

/** How many facets may be asked of one list at a time: each is a statement that looks at the whole list. */
export const maxFacets = limits.lists.facets.value;

/** How many values a facet gives, and how many cells a table. */
export const maxCells = limits.lists.cells.value;

const none = cypher``;
const ofKey = (key: CypherText, description: string, isId = false): FacetModel => ({
  description,
  isId,
  isStored: true,
  clauses: () => none,
  value: () => key,
});
const ofWay = (way: Way, description: string): FacetModel => ({
  description,
  isId: true,
  isStored: false,
  clauses: (name) => eachOf(way, name),
  value: (name) => name as string as CypherText,
});
const ofCount = (way: Way, description: string): FacetModel => ({
  description,
  isId: false,
  isStored: false,
  clauses: (name) => countOf(way, name),
  value: (name) => `toString(${name})` as CypherText,
});

const type = ofKey(cypher`toUpper(head([known IN ${labelsOf('node')} WHERE known <> 'Entity']))`, 'Its type.');

const made = new Map<string, ReadonlyMap<string, FacetModel>>();

/** What items of a kind can be counted by, by the name that the API gives it: `KIND`, `ANNOUNCED_YEAR`, `ISSUERS`. */
export function facets(listed: Listed | 'Entity'): ReadonlyMap<string, FacetModel> {
  const existing = made.get(listed) ?? new Map(facetsOf(listed));
  made.set(listed, existing);
  return existing;
}

function facetsOf(listed: Listed | 'Entity'): [string, FacetModel][] {
  const own = listed === 'Entity' ? [] : ofProperties(listedModels[listed]);
  if (isRecord(listed)) return [...own, ...ofRecord(listed)];
  const related = waysOfEntity(listed).map(({ name, way, description }): [string, FacetModel] => [
    constantName(name),
    ofWay(way, description),
  ]);
  return [['TYPE', type], ...own, ...related];
}

const ofRecord = (record: RecordLabel): [string, FacetModel][] =>
  waysOfRecord(record).flatMap(([name, model]): [string, FacetModel][] => {
    const way = wayOfRecord(model);
    const each: [string, FacetModel] = [constantName(name), ofWay(way, model.description)];
    return model.plural === undefined
      ? [each]
      : [each, [`${constantName(name)}_COUNT`, ofCount(way, `How many: ${model.description}`)]];
  });

const ofProperties = ({ properties }: ListedModel): [string, FacetModel][] =>
  Object.entries(properties).flatMap(([name, property]) => ofProperty(name, property));

function ofProperty(name: string, { type, shared, isId, description }: PropertyModel): [string, FacetModel][] {
  const property = name as CypherText;
  if (type === 'date') {
    const year = cypher`substring(node.${property}Earliest, 0, 4)`;
    return [[`${orderName(name)}_YEAR`, ofKey(year, `${description} By the year of the first day that it may be.`)]];
  }
  const isCounted = type === 'enum' || shared === true;
  return isCounted ? [[orderName(name), ofKey(cypher`node.${property}`, description, isId)]] : [];
}

/** What a statement that counts by one thing, or by two, is filled with. */
export type TableSlots = Readonly<Record<'unfold' | 'row' | 'column', CypherText>>;

export function tableSlots(listed: Listed | 'Entity', rows: string, columns?: string): TableSlots {
  const [row, column] = [facetNamed(listed, rows), columns === undefined ? undefined : facetNamed(listed, columns)];
  return {
    unfold: cypher`${row.clauses('row')} ${column?.clauses('column') ?? none}`,
    row: row.value('row'),
    column: column?.value('column') ?? cypher`null`,
  };
}

function facetNamed(listed: Listed | 'Entity', name: string): FacetModel {
  const facet = facets(listed).get(name);
  if (facet === undefined) throw new Error(`Unknown facet "${name}" of "${listed}".`);
  return facet;
}

/** The largest cells first; of those as large, by value, the unknown last. One row more than `maxCells` means that there are more. */
export function tableOf(rows: readonly CellRow[]): Table {
  const cells = rows.map(({ row, column, total }) => ({ row, column, count: total }));
  const ordered = cells.sort((a, b) => b.count - a.count || byValue(a.row, b.row) || byValue(a.column, b.column));
  return { cells: ordered.slice(0, maxCells), truncated: ordered.length > maxCells };
}

function byValue(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
