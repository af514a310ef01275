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

/**
 * Settles who asks before a body is read: a key that is not valid is refused even where everybody reads, as its owner means to be somebody.
 * Where reading is closed, nobody without the role READER comes further.
 */
export function addAuthentication(app: FastifyInstance, authenticate: Authenticate, reading: 'open' | 'closed'): void {
  app.decorateRequest('account', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    if (url === undefined || open.test(url)) return undefined;
    return settle(request, reply, authenticate, reading);
  });
}

async function settle(request: FastifyRequest, reply: FastifyReply, authenticate: Authenticate, reading: 'open' | 'closed') {
  try {
    request.account = await authenticate(request.headers);
    if (reading === 'closed') mustHave('READER', request.account);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const { status, headers, body } = refusal(error);
    return reply.code(status).headers(headers).send(body);
  }
}
