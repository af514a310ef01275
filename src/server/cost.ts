import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { pageSizes } from '../graph/order.js';

/** The most nodes that one operation may fetch in the worst case. */
export const maxCost = 10_000;

/** The most conditions in the filters of one operation, and how deep they may be nested: every one is work for every node that is looked at. */
const filterLimits = { conditions: 50, depth: 10 };

/** How many items a list without a page, such as the claims of an edge, is taken to have. */
const typicalList = 5;

/** What gathering a timeline costs besides the page that it gives. */
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

/** What a search, and the matching of one name, look at beside the nodes that they give. */
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
  if (type.name === 'TimelineConnection') return pageSize(args) * childComplexity + timelineCost;
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
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** How many tests a filter makes; a list to compare with is one. */
function conditionsOf(value: unknown): number {
  if (isObject(value)) return sum(Object.values(value).map(conditionsOf)) || 1;
  return Array.isArray(value) && value.some(isObject) ? sum(value.map(conditionsOf)) : 1;
}

function depthOf(value: unknown): number {
  if (isObject(value)) return 1 + Math.max(0, ...Object.values(value).map(depthOf));
  return Array.isArray(value) ? Math.max(0, ...value.map(depthOf)) : 0;
}

/** Adds the filters among a field's arguments to a size, and leaves the field's cost to the next estimator. */
function filterCounter(size: Size): ComplexityEstimator {
  return ({ type, args }) => {
    if (type.name === 'Mutation') return; // what is written is no filter
    const filters = Object.values(args).filter(isObject);
    size.conditions += sum(filters.map(conditionsOf));
    size.depth = Math.max(size.depth, ...filters.map(depthOf));
  };
}

/** Refuses operations that cost too much, and tells the cost of the others in the answer's `extensions`. */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin {
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation === undefined || !variablesFit(schema, operation, request)) return; // execution refuses it, and says why
          const size = sizeOf(schema, document, request);
          cost = size.nodes;
          mustBeAffordable(size);
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
      `The query may fetch ${count(nodes)} nodes, and at most ${count(maxCost)} are allowed: ask for smaller pages or fewer levels.`,
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
  const size = { nodes: 0, conditions: 0, depth: 0 };
  size.nodes = getComplexity({
    schema,
    query,
    estimators: [filterCounter(size), countNodes],
    ...(operationName == null ? {} : { operationName }),
    variables: variables ?? {},
  });
  return size;
}

/** That costs are counted at all: a library that gave 0 for everything would switch the limit off unseen. */
export function assertCostIsCounted(schema: GraphQLSchema): void {
  const query = parse('{ regions(first: 10) { edges { node { id } } } }');
  if (sizeOf(schema, query, {}).nodes < 10) throw new Error('The cost of queries is not counted.');
}
