/** What an operation could cost, from its text alone: refused before it runs only where that is out of all proportion. */
import {
  GraphQLError,
  getVariableValues,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import type { PublicErrorCode } from '../../error-codes.js';
import { limits } from '../../limits.js';
import { priceOf } from '../../schema/price.js';
import { filterLimits, filterSize } from './filter-size.js';

/** Work to test of every item whether it lies in a region: 50 ms over 3,500 regions. */
const walkUpWork = 200;

/** Work to test of every item what it is related to. */
const quantifierWork = 50;

const { worstCase, work: maxWork } = limits.operation;

export interface WorstCase {
  /** Nodes, were every page full. */
  readonly nodes: number;
  /** Work of the statements that run once, however many parents there are. */
  readonly workOnce: number;
}

interface Size {
  nodes: number;
  workOnce: number;
  /** Work of one call of each field. */
  work: number;
  conditions: number;
  depth: number;
}

/** Nodes by the prices of the fields. */
const countNodes: ComplexityEstimator = ({ field, args, childComplexity }) =>
  priceOf(field)?.nodes(childComplexity, args) ?? childComplexity;

/** Adds a field's filters and work to a size, and leaves its nodes to the next estimator. */
function counter(size: Size): ComplexityEstimator {
  return ({ type: parent, field, args }) => {
    if (parent.name === 'Mutation') return; // what is written is no filter
    const { conditions, depth, walks, quantifiers } = filterSize(args);
    const { work, workOnce } = priceOf(field) ?? {};
    size.conditions += conditions;
    size.depth = Math.max(size.depth, depth);
    size.workOnce += walks * walkUpWork + quantifiers * quantifierWork + (workOnce?.(args) ?? 0);
    size.work += work?.(args) ?? 0;
  };
}

/** The worst case of an operation; throws QUERY_TOO_EXPENSIVE when that is too much. Variables that do not fit cost nothing: execution refuses them, and says why. */
export function affordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  request: Request,
): WorstCase {
  if (!variablesFit(schema, operation, request)) return { nodes: 0, workOnce: 0 };
  const size = sizeOf(schema, document, request);
  mustBeAffordable(size);
  return size;
}

const shown = (number: number) => number.toLocaleString('en');

function mustBeAffordable({ nodes, work, workOnce, conditions, depth }: Size): void {
  if (nodes > worstCase.value)
    throw tooExpensive(
      `The operation could read ${shown(nodes)} nodes, and at most ${shown(worstCase.value)} are allowed: ask for smaller pages or fewer levels.`,
      nodes,
      worstCase.value,
    );
  if (work + workOnce > maxWork.value)
    throw tooExpensive(
      `The operation takes ${shown(work + workOnce)} units of work, and at most ${shown(maxWork.value)} are allowed: ask for fewer counts, facets, searches or walks.`,
      work + workOnce,
      maxWork.value,
    );
  if (conditions > filterLimits.conditions)
    throw tooExpensive(
      `The filters of the operation have ${shown(conditions)} conditions, and at most ${filterLimits.conditions} are allowed.`,
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

const code: PublicErrorCode = 'QUERY_TOO_EXPENSIVE';

function tooExpensive(message: string, cost: number, limit: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, cost, limit, http: { status: 400 } } });
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
  const size = { nodes: 0, work: 0, workOnce: 0, conditions: 0, depth: 0 };
  const nodes = getComplexity({
    schema,
    query,
    estimators: [counter(size), countNodes],
    ...(operationName == null ? {} : { operationName }),
    variables: variables ?? {},
  });
  return { ...size, nodes };
}

/** That costs are counted at all: a library that gave 0 for everything would switch the limit off unseen. */
export function assertCostIsCounted(schema: GraphQLSchema): void {
  const query = parse('{ regions(first: 10) { edges { node { id } } } }');
  if (sizeOf(schema, query, {}).nodes < 10) throw new Error('The cost of operations is not counted.');
}
