/** MCP for agents: POST /mcp. Its tools run operations of the public schema, as the caller of the request. */
import type { GraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { GraphError } from '../../graph/errors.js';
import type { Answer, Api } from '../../mcp/api.js';
import type { PublicAddress } from '../address/public-address.js';
import type { Admission } from '../admission/admission.js';
import { clientOf } from '../admission/client.js';
import { oversize } from '../document-limits.js';
import { masked } from '../errors.js';
import type { ExecuteAs } from '../exports/asking.js';
import { addProtectedResource, challengeOf } from './protected-resource.js';

export interface AgentRoute {
  readonly schema: GraphQLSchema;
  readonly executeAs: ExecuteAs;
  readonly admission: Admission;
  readonly address: PublicAddress;
  /** Whose JWTs are accepted. */
  readonly issuer: string | undefined;
  readonly logger: Logger;
}

export function addAgents(app: FastifyInstance, options: AgentRoute): void {
  const { address, issuer } = options;
  addProtectedResource(app, address, issuer);
  app.route({
    method: 'POST',
    url: '/mcp',
    config: { transport: 'mcp' },
    onSend: async (request, reply) => {
      if (reply.statusCode === 401 && issuer !== undefined) void reply.header('www-authenticate', challengeOf(request, address));
    },
    handler: async (request, reply) => {
      mustBeOneMessage(request.body);
      const { answerPost } = await import('../../mcp/http.js'); // takes memory that a service without agents does not need
      const ends = endOf(reply);
      const response = await answerPost(webRequest(request, ends), request.body, apiFor(request, ends, options));
      void reply.code(response.status).headers({ ...Object.fromEntries(response.headers), 'cache-control': 'no-store' });
      return reply.send(response.body === null ? undefined : await response.text());
    },
  });
}

/** A batch would be many requests that are counted and admitted as one. */
function mustBeOneMessage(body: unknown): void {
  if (Array.isArray(body))
    throw new GraphError('BAD_REQUEST', 'Batches are not supported: send each message in a request of its own.');
}

/** Aborts when the client leaves before it has the answer. */
function endOf({ raw }: FastifyReply): AbortSignal {
  const client = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) client.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  });
  return client.signal;
}

/** The head of a request, whose body is parsed already. */
function webRequest({ headers }: FastifyRequest, signal: AbortSignal): Request {
  const plain = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return new Request('http://service/mcp', {
    method: 'POST',
    headers: new Headers(plain.map(([name, value]) => [name, value])),
    signal,
  });
}

function apiFor(request: FastifyRequest, ends: AbortSignal, { schema, executeAs, admission, address, logger }: AgentRoute): Api {
  return {
    schema,
    explorer: address.urlOf(request.raw),
    masked: (error) => masked(error, logger),
    async run(query, variables) {
      admission.mustAdmit(clientOf(request), query);
      const error = oversize(query);
      return error === undefined ? answerOf(await executeAs(request, ends, query, variables)) : { errors: [error.toJSON()] };
    },
  };
}

function answerOf({ body }: GraphQLResponse): Answer {
  if (body.kind !== 'single') throw new Error('An answer comes in one piece.');
  return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
}
