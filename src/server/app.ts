import { once } from 'node:events';
import { Server } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Account } from '../accounts/account.js';
import type { Authenticate } from '../accounts/authenticate.js';
import { Archive } from '../archive.js';
import { ChangeLog } from '../changesets/log.js';
import type { PublicErrorCode } from '../error-codes.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import type { RequestContext } from '../resolvers/context.js';
import { addAuthentication, admission } from './authentication.js';
import { BodyError, addBodyParser, bodyLimits, mustBeBounded, mustReadOneWay } from './body.js';
import { oversize } from './document-limits.js';
import { errorBody, isPublic, refusal, retryAfter } from './errors.js';
import { graphqlSchema } from './graphql-schema.js';
import { graphqlServer } from './graphql.js';
import { refuseConnection } from './connection-errors.js';
import { deadlineAfter, type Cancel } from './deadline.js';
import { addEventStream } from './event-stream.js';
import { addHealth } from './health.js';
import { addImports, uploadLimits, type Importer } from './imports.js';
import { addPlayground } from './playground.js';
import { conditionalRoot } from './subscription-root.js';
import { Subscriptions } from './subscriptions.js';
import { addWebSocket } from './web-socket.js';
import { limits } from '../limits.js';
import { Budget } from '../graph/loaders/budget.js';

export interface AppOptions {
  readonly logger: Logger;
  readonly archive?: string | undefined;
  /** How long one request may take, in milliseconds. */
  readonly deadline?: number;
  /** How long who follows changes may leave unread what it is sent, in milliseconds. */
  readonly patience?: number;
  /** Authenticates the caller; all callers are anonymous when it is left out. */
  readonly authenticate?: Authenticate;
  /** Whether anonymous callers may read; true by default. */
  readonly reading?: 'open' | 'closed';
  /** What imports files that are sent; none are taken where it is left out. */
  readonly importer?: Importer;
}

/** The graph behind the app; undefined until it has been opened and loaded. */
export interface Readiness {
  graph?: Graph;
  /** The log of the graph, made when it is first asked for. */
  log?: ChangeLog;
}

/** Slow uploads and answers that nobody collects end after this time, in milliseconds. */
const requestTimeout = 1_000 * limits.request.arrival.value;

/** The HTTP service. It may listen before there is a graph: until then it says that it is not ready. */
export async function createApp(
  readiness: Readiness,
  {
    logger,
    archive: folder,
    deadline = 1_000 * limits.operation.deadline.value,
    patience = 1_000 * limits.subscriptions.unread.value,
    authenticate = nobody,
    reading = 'open',
    importer,
  }: AppOptions,
): Promise<FastifyInstance> {
  const refuseWith = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => refuse(error, reply, logger);
  const app = fastify({
    bodyLimit: bodyLimits.bytes,
    requestTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: refuseConnection,
    frameworkErrors: refuseWith,
  });
  const archive = new Archive(folder);
  const schema = await graphqlSchema();
  const server = await graphqlServer(schema, logger);
  const contextFor = ({ signal, abort }: Cancel, account: Account | undefined): RequestContext => ({
    ...contextOf(readiness, logger),
    archive,
    signal,
    budget: new Budget({ abort }),
    account,
  });
  const subscriptions = new Subscriptions({ schema, logger, deadline, contextFor });
  const admit = admission(authenticate, reading);
  const follow = { subscriptions, logger, admit, patience, isReady: () => readiness.graph !== undefined };
  addBodyParser(app);
  app.setErrorHandler(refuseWith);
  app.setNotFoundHandler(refuseAddress);
  await addPlayground(app);
  addAuthentication(app, admit); // before what it guards
  addWebSocket(app, follow);
  addEventStream(app, follow);
  app.addHook('preClose', () => farewell(app.server)); // after those that end subscriptions
  addHealth(app, readiness);
  if (importer !== undefined) addImports(app, readiness, importer);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request, reply) => refuseEarly(readiness, request, reply),
    handler: fastifyApolloHandler(server, {
      context: async (request, reply) => contextFor(untilDone(request, reply, deadline), request.account),
    }),
  });
  return app;
}

