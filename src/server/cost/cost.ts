import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import type { Budget } from '../../graph/loaders/budget.js';
import { limits } from '../../limits.js';
import type { RequestContext } from '../../resolvers/context.js';
import { checked } from '../operation/checked.js';
import type { WorstCase } from './worst-case.js';

/** Refuses operations that could cost too much, or that do when they run, and reports the cost of the others in the answer's `extensions`. */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let worstCase: WorstCase = { nodes: 0, workOnce: 0 };
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) return;
          worstCase = checked(schema, document, operation, request.variables);
          contextValue.budget.spendWork(worstCase.workOnce);
        },
        async willSendResponse({ response: { body }, contextValue: { budget } }) {
          if (body.kind !== 'single') return;
          body.singleResult = refusedBy(budget) ?? body.singleResult;
          if (body.singleResult.data != null)
            body.singleResult.extensions = { ...body.singleResult.extensions, cost: reportOf(budget, worstCase) };
        },
      };
    },
  };
}

/** The answer of an operation that was ended: why, and nothing of what was read until then. */
export function refusedBy({ refusal }: Budget): FormattedExecutionResult | undefined {
  return refusal instanceof GraphQLError ? { errors: [refusal.toJSON()] } : undefined;
}

function reportOf({ nodes, work }: Budget, worstCase: WorstCase) {
  return { nodes, limit: limits.operation.nodes.value, worstCase: worstCase.nodes, work };
}
