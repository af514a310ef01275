import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustHave, type Account } from '../accounts/account.js';
import type { Authenticate } from '../accounts/authenticate.js';
import { GraphError } from '../graph/errors.js';
import { sendError } from './http-errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller; undefined when anonymous. */
    account: Account | undefined;
  }
}

/** What everybody may have: the page, which holds no data, health, and the metrics where they are served. Every other address, also one that comes later, is behind the account. */
const open = /^\/(?:$|health\/|metrics$|playground\/)/;

/** The caller. When reading is closed, callers without the role READER are rejected too. */
export function admission(authenticate: Authenticate, reading: 'open' | 'closed'): Authenticate {
  return async (headers) => {
    const account = await authenticate(headers);
    return reading === 'closed' ? mustHave('READER', account) : account;
  };
}

/** Authenticates the caller before the body is read: an invalid key is rejected even when reading is open, since its owner meant to authenticate. */
export function addAuthentication(app: FastifyInstance, admit: Authenticate): void {
  app.decorateRequest('account', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    return url === undefined || open.test(url) ? undefined : settle(request, reply, admit);
  });
}

async function settle(request: FastifyRequest, reply: FastifyReply, admit: Authenticate) {
  try {
    request.account = await admit(request.headers);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return sendError(reply, error);
  }
}
