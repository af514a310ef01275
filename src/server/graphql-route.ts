/** Queries and mutations: GET and POST /graphql. */
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.js';
import { alive } from '../graph/alive.js';
import { GraphError } from '../graph/errors.js';
import type { RequestContext } from '../resolvers/context.js';
import type { Admission, OperationContext } from './admission/admission.js';
import { clientOf } from './admission/client.js';
import { mustBeBounded, mustReadOneWay } from './body.js';
import { bookmarksOf } from './bookmarks.js';
import type { Cancel } from './deadline.js';
import { oversize } from './document-limits.js';
import type { PersistedOperations } from './persisted/persisted-operations.js';
import { documentOf, nameDocument, withDocument } from './persisted/request-document.js';
import { loadedGraph, type Readiness } from './readiness.js';
import type { ResponseCache } from './result-cache/response-cache.js';
import { conditionalRoot } from './subscription-root.js';
import type { OperationRecord } from './telemetry/operation-record.js';
import { departure, untilDone } from './until-done.js';

export interface GraphqlRoute {
  readonly server: ApolloServer<OperationContext>;
  readonly readiness: Readiness;
  /** How long a request may take, in milliseconds. */
  readonly deadline: number;
  readonly contextFor: (
    cancel: Cancel,
    account: Account | undefined,
    record: OperationRecord,
    bookmarks: readonly string[],
  ) => RequestContext;
  readonly admission: Admission;
  readonly persisted: PersistedOperations;
  /** Undefined where no result is cached. */
  readonly cache: ResponseCache | undefined;
  readonly csrfPrevention: boolean;
}

export function addGraphql(
  app: FastifyInstance,
  { server, readiness, deadline, contextFor, admission, persisted, cache, csrfPrevention }: GraphqlRoute,
): void {
  app.decorateRequest('lookup', undefined);
  app.decorateRequest('document', undefined);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    config: { transport: 'http' },
    preHandler: async (request, reply) => {
      if (csrfPrevention) mustBePreflighted(request);
      loadedGraph(readiness);
      mustBeBoundedUrl(request);
      mustBeOne(request);
      nameDocument(request, persisted);
      const isAnyState = bookmarksOf(request).length === 0;
      return (isAnyState ? await cache?.send(request, reply) : undefined) ?? refuseEarly(request, reply, admission);
    },
    handler: async (request, reply) => {
      const { account, lookup, record } = request;
      const [text, bookmarks] = [documentOf(request), bookmarksOf(request)];
      const execute = (cancel: Cancel) =>
        admission.run({ client: clientOf(request), cancel, text }, async (enter) => {
          const operation = contextFor(cancel, account, record, bookmarks);
          if (bookmarks.length > 0) await operation.graph.read(alive({})); // the log and others that the process shares then see that state too
          const context = async () => ({ ...operation, enter });
          return fastifyApolloHandler(server, { context }).call(app, asGet(withDocument(request)), reply);
        });
      if (cache === undefined || lookup === undefined) return execute(untilDone(request, reply, deadline));
      return cache.execute(lookup, reply, execute, departure(request, reply));
    },
  });
}

/** A POST is JSON, which browsers send to another site only when that one allows it. These make the same of a GET. */
const preflighted = ['apollo-require-preflight', 'x-apollo-operation-name'];

function mustBePreflighted({ method, headers }: FastifyRequest): void {
  if (method === 'POST' || preflighted.some((name) => headers[name])) return;
  throw new GraphError('BAD_REQUEST', `A GET needs one of the headers ${preflighted.join(' or ')} here: send it, or use POST.`);
}

/** A HEAD is answered as a GET whose body Node leaves out. */
function asGet(request: FastifyRequest): FastifyRequest {
  if (request.method !== 'HEAD') return request;
  return Object.create(request, { method: { value: 'GET' } }) as FastifyRequest;
}

/** Refuses JSON in the URL that would stall a parser or be read in two ways, as in a body. */
function mustBeBoundedUrl({ query }: FastifyRequest): void {
  const { variables, extensions } = query as Readonly<Record<string, unknown>>;
  for (const json of [variables, extensions])
    if (typeof json === 'string') {
      mustBeBounded(Buffer.from(json));
      mustReadOneWay(json);
    }
}

/** One request costs what one operation may: a list of them would have no limit of its own. */
function mustBeOne({ body }: FastifyRequest): void {
  if (Array.isArray(body))
    throw new GraphError(
      'BAD_REQUEST',
      'A body must be one operation, not a list: batches are not supported. Ask for several things in one operation, or send several requests on one connection.',
    );
}

/** Refuses a document that is too large to be parsed or validated, and one that would wait too long. */
function refuseEarly(request: FastifyRequest, reply: FastifyReply, admission: Admission): FastifyReply | undefined {
  const text = documentOf(request);
  if (text === undefined) return undefined;
  admission.mustAdmit(clientOf(request), text);
  const error = oversize(text) ?? conditionalRoot(text);
  return error === undefined ? undefined : reply.code(400).send({ errors: [error.toJSON()] });
}
