import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { root } from '../root.js';
import type { PublicAddress } from './address/public-address.js';

const folder = fileURLToPath(new URL('dist/web/', root));

/** Each is a folder of dist/web; its files are under its name. */
type Page = 'explorer' | 'playground';

/** The addresses of the explorer: what is at each of them is for the browser to find out. */
const views = ['/', '/entity/*', '/document/*', '/walk', '/regions', '/changes'];

/** The pages, whose files hold no data: everybody may have them. */
export const isOfPage = (route: string): boolean => views.includes(route) || /^\/(?:explorer|playground)\//.test(route);

/** Nothing from outside: a page, its scripts and workers come from here, and it talks to this service alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a browser may do with a page; the older header is for those that do not know frame-ancestors. */
const guards = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Serves the explorer at `/` and at the addresses of its views, the playground to browsers at `GET /graphql`, and the files of both. */
export async function addPages(app: FastifyInstance, { basePath }: PublicAddress): Promise<void> {
  for (const page of ['explorer', 'playground'] as const) await addFiles(app, page);
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('cross-origin-resource-policy', 'same-origin');
    if (request.method === 'POST' || request.headers.accept?.includes('text/html') !== true) return undefined;
    if (request.url.split('?', 1)[0] === '/graphql') return sendPage(reply, 'playground', basePath);
    return request.is404 ? sendPage(reply.code(404), 'explorer', basePath) : undefined; // its router says what is wrong
  });
  for (const view of views) app.get(view, async (_request, reply) => sendPage(reply, 'explorer', basePath));
}

/** For files whose names change with their content. */
const immutable = 'public, max-age=31536000, immutable';

async function addFiles(app: FastifyInstance, page: Page): Promise<void> {
  if (!existsSync(`${folder}${page}`)) return;
  await app.register(fastifyStatic, {
    root: `${folder}${page}`,
    prefix: `/${page}/`,
    decorateReply: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    allowedPath: (path) => path !== '/index.html', // its addresses are written when it is sent
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? immutable : 'no-cache'),
  });
}

function sendPage(reply: FastifyReply, page: Page, basePath: string): FastifyReply {
  const file = `${folder}${page}/index.html`;
  const html = existsSync(file)
    ? readFileSync(file, 'utf8').replaceAll('"./', `"${basePath}/${page}/`).replace('data-base=""', `data-base="${basePath}"`)
    : `<!doctype html><title>PolicyGraph</title><p>The ${page} is not built: run <code>npm run build</code>.</p>`;
  return reply.type('text/html; charset=utf-8').headers(guards).header('cache-control', 'no-cache').send(html);
}
