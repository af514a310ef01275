import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { limits } from '../../limits.js';
import { refuseUnrouted } from '../connection-errors.js';
import { sendError } from '../http-errors.js';
import type { PublicAddress } from './public-address.js';
import { foreignOrigin, refusedHead } from './request-head.js';

const { headers, head, headerLines } = limits.request;

/** What Node would refuse without an answer is refused here; requests that take too long to arrive are looked for every second. */
const http = {
  requireHostHeader: false,
  maxHeaderSize: headers.value,
  headersTimeout: 1_000 * head.value,
  connectionsCheckingInterval: 1_000,
};

/** How Fastify finds the route and the client of a request. */
export const routingOf = (address: PublicAddress) =>
  ({
    http,
    trustProxy: address.trusts,
    rewriteUrl: (request) => address.pathOf(request),
  }) satisfies FastifyServerOptions & { http: object };

/** What pages of other sites may not use: /import and /text take what forms send, which needs no preflight, and the MCP specification has servers validate origins. */
const ofOwnPages: ReadonlySet<string> = new Set(['/import', '/text', '/mcp']);

/** Refuses requests by their heads, before anything else looks at them. JSON of other sites needs a preflight, which no one answers; forms do not. */
export function addAddressGuard(app: FastifyInstance, address: PublicAddress): void {
  app.server.maxHeadersCount = headerLines.value + 1; // one more, so that they are seen to be too many
  refuseUnrouted(app.server);
  app.addHook('onRequest', async (request, reply) => {
    const ownOnly = ofOwnPages.has(request.routeOptions.url ?? '');
    const error = refusedHead(request.raw, address) ?? (ownOnly ? foreignOrigin(request.raw, address) : undefined);
    return error === undefined ? undefined : sendError(reply, error);
  });
}
