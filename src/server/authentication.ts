import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustHave, type Account } from '../accounts/account.js';
import type { Authenticate } from '../accounts/authenticate.js';
import { GraphError } from '../graph/errors.js';
import { clientOf } from './admission/client.js';
import type { RateLimit } from './admission/rate-limit.js';
import { sendError } from './http-errors.js';
import { isOfPage } from './pages.js';
import { isManifest } from './reconcile/route.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller; undefined when anonymous. */
    account: Account | undefined;
  }
}

/** What everybody may have: the pages, which hold no data, health, the metrics where they are served, and where clients get tokens. Every other address, also one that comes later, is behind the account. */
const isOpen = (route: string): boolean => isOfPage(route) || /^\/(?:health\/|metrics$|\.well-known\/)/.test(route);

/** The caller. When reading is closed, callers without the role READER are rejected too. */
export function admission(authenticate: Authenticate, reading: 'open' | 'closed'): Authenticate {
  return async (headers) => {
    const account = await authenticate(headers);
    return reading === 'closed' ? mustHave('READER', account) : account;
  };
}

/**
 * Authenticates the caller before the body is read: an invalid key is rejected even when reading is open, since its owner meant to authenticate. Requests count
 * for the account; those without one, or with an invalid key, for the address.
 */
export function addAuthentication(app: FastifyInstance, admit: Authenticate, rate: RateLimit | undefined): void {
  app.decorateRequest('account', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    if (url === undefined || isOpen(url) || isManifest(url, request)) return undefined;
    const rejected = await settle(request, admit);
    const error = count(request, reply, rate) ?? rejected;
    return error === undefined ? undefined : sendError(reply, error);
  });
}

async function settle(request: FastifyRequest, admit: Authenticate): Promise<GraphError | undefined> {
  try {
    request.account = await admit(request.headers);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error;
  }
}

function count(request: FastifyRequest, reply: FastifyReply, rate: RateLimit | undefined): GraphError | undefined {
  const allowance = rate?.take(clientOf(request));
  if (allowance !== undefined) void reply.headers(allowance.headers);
  return allowance?.error;
}
