import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { root } from '../root.js';
import type { PublicAddress } from './address/public-address.js';

const folder = fileURLToPath(new URL('dist/web/', root));

/** Nothing from outside: the page, its scripts and workers come from here, and it talks to this service alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a browser may do with the page; the older header is for those that do not know frame-ancestors. */
const guards = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Serves the playground: its page to browsers at `GET /graphql`, its files under `/playground/`. */
export async function addPlayground(app: FastifyInstance, { basePath }: PublicAddress): Promise<void> {
  if (existsSync(folder))
    await app.register(fastifyStatic, {
      root: folder,
      prefix: '/playground/',
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
    });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('cross-origin-resource-policy', 'same-origin');
    const asked =
      request.method !== 'POST' && request.url.split('?', 1)[0] === '/graphql' && request.headers.accept?.includes('text/html');
    return asked ? sendPage(reply, basePath) : undefined;
  });
  app.get('/', async (_request, reply) => reply.redirect(`${basePath}/graphql`));
}

function sendPage(reply: FastifyReply, basePath: string): FastifyReply {
  const page = `${folder}index.html`;
  const html = existsSync(page)
    ? readFileSync(page, 'utf8').replaceAll('"./', `"${basePath}/playground/`)
    : '<!doctype html><title>PolicyGraph</title><p>The playground is not built: run <code>npm run build</code>.</p>';
  return reply.type('text/html; charset=utf-8').headers(guards).header('cache-control', 'no-cache').send(html);
}