/** What can be refused before GraphQL looks at it: everything until the graph is there, and texts that are too large to be looked at. */
function refuseEarly(readiness: Readiness, { body, query }: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  if (readiness.graph === undefined)
    return reply
      .code(503)
      .header('retry-after', retryAfter)
      .send(errorBody('The graph is being loaded; try again in a moment.', 'UNAVAILABLE'));
  const address = query as Readonly<Record<string, unknown>>;
  for (const json of [address['variables'], address['extensions']])
    if (typeof json === 'string') {
      mustBeBounded(Buffer.from(json));
      mustReadOneWay(json);
    }
  const text = (body as { query?: unknown } | null | undefined)?.query ?? address['query'];
  const error = typeof text === 'string' ? (oversize(text) ?? conditionalRoot(text)) : undefined;
  return error === undefined ? undefined : reply.code(400).send({ errors: [error.toJSON()] });
}

const nobody = async () => undefined;

function contextOf(readiness: Readiness, logger: Logger): Pick<RequestContext, 'graph' | 'log' | 'today'> {
  const { graph } = readiness;
  if (graph === undefined) throw new GraphError('UNAVAILABLE', 'The graph is being loaded; try again in a moment.');
  const today = new Date().toISOString().slice(0, 10);
  readiness.log ??= new ChangeLog(graph, (error) => logger.warn({ err: error }, 'The log of changes cannot be read'));
  return { graph, log: readiness.log, today };
}

/** Aborts at the deadline, and when the client is gone: nobody waits for the answer then. */
function untilDone(request: FastifyRequest, reply: FastifyReply, deadline: number): Cancel {
  const { signal, abort, clear } = deadlineAfter(deadline);
  reply.raw.once('close', () => {
    clear();
    if (!reply.raw.writableFinished) abort(new GraphError('TIMEOUT', 'The client is gone.'));
  });
  request.raw.once('error', () => abort(new GraphError('TIMEOUT', 'The client is gone.')));
  return { signal, abort };
}

/** How long clients may hold on to their connections when the service closes, in milliseconds. */
const patience = 2_000;

/**
 * Takes no new connections, while every answer on the others asks to end its own.
 * One that is closed just like that may have a request on its way, which would be lost.
 */
async function farewell(server: Server): Promise<void> {
  if (!server.listening) return;
  const drained = once(server, 'close');
  Server.prototype.close.call(server); // the one of HTTP closes idle connections as well
  await Promise.race([drained, after(patience)]);
}

const codes: Readonly<Record<number, PublicErrorCode>> = { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };
const messages: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: `The body is too large: at most ${bodyLimits.bytes.toLocaleString('en')} bytes.`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE:
    'The body must be JSON: send content-type: application/json. (Files for /import: multipart/form-data.)',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'There is no body: send JSON with a "query".',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'Files are sent as multipart/form-data, in parts named "file".',
  FST_REQ_FILE_TOO_LARGE: `A file is too large: at most ${uploadLimits.fileSize.toLocaleString('en')} bytes. Send it in parts, or import it by command.`,
  FST_FILES_LIMIT: `There are too many files: at most ${uploadLimits.files}.`,
  FST_PARTS_LIMIT: `There are too many files: at most ${uploadLimits.files}.`,
  FST_FIELDS_LIMIT: 'The parts must be files, named "file" and "mapping"; "id" and "dryRun" go into the URL.',
};

/** Answers for what failed before GraphQL: bodies that are too large, of another type, or no JSON. */
function refuse(error: FastifyError | BodyError | GraphError, reply: FastifyReply, logger: Logger): FastifyReply {
  if (error instanceof GraphError && isPublic(error)) {
    const { status, headers, body } = refusal(error);
    return reply.code(status).headers(headers).send(body);
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status >= 500) {
    logger.error({ err: error }, 'Unexpected error');
    return reply.code(status).send(errorBody('Something went wrong here.', 'INTERNAL_SERVER_ERROR'));
  }
  reply.removeHeader('connection'); // a connection that is closed while the client still sends would take the answer with it
  const message =
    error instanceof BodyError ? error.message : (messages[(error as FastifyError).code] ?? 'The request is not valid HTTP.');
  return reply.code(status).send(errorBody(message, codes[status] ?? 'BAD_REQUEST'));
}

/** How each address is asked, where another method is tried. */
const methods: Readonly<Record<string, readonly [allow: string, message: string]>> = {
  '/graphql': ['GET, POST', 'GraphQL is asked by GET or POST.'],
  '/graphql/stream': ['POST', 'Changes are followed by POST.'],
  '/import': ['POST', 'Files are imported by POST.'],
};

function refuseAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = methods[request.url.split('?', 1)[0] ?? ''];
  if (known === undefined) return reply.code(404).send(errorBody('There is nothing here: GraphQL is at /graphql.', 'NOT_FOUND'));
  const [allow, message] = known;
  return reply.code(405).header('allow', allow).send(errorBody(message, 'BAD_REQUEST'));
}
