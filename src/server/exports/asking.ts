import type { ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Account } from '../../accounts/account.js';
import type { Asking } from '../../export/answer-ids.js';
import type { RequestContext } from '../../resolvers/context.js';
import type { Admission, OperationContext } from '../admission/admission.js';
import { clientOf } from '../admission/client.js';
import { dataOf } from '../asking.js';
import { deadlineAfter, type Cancel } from '../deadline.js';
import type { OperationRecord } from '../telemetry/operation-record.js';

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly server: ApolloServer<OperationContext>;
  readonly admission: Admission;
  /** How long one operation may take, in milliseconds. */
  readonly deadline: number;
  readonly contextFor: (cancel: Cancel, account: Account | undefined, record: OperationRecord) => RequestContext;
}

/** GraphQL as the caller of a request may ask it: each operation is admitted and bounded like one of its own. */
export const askingAs =
  ({ schema, server, admission, deadline, contextFor }: Asked) =>
  (request: FastifyRequest, exporting: Cancel): Asking => ({
    schema,
    ask: async (query, variables) => {
      const { account, record } = request;
      const { clear, ...cancel } = deadlineAfter(deadline);
      const end = () => cancel.abort(exporting.signal.reason as Error);
      exporting.signal.throwIfAborted();
      exporting.signal.addEventListener('abort', end, { once: true });
      try {
        return await admission.run({ client: clientOf(request), cancel, text: query }, async (enter) => {
          const contextValue = { ...contextFor(cancel, account, record), enter };
          return dataOf(await server.executeOperation({ query, variables: { ...variables } }, { contextValue }));
        });
      } finally {
        clear();
        exporting.signal.removeEventListener('abort', end);
      }
    },
  });
