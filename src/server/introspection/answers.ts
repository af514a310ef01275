import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { Kind } from 'graphql';
import type { RequestContext } from '../../resolvers/context.js';

/** Each is some ten megabytes. */
const most = 2;

interface Requested {
  readonly queryHash?: string | undefined;
  readonly operationName?: string | null | undefined;
}

/** Keeps the answers of the last documents that only read the schema: they are the same for each request. */
export function keptIntrospection(): ApolloServerPlugin<RequestContext> {
  const answers = new Map<string, Record<string, unknown>>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ queryHash, operationName, request, response }) {
          const data = answers.get(keyOf({ queryHash, operationName }));
          if (data === undefined || hasVariables(request)) return null;
          return { ...response, body: { kind: 'single', singleResult: { data } } };
        },
        async willSendResponse({ queryHash, operationName, operation, request, response: { body } }) {
          if (body.kind !== 'single' || body.singleResult.errors !== undefined || body.singleResult.data == null) return;
          const isSchemaOnly = operation?.selectionSet.selections.every(
            (each) => each.kind === Kind.FIELD && (each.name.value === '__schema' || each.name.value === '__type'),
          );
          if (isSchemaOnly !== true || hasVariables(request)) return;
          const key = keyOf({ queryHash, operationName });
          answers.delete(key);
          answers.set(key, body.singleResult.data);
          const [oldest] = answers.keys();
          if (answers.size > most && oldest !== undefined) answers.delete(oldest);
        },
      };
    },
  };
}

const keyOf = ({ queryHash, operationName }: Requested) => `${queryHash ?? ''} ${operationName ?? ''}`;

const hasVariables = ({ variables }: GraphQLRequest) => variables !== undefined && Object.keys(variables).length > 0;
