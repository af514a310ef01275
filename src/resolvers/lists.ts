/** From the arguments of a list to the list, and from a list to the connection that shows it. */
import { labels, relationTypes, targetOf, type Label, type Listed, type RelationField } from '../model/model.js';
import { orderings, type Order, type PageArguments } from '../graph/lists/order.js';
import type { Filter } from '../graph/lists/filter/filter.js';
import { GraphError } from '../graph/errors.js';
import type { ListArguments } from '../graph/loaders/list-loader.js';
import type { FacetValue } from '../graph/lists/facet.js';
import type { List } from '../graph/lists/page.js';
import type { Reach } from '../graph/lists/reach.js';
import { entityOf, observationOf, type Claim, type Entity, type Observation, type Relation } from '../graph/stored/rows.js';
import type { ListInput, RelationInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';

/** What the API shows of a list; its parts are getters, so that each is read when it is asked for. */
export interface Connection<E> {
  readonly edges: Promise<readonly E[]>;
  readonly pageInfo: Promise<PageInfo>;
  readonly totalCount: Promise<number>;
  /** The values of one facet; the fields of facet-resolvers.ts ask for several. */
  readonly facet: (by: string) => Promise<readonly FacetValue[]>;
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

/** An edge of a relation, which also has the relation's attributes. */
export interface RelationEdge extends NodeEdge<Entity> {
  readonly type: Relation['type'];
  readonly validity: Relation['validity'];
  readonly certainty: Relation['certainty'];
  readonly firstStatedOn: Relation['firstStatedOn'];
  readonly lastStatedOn: Relation['lastStatedOn'];
  readonly claims: Promise<readonly Claim[]>;
  readonly [attribute: string]: unknown;
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
    facet: (by) => list.facet(by),
  };
}

/** The connection of a relation field of an entity. */
export function follow(relation: RelationField, id: string, input: ListInput, { loaders }: Context): Connection<RelationEdge> {
  const args = {
    ...argumentsOf(targetOf(relation), input),
    certainty: input.certainty ?? undefined,
    edge: input.edge ?? undefined,
    reach: reachOf(input, partsOf(relation)),
    rollUpTo: input.rollUpTo ?? undefined,
  };
  return connectionOf(
    loaders.relations.related(id, relation, args),
    ({ attributes, claimIds, type, validity, certainty, firstStatedOn, lastStatedOn, node, via }, cursor) => ({
      ...attributesOf(relation, attributes, loaders),
      cursor,
      node,
      type,
      validity,
      certainty,
      firstStatedOn,
      lastStatedOn,
      get via() {
        return loaders.entities.byId(via ?? id);
      },
      get claims() {
        return loaders.claims.byIds(claimIds);
      },
    }),
  );
}

/** The attributes of an edge; one that is the id of an entity shows the entity. */
function attributesOf(
  { attributes: model }: RelationField,
  attributes: Relation['attributes'],
  { entities }: Context['loaders'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      model[name]?.isId === true && value !== undefined ? () => entities.byId(value as string) : value,
    ]),
  );
}

/** The connection of all that an entity is related to. A relation of an entity to itself leads from it. */
export function followAny(
  id: string,
  { types = relationTypes, direction, certainty, edge, ...input }: RelationInput,
  { loaders }: Context,
): Connection<RelationEdge> {
  const way = { types, direction, targets: labels };
  return connectionOf(
    loaders.relations.related(id, way, {
      ...argumentsOf('Entity', input),
      certainty: certainty ?? undefined,
      edge: edge ?? undefined,
    }),
    ({ claimIds, type, validity, certainty, firstStatedOn, lastStatedOn, node, source }, cursor) => ({
      cursor,
      node,
      type,
      validity,
      certainty,
      firstStatedOn,
      lastStatedOn,
      direction: source === id ? 'out' : 'in',
      get claims() {
        return loaders.claims.byIds(claimIds);
      },
    }),
  );
}

