import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mustHave, type Account } from '../accounts/account.js';
import type { Authenticate } from '../accounts/authenticate.js';
import { GraphError } from '../graph/errors.js';
import { refusal } from './errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; undefined when nobody said. */
    account: Account | undefined;
  }
}

/** What everybody may have: the page, which holds no data, and health. Every other address, also one that comes later, is behind the account. */
const open = /^\/(?:$|health\/|playground\/)/;

/** Who asks. Where reading is closed, whoever has not the role READER is refused too. */
export function admission(authenticate: Authenticate, reading: 'open' | 'closed'): Authenticate {
  return async (headers) => {
    const account = await authenticate(headers);
    return reading === 'closed' ? mustHave('READER', account) : account;
  };
}

/** Settles who asks before a body is read: a key that is not valid is refused even where everybody reads, as its owner means to be somebody. */
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
    const { status, headers, body } = refusal(error);
    return reply.code(status).headers(headers).send(body);
  }
}
