/** Queries and mutations: GET and POST /graphql. */
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.js';
import { GraphError } from '../graph/errors.js';
import type { RequestContext } from '../resolvers/context.js';
import { mustBeBounded, mustReadOneWay } from './body.js';
import { deadlineAfter, type Cancel } from './deadline.js';
import { oversize } from './document-limits.js';
import { loadedGraph, type Readiness } from './readiness.js';
import { conditionalRoot } from './subscription-root.js';

export interface GraphqlRoute {
  readonly server: ApolloServer<RequestContext>;
  readonly readiness: Readiness;
  /** How long a request may take, in milliseconds. */
  readonly deadline: number;
  readonly contextFor: (cancel: Cancel, account: Account | undefined) => RequestContext;
}

export function addGraphql(app: FastifyInstance, { server, readiness, deadline, contextFor }: GraphqlRoute): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request, reply) => {
      loadedGraph(readiness);
      return refuseEarly(request, reply);
    },
    handler: fastifyApolloHandler(server, {
      context: async (request, reply) => contextFor(untilDone(request, reply, deadline), request.account),
    }),
  });
}

/** Refuses what is too large to be parsed or validated. */
function refuseEarly({ body, query }: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const parameters = query as Readonly<Record<string, unknown>>;
  for (const json of [parameters['variables'], parameters['extensions']])
    if (typeof json === 'string') {
      mustBeBounded(Buffer.from(json));
      mustReadOneWay(json);
    }
  const text = (body as { query?: unknown } | null | undefined)?.query ?? parameters['query'];
  const error = typeof text === 'string' ? (oversize(text) ?? conditionalRoot(text)) : undefined;
  return error === undefined ? undefined : reply.code(400).send({ errors: [error.toJSON()] });
}

/** Aborts at the deadline, and when the client disconnects: nobody waits for the answer then. */
function untilDone(request: FastifyRequest, reply: FastifyReply, deadline: number): Cancel {
  const { clear, ...cancel } = deadlineAfter(deadline);
  const disconnected = () => cancel.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  reply.raw.once('close', () => {
    clear();
    if (!reply.raw.writableFinished) disconnected();
  });
  request.raw.once('error', disconnected);
  return cancel;
}
