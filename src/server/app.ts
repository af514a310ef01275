import { setMaxListeners } from 'node:events';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Archive } from '../archive.js';
import { GraphError } from '../graph/errors.js';
import { Loaders } from '../graph/loaders.js';
import type { Graph } from '../graph/port.js';
import type { Context } from '../resolvers/context.js';
import { oversize } from './document-limits.js';
import { errorBody, retryAfter } from './errors.js';
import { graphqlServer } from './graphql.js';
import { addHealth } from './health.js';
import { addPlayground } from './playground.js';

/** The largest body of a request, in bytes. */
export const maxBody = 1_000_000;

/** How long one request may take, in milliseconds. */
const deadline = 10_000;

export interface AppOptions {
  readonly logger: Logger;
  readonly archive?: string | undefined;
}

/** The graph behind the app; undefined until it has been opened and loaded. */
export interface Readiness {
  graph?: Graph;
}

/** The HTTP service. It may listen before there is a graph: until then it says that it is not ready. */
export async function createApp(readiness: Readiness, { logger, archive: folder }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: maxBody, forceCloseConnections: 'idle', onProtoPoisoning: 'remove', onConstructorPoisoning: 'remove', routerOptions: { maxParamLength: 200 }, return503OnClosing: true });
  const archive = new Archive(folder);
  const server = await graphqlServer(app, logger);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: FastifyError, _request, reply) => refuse(error, reply, logger));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody('There is nothing here: GraphQL is at /graphql.', 'NOT_FOUND')));
  await addPlayground(app);
  addHealth(app, readiness);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request, reply) => refuseEarly(readiness, request, reply),
    handler: fastifyApolloHandler(server, { context: async (request, reply) => contextOf(readiness, archive, request, reply) }),
  });
  return app;
}

/** What can be refused before GraphQL looks at it: everything until the graph is there, and texts that are too large to be looked at. */
function refuseEarly(readiness: Readiness, { body, query }: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  if (readiness.graph === undefined) return reply.code(503).header('retry-after', retryAfter).send(errorBody('The graph is being loaded; try again in a moment.', 'UNAVAILABLE'));
  const text = (body as { query?: unknown } | undefined)?.query ?? (query as { query?: unknown }).query;
  const error = typeof text === 'string' ? oversize(text) : undefined;
  return error === undefined ? undefined : reply.code(400).send({ errors: [error.toJSON()] });
}

function contextOf({ graph }: Readiness, archive: Archive, request: FastifyRequest, reply: FastifyReply): Context {
  if (graph === undefined) throw new GraphError('UNAVAILABLE', 'The graph is being loaded; try again in a moment.');
  const today = new Date().toISOString().slice(0, 10);
  return { graph, archive, loaders: new Loaders(graph, today, untilDone(request, reply)) };
}

/** Aborts at the deadline, and when the client is gone: nobody waits for the answer then. */
function untilDone(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // as many as there are statements under way
  const timer = setTimeout(() => controller.abort(new GraphError('TIMEOUT', `The query took longer than ${deadline / 1000} s: ask for less, or in parts.`)), deadline);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) controller.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  });
  request.raw.once('error', () => controller.abort(new GraphError('TIMEOUT', 'The client is gone.')));
  return controller.signal;
}

const codes: Readonly<Record<number, string>> = { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 503: 'UNAVAILABLE' };
const messages: Readonly<Record<number, string>> = {
  413: `The body is too large: at most ${maxBody.toLocaleString('en')} bytes.`,
  415: 'The body must be JSON: send content-type: application/json.',
};

/** Answers for what failed before GraphQL: bodies that are too large, of another type, or no JSON. */
function refuse(error: FastifyError, reply: FastifyReply, logger: Logger): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500 && status !== 503) {
    logger.error({ err: error }, 'Unexpected error');
    return reply.code(status).send(errorBody('Something went wrong here.', 'INTERNAL_SERVER_ERROR'));
  }
  return reply.code(status).send(errorBody(messages[status] ?? 'The body is not JSON.', codes[status] ?? 'BAD_REQUEST'));
}
