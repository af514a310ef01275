/** Pages of other sites that may use the API: POLICYGRAPH_CORS. */
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { PublicAddress } from './public-address.js';

/** What pages of other sites may ask: not the pages of this service, its health or its metrics. */
const api = /^\/(?:\.well-known|graphql|export|import|mcp|reconcile|text)(?:[/?]|$)/;

/** Seconds for which a browser need not ask again; those that allow less take less. */
const maxAge = 86_400;

/** What pages may read of an answer beside its body. */
const exposed = [
  'content-disposition',
  'etag',
  'mcp-session-id',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'www-authenticate',
  'x-request-id',
].join(', ');

const options: FastifyCorsOptions = {
  methods: ['GET', 'HEAD', 'POST', 'DELETE'],
  exposedHeaders: exposed,
  maxAge,
  strictPreflight: false, // any other OPTIONS is answered as one
};

/** Answers preflights, and lets pages of the listed origins read answers. There are no cookies here, so none are asked for. */
export async function addCors(app: FastifyInstance, address: PublicAddress): Promise<void> {
  if (!address.allowsOrigins) return;
  await app.register(cors, {
    delegator: (request, callback) => {
      const { origin } = request.headers;
      const isAllowed = origin !== undefined && api.test(address.pathOf(request.raw)) && address.allows(origin);
      callback(null, { ...options, origin: isAllowed && origin });
    },
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    const vary = String(reply.getHeader('vary') ?? ''); // which the headers of an answer may have replaced
    if (!/\borigin\b/i.test(vary)) void reply.header('vary', vary === '' ? 'origin' : `${vary}, origin`);
    done(null, payload);
  });
}

/** The headers of an answer that is written past the router. */
export function readableFrom(origin: string | undefined, address: PublicAddress): Readonly<Record<string, string>> {
  if (origin === undefined || !address.allows(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed, vary: 'origin' };
}
