/** Errors beyond those that an answer reports: ten thousand with a place and a stack each would stall the service. */
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from '../type-graphql/decorators.js';
import { GraphError, type ErrorCode } from '../graph/errors.js';
import { limits } from '../limits.js';

const surplus = new Map<ErrorCode, GraphQLError>();

/** One error for all of its code, which graphql-js takes as it is since it has a path. Undefined for an error that the project does not throw. */
export function surplusOf(error: unknown): GraphQLError | undefined {
  const code = error instanceof ArgumentValidationError ? 'BAD_USER_INPUT' : error instanceof GraphError ? error.code : undefined;
  if (code === undefined) return undefined;
  const shared = surplus.get(code) ?? new GraphQLError('', { path: [], originalError: new GraphError(code, 'The same again.') });
  surplus.set(code, shared);
  return shared;
}

/** Leaves them out. */
export const errorLimitPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || body.singleResult.errors === undefined) return;
        const reported = body.singleResult.errors.filter(({ path }) => path?.length !== 0);
        body.singleResult = { ...body.singleResult, errors: reported.slice(0, limits.operation.errors.value) };
      },
    };
  },
};
