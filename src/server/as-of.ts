import type { ApolloServerPlugin } from '@apollo/server';
import { getDirectiveValues, getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { now } from '../graph/time/as-of.js';
import type { Certainty } from '../graph/time/certainty.js';
import { Loaders } from '../graph/loaders/loaders.js';
import type { Context } from '../resolvers/context.js';
import { asOfDirective } from '../schema/as-of.js';

/** Reads `@asOf` off the operation and shows the graph as of that day. */
export function asOfPlugin(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, request, contextValue }) {
          const said = operation === undefined ? undefined : saidBy(schema, operation, request.variables ?? {});
          if (said === undefined) return;
          const { graph, loaders } = contextValue;
          const asOf = {
            on: said.date ?? loaders.reader.asOf.on,
            knownAt: said.knownAt?.toISOString() ?? now,
            atLeast: said.atLeast ?? 'POSSIBLE',
          };
          contextValue.loaders = new Loaders(graph, asOf, loaders.reader.signal);
        },
      };
    },
  };
}

type Said = { readonly date?: string | null; readonly atLeast?: Certainty | null; readonly knownAt?: Date | null };

/** Variables that do not fit are left for execution to refuse. */
function saidBy(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Readonly<Record<string, unknown>>,
): Said | undefined {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs);
  return coerced === undefined ? undefined : getDirectiveValues(asOfDirective(schema), operation, coerced);
}
