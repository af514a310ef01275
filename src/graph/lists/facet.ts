/** Facets: how many items of a list have each value of something. What a list can be counted by follows from the model. */
import { groupBy } from '../group-by.js';
import { isRecord, listedModels, type Listed, type PropertyModel } from '../../model/model.js';
import { orderName } from './order.js';
import { fragment, type Fragment } from '../query.js';
import { limits } from '../../limits.js';

export interface FacetModel {
  /** The value of an item called `node`, as Cypher. */
  readonly key: Fragment;
  readonly description: string;
}

/** One value, null where it is not known, and how many items have it. */
export interface FacetValue {
  readonly value: string | null;
  readonly count: number;
}

export interface FacetRow {
  readonly value: string | null;
  readonly total: number;
}

/** How many facets may be asked of one list at a time: each is a statement that looks at the whole list. */
export const maxFacets = limits.lists.facets.value;

const type: FacetModel = {
  key: fragment`toUpper(head([known IN labels(node) WHERE known <> 'Entity']))`,
  description: 'Its type.',
};

/** What items of a kind can be counted by, by the name that the API gives it: `KIND`, `ANNOUNCED_YEAR`, `REGION`. */
export function facets(listed: Listed | 'Entity'): ReadonlyMap<string, FacetModel> {
  if (listed === 'Entity') return new Map([['TYPE', type]]);
  const { properties } = listedModels[listed];
  const own = Object.entries(properties).flatMap(([name, property]) => facetOf(name, property));
  return new Map(isRecord(listed) ? own : [['TYPE', type], ...own]);
}

function facetOf(name: string, { type, shared, description }: PropertyModel): [string, FacetModel][] {
  const property = name as Fragment;
  if (type === 'date')
    return [
      [
        `${orderName(name)}_YEAR`,
        {
          key: fragment`substring(node.${property}Earliest, 0, 4)`,
          description: `${description} By the year of the first day that it may be.`,
        },
      ],
    ];
  return type === 'enum' || shared === true ? [[orderName(name), { key: fragment`node.${property}`, description }]] : [];
}

/** The Cypher of a facet that the API offers. */
export function facetKey(listed: Listed | 'Entity', by: string): Fragment {
  const facet = facets(listed).get(by);
  if (facet === undefined) throw new Error(`There is no facet ${by} of ${listed}.`);
  return facet.key;
}

/** The most frequent values first; of those as frequent, by value, what is not known last. */
export function inOrder(rows: readonly FacetRow[]): FacetValue[] {
  const values = rows.map(({ value, total }) => ({ value, count: total }));
  return values.sort((a, b) => b.count - a.count || byValue(a.value, b.value));
}

function byValue(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

export function facetsByOrigin(rows: readonly (FacetRow & { readonly origin: string })[]): Map<string, FacetValue[]> {
  return new Map([...groupBy(rows, ({ origin }) => origin)].map(([origin, group]) => [origin, inOrder(group)]));
}
