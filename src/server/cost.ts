import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  parse,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { pageSizes } from '../graph/lists/order.js';
import { filterLimits, filterSize } from './filter-size.js';
import { limits } from '../limits.js';

/** The most that one operation may cost in the worst case: as much as fetching so many nodes. */
export const maxCost = limits.operation.nodes.value;

/** How many items a list without a page, such as the claims of an edge, is taken to have. */
const typicalList = 5;

/**
 * What a statement costs that reads a whole list, whatever its page. It is run once for all parents together, so it counts once.
 * Over 100,000 items a count takes 5 ms, with a filter 120, a facet 30 to 70, a page of 20 as much as a facet: 98 facets, as many as can be asked for, take some 5 s.
 */
const wholeListCost = { totalCount: 20, facet: 100 };

/** What it costs to test of every item whether it lies in a region: 50 ms over 3,500 regions. */
const walkUpCost = 200;

/** What it costs to test of every item what it is related to. */
const quantifierCost = 50;

/** What gathering a timeline, or what differs between two days, costs besides the page that it gives. */
const timelineCost = 50;

/** What a walk costs besides what it gives. */
const walkCost = 200;

/** How many items a path has, and how many a neighbourhood has for each of the entities that it is asked for. */
const perWalk: ReadonlyMap<string, number> = new Map([
  ['Path.nodes', 5],
  ['Path.relations', 4],
  ['Neighbourhood.nodes', 1],
  ['Neighbourhood.relations', 2],
]);

/** What a search, and the matching of one name, examine in addition to the nodes that they return. */
const searchCost = 100;
const matchCost = 20;

/** Parts of a node that are read with it. */
const parts = new Set([
  'Name',
  'Code',
  'FuzzyDate',
  'Validity',
  'Locator',
  'PageInfo',
  'Qualifier',
  'ConvertedAmount',
  'TypeCount',
  'Facet',
  'FacetValue',
  'ValueChange',
  'StatisticsGroupKey',
]);

/** Counts nodes: a page costs its size times one item, a list what lists typically have, a leaf nothing. */
const countNodes: ComplexityEstimator = ({ type: parent, field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || type.name.startsWith('__') || parts.has(type.name)) return childComplexity;
  if (type.name === 'TimelineConnection' || type.name === 'DifferenceConnection')
    return pageSize(args) * childComplexity + timelineCost;
  if (type.name === 'SearchConnection') return pageSize(args) * childComplexity + searchCost;
  if (type.name === 'NameMatch') return namesOf(args).length * (childComplexity * (pageSize(args) / typicalList) + matchCost);
  if (type.name.endsWith('Connection')) return pageSize(args) * childComplexity + 1;
  if (type.name.endsWith('Edge')) return childComplexity;
  if (type.name === 'Neighbourhood' || type.name === 'Path') return walkCost + pageSize(args) * childComplexity;
  const walked = perWalk.get(`${parent.name}.${field.name}`);
  if (walked !== undefined) return walked * (childComplexity + 1);
  if (parent.name === 'Relation' && (field.name === 'from' || field.name === 'to')) return childComplexity; // among the nodes
  const items = isList(field.type) ? (Array.isArray(args['ids']) ? args['ids'].length : typicalList) : 1;
  return items * (childComplexity + 1);
};

const namesOf = ({ names }: Record<string, unknown>): readonly unknown[] => (Array.isArray(names) ? names : []);

function pageSize({ first, last }: Record<string, unknown>): number {
  const asked = first ?? last ?? pageSizes.default;
  return typeof asked === 'number' && asked > 0 ? asked : 1;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

interface Size {
  nodes: number;
  conditions: number;
  depth: number;
  /** What is read besides nodes. */
  extra: number;
}

/** Adds a field's filters, and whole lists that it reads, to a size, and leaves the field's nodes to the next estimator. */
function counter(size: Size): ComplexityEstimator {
  return ({ type: parent, field, args }) => {
    if (parent.name === 'Mutation') return; // what is written is no filter
    const { conditions, depth, walks, quantifiers } = filterSize(args);
    size.conditions += conditions;
    size.depth = Math.max(size.depth, depth);
    size.extra += walks * walkUpCost + quantifiers * quantifierCost + wholeListsOf(parent, field.name, args);
  };
}

/** Lists that have facets are read by statements of their own; what a search or a walk finds is at hand, and counted for nothing. */
function wholeListsOf(parent: GraphQLCompositeType, field: string, { by }: Readonly<Record<string, unknown>>): number {
  if (isUnionType(parent) || !('facets' in parent.getFields())) return 0;
  if (field === 'totalCount') return wholeListCost.totalCount;
  return field === 'facets' ? wholeListCost.facet * (Array.isArray(by) ? by.length : 1) : 0;
}

/** What an operation may cost, in nodes; throws QUERY_TOO_EXPENSIVE when that is too much. Variables that do not fit cost nothing: execution refuses them, and says why. */
export function affordableCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  request: Request,
): number {
  if (!variablesFit(schema, operation, request)) return 0;
  const size = sizeOf(schema, document, request);
  mustBeAffordable(size);
  return size.nodes;
}

/** Refuses operations that cost too much, and reports the cost of the others in the answer's `extensions`. */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin {
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation !== undefined) cost = affordableCost(schema, document, operation, request);
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind === 'single' && body.singleResult.data != null)
            body.singleResult.extensions = { ...body.singleResult.extensions, cost: { nodes: cost, limit: maxCost } };
        },
      };
    },
  };
}

function mustBeAffordable({ nodes, conditions, depth }: Size): void {
  const count = (number: number) => number.toLocaleString('en');
  if (nodes > maxCost)
    throw tooExpensive(
      `The query may cost as much as ${count(nodes)} nodes, and at most ${count(maxCost)} are allowed: ask for smaller pages, fewer levels, or fewer counts and facets.`,
      nodes,
      maxCost,
    );
  if (conditions > filterLimits.conditions)
    throw tooExpensive(
      `The filters of the query have ${count(conditions)} conditions, and at most ${filterLimits.conditions} are allowed.`,
      conditions,
      filterLimits.conditions,
    );
  if (depth > filterLimits.depth)
    throw tooExpensive(
      `A filter nests ${depth} levels, and at most ${filterLimits.depth} are allowed.`,
      depth,
      filterLimits.depth,
    );
}

function tooExpensive(message: string, cost: number, limit: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_EXPENSIVE', cost, limit, http: { status: 400 } } });
}

type Request = { readonly operationName?: string | undefined; readonly variables?: Record<string, unknown> | undefined };

/** Asked here because the counting of costs would describe every one of a thousand wrong values. */
function variablesFit(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { variables = {} }: Request,
): boolean {
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors === undefined;
}

function sizeOf(
  schema: GraphQLSchema,
  query: Parameters<typeof getComplexity>[0]['query'],
  { operationName, variables }: Request,
): Size {
  const size = { nodes: 0, conditions: 0, depth: 0, extra: 0 };
  const nodes = getComplexity({
    schema,
    query,
    estimators: [counter(size), countNodes],
    ...(operationName == null ? {} : { operationName }),
    variables: variables ?? {},
  });
  return { ...size, nodes: nodes + size.extra };
}

/** That costs are counted at all: a library that gave 0 for everything would switch the limit off unseen. */
export function assertCostIsCounted(schema: GraphQLSchema): void {
  const query = parse('{ regions(first: 10) { edges { node { id } } } }');
  if (sizeOf(schema, query, {}).nodes < 10) throw new Error('The cost of queries is not counted.');
}