/** The arguments of a list as the graph takes them: shortcuts become part of the filter, the order gets its property. */
export function argumentsOf(listed: Listed | 'Entity', input: ListInput): ListArguments {
  const { where } = given(input);
  const shortcuts = shortcutsOf(given(input));
  const filters = [...(where === undefined ? [] : [where]), ...shortcuts];
  return {
    ...pageOf(input),
    where: filters.length === 0 ? undefined : { and: filters },
    order: orderOf(listed, given(input).orderBy),
  };
}

/** The page that is asked for. */
export function pageOf(input: ListInput): PageArguments {
  const { first, after, last, before } = given(input);
  if (first !== undefined && last !== undefined) throw new GraphError('BAD_USER_INPUT', 'Give "first" or "last", not both.');
  return { first, after, last, before };
}

/** How the parts of an entity are found, where a field can be asked of them too. */
const partsOf = ({ parts }: RelationField): Reach => (parts?.by === 'INCLUDES' ? 'INCLUDED' : 'PARTS');

/** How far beyond the entity itself the question reaches. */
export function reachOf({ scope, includeParts }: ListInput, parts: Reach = 'PARTS'): Reach | undefined {
  if (includeParts === true) return parts;
  return scope == null || scope === 'DIRECT' ? undefined : (scope as Reach);
}

/** A null argument is treated as omitted. */
function given(input: ListInput): ListInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function shortcutsOf({ types, level, within, region, kind, indicator, about, period }: ListInput): Filter[] {
  return [
    ...(types === undefined ? [] : [{ type: types }]),
    ...(level === undefined ? [] : [{ level: { eq: level } }]),
    ...(within === undefined ? [] : [{ within }]),
    ...(region === undefined ? [] : [{ region: { eq: region } }]),
    ...(kind === undefined ? [] : [{ kind: { eq: kind } }]),
    ...(indicator === undefined ? [] : [{ indicator: { eq: indicator } }]),
    ...(about === undefined ? [] : [{ about }]),
    ...(period === undefined ? [] : [{ period: { gte: period.from, lte: period.to } }]),
  ];
}

const defaultOrders: Readonly<Partial<Record<Listed | 'Entity', string>>> = { Observation: 'PERIOD_ASC', Claim: 'PREDICATE_ASC' };

function orderOf(listed: Listed | 'Entity', orderBy: string = defaultOrders[listed] ?? 'NAME_ASC'): Order {
  const separator = orderBy.lastIndexOf('_');
  const ordering = orderings(listed).get(orderBy.slice(0, separator));
  if (ordering === undefined) throw new Error(`There is no order ${orderBy}.`);
  return { property: ordering.property, direction: orderBy.slice(separator + 1) as Order['direction'] };
}

/** The connection of all items of a kind. */
export function listOf(label: Label, input: ListInput, { loaders }: Context): Connection<NodeEdge<Entity>> {
  return connectionOf(loaders.lists.all(label, argumentsOf(label, input)), (row, cursor) => ({ cursor, node: entityOf(row) }));
}

/** The one entity that a relation field leads to: the first by name where several claims differ. */
export async function firstOf(field: RelationField, id: string, context: Context): Promise<Entity | undefined> {
  const [edge] = await follow(field, id, { first: 1 }, context).edges;
  return edge?.node;
}

/** The connection of all live claims. */
export function claimList(input: ListInput, { loaders }: Context): Connection<NodeEdge<Promise<Claim | null>>> {
  return connectionOf(loaders.lists.all('Claim', argumentsOf('Claim', input)), ({ node }, cursor) => ({
    cursor,
    node: loaders.claims.byId(node['id'] as string),
  }));
}

/** The connection of all observations. */
export function observationList(input: ListInput, { loaders }: Context): Connection<NodeEdge<Observation>> {
  return connectionOf(loaders.lists.all('Observation', argumentsOf('Observation', input)), ({ node }, cursor) => ({
    cursor,
    node: observationOf(node),
  }));
}
