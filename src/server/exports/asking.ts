import type { ApolloServer, GraphQLResponse } from '@apollo/server';
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

type Variables = Readonly<Record<string, unknown>>;

/** Executes an operation as the caller of a request may: it is admitted and bounded like one of its own, and ends with the request. */
export type ExecuteAs = (
  request: FastifyRequest,
  ends: AbortSignal,
  query: string,
  variables: Variables,
) => Promise<GraphQLResponse>;

export const executingAs =
  ({ server, admission, deadline, contextFor }: Asked): ExecuteAs =>
  async (request, ends, query, variables) => {
    const { account, record } = request;
    ends.throwIfAborted();
    const { clear, ...cancel } = deadlineAfter(deadline);
    const end = () => cancel.abort(ends.reason as Error);
    ends.addEventListener('abort', end, { once: true });
    try {
      return await admission.run({ client: clientOf(request), cancel, text: query }, async (enter) => {
        const contextValue = { ...contextFor(cancel, account, record), enter };
        return server.executeOperation({ query, variables: { ...variables } }, { contextValue });
      });
    } finally {
      clear();
      ends.removeEventListener('abort', end);
    }
  };

/** GraphQL as the caller of a request may ask it. */
export const askingAs =
  (asked: Asked) =>
  (request: FastifyRequest, exporting: Cancel): Asking => ({
    schema: asked.schema,
    ask: async (query, variables) => dataOf(await executingAs(asked)(request, exporting.signal, query, variables)),
  });
