import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  OperationTypeNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { OverBudget, type Budget } from '../../graph/loaders/budget.js';
import { limits } from '../../limits.js';
import type { OperationContext } from '../admission/admission.js';
import { checked } from '../operation/checked.js';
import type { WorstCase } from './worst-case.js';

/** Refuses operations that could cost too much, or that do when they run, and reports the cost of the others in the answer's `extensions`. */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      let worstCase: WorstCase = { nodes: 0, workOnce: 0, work: 0 };
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) return;
          worstCase = checked(schema, document, operation, request.variables);
          if (contextValue.record !== undefined) contextValue.record.price = worstCase.nodes;
          await contextValue.enter?.(priceOf(worstCase, operation));
          contextValue.budget.spendWork(worstCase.workOnce);
        },
        async willSendResponse({ response: { body }, contextValue: { budget } }) {
          if (body.kind !== 'single') return;
          body.singleResult = withCost(body.singleResult, budget, worstCase);
        },
      };
    },
  };
}

/** Nodes and units of work that an operation could take. What writes is never cheap: writes wait for one another. */
export function priceOf({ nodes, work, workOnce }: WorstCase, { operation }: OperationDefinitionNode): number {
  const price = nodes + work + workOnce;
  return operation === OperationTypeNode.MUTATION ? price + 2 * limits.admission.cheap.value : price;
}

/** An answer with what it cost, or why it was refused. */
function withCost(answer: FormattedExecutionResult, budget: Budget, worstCase: WorstCase): FormattedExecutionResult {
  const refused = refusedBy(budget);
  if (refused !== undefined || answer.data == null) return refused ?? answer;
  try {
    const bytes = budget.sizeOf(answer.data);
    return { ...answer, extensions: { ...answer.extensions, cost: { ...reportOf(budget, worstCase), bytes } } };
  } catch (error) {
    if (error instanceof OverBudget) return answerOf(error);
    throw error;
  }
}

/** The answer of an operation that was ended: why, and nothing of what was read until then. */
export function refusedBy({ refusal }: Budget): FormattedExecutionResult | undefined {
  if (refusal instanceof OverBudget) return answerOf(refusal);
  return refusal instanceof GraphQLError ? { errors: [refusal.toJSON()] } : undefined;
}

const answerOf = ({ message, code, details }: OverBudget): FormattedExecutionResult => ({
  errors: [{ message, extensions: { code, ...details } }],
});

function reportOf({ nodes, work, storeTime }: Budget, worstCase: WorstCase) {
  return {
    nodes,
    limit: limits.operation.nodes.value,
    worstCase: worstCase.nodes,
    work,
    storeTime: Math.round(storeTime.used),
  };
}
