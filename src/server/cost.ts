import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getNamedType, isCompositeType, isListType, isNonNullType, parse, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { pageSizes } from '../graph/order.js';

/** The most nodes that one operation may fetch in the worst case. */
export const maxCost = 10_000;

/** How many items a list without a page, such as the claims of an edge, is taken to have. */
const typicalList = 5;

/** Parts of a node that are read with it. */
const parts = new Set(['Name', 'Code', 'FuzzyDate', 'Validity', 'Locator', 'PageInfo', 'Qualifier', 'ConvertedAmount', 'TypeCount']);

/** Counts nodes: a page costs its size times one item, a list what lists typically have, a leaf nothing. */
const countNodes: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || type.name.startsWith('__') || parts.has(type.name)) return childComplexity;
  if (type.name.endsWith('Connection')) return pageSize(args) * childComplexity + 1;
  if (type.name.endsWith('Edge')) return childComplexity;
  const items = isList(field.type) ? (Array.isArray(args['ids']) ? args['ids'].length : typicalList) : 1;
  return items * (childComplexity + 1);
};

function pageSize({ first, last }: Record<string, unknown>): number {
  const asked = first ?? last ?? pageSizes.default;
  return typeof asked === 'number' && asked > 0 ? asked : 1;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Refuses operations that cost too much, and tells the cost of the others in the answer's `extensions`. */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin {
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveOperation({ document, request }) {
          cost = costOf(schema, document, request);
          if (cost <= maxCost) return;
          throw new GraphQLError(`The query may fetch ${cost.toLocaleString('en')} nodes, and at most ${maxCost.toLocaleString('en')} are allowed: ask for smaller pages or fewer levels.`, {
            extensions: { code: 'QUERY_TOO_EXPENSIVE', cost, limit: maxCost, http: { status: 400 } },
          });
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind === 'single' && body.singleResult.data != null) body.singleResult.extensions = { ...body.singleResult.extensions, cost: { nodes: cost, limit: maxCost } };
        },
      };
    },
  };
}

type Request = { readonly operationName?: string | undefined; readonly variables?: Record<string, unknown> | undefined };

/** Variables that do not fit are refused by execution, with a better message. */
function costOf(schema: GraphQLSchema, query: Parameters<typeof getComplexity>[0]['query'], { operationName, variables }: Request): number {
  try {
    return getComplexity({ schema, query, estimators: [countNodes], ...(operationName == null ? {} : { operationName }), variables: variables ?? {} });
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/** That costs are counted at all: a library that gave 0 for everything would switch the limit off unseen. */
export function assertCostIsCounted(schema: GraphQLSchema): void {
  const query = parse('{ regions(first: 10) { edges { node { id } } } }');
  if (costOf(schema, query, {}) < 10) throw new Error('The cost of queries is not counted.');
}
