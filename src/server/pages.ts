import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { root } from '../root.js';
import type { PublicAddress } from './address/public-address.js';
import { addDocs } from './docs.js';
import { cacheControlOf, pageGuards } from './page-guards.js';

const folder = fileURLToPath(new URL('dist/web/', root));

/** Each is a folder of dist/web; its files are under its name. */
type Page = 'explorer' | 'playground';

/** The addresses of the explorer: what is at each of them is for the browser to find out. */
const views = ['/', '/entity/*', '/document/*', '/walk', '/regions', '/changes', '/review', '/review/*'];

/** The pages, whose files hold no data: everybody may have them. */
export const isOfPage = (route: string): boolean => views.includes(route) || /^\/(?:explorer\/|playground\/|docs)/.test(route);

/** Serves the explorer at `/` and at the addresses of its views, the playground to browsers at `GET /graphql`, the files of both, and the documentation. */
export async function addPages(app: FastifyInstance, address: PublicAddress): Promise<void> {
  const { basePath } = address;
  for (const page of ['explorer', 'playground'] as const) await addFiles(app, page);
  await addDocs(app, address);
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('cross-origin-resource-policy', 'same-origin');
    if (request.method === 'POST' || request.headers.accept?.includes('text/html') !== true) return undefined;
    if (request.url.split('?', 1)[0] === '/graphql') return sendPage(reply, 'playground', basePath);
    return request.is404 ? sendPage(reply.code(404), 'explorer', basePath) : undefined; // its router says what is wrong
  });
  for (const view of views) app.get(view, async (_request, reply) => sendPage(reply, 'explorer', basePath));
}

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
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControlOf(path)),
  });
}

function sendPage(reply: FastifyReply, page: Page, basePath: string): FastifyReply {
  const file = `${folder}${page}/index.html`;
  const html = existsSync(file)
    ? readFileSync(file, 'utf8').replaceAll('"./', `"${basePath}/${page}/`).replace('data-base=""', `data-base="${basePath}"`)
    : `<!doctype html><title>PolicyGraph</title><p>The ${page} is not built: run <code>npm run build</code>.</p>`;
  return reply.type('text/html; charset=utf-8').headers(pageGuards).header('cache-control', 'no-cache').send(html);
}
