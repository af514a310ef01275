import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { root } from '../root.js';
import type { PublicAddress } from './address/public-address.js';
import { notFoundHandler } from './http-errors.js';
import { cacheControlOf, pageGuards } from './page-guards.js';

const folder = fileURLToPath(new URL('dist/web/docs/', root));
const notBuilt =
  '<!doctype html><title>PolicyGraph</title><p>The documentation is not built: run <code>npm run build</code>.</p>';

/** The name of a page without the slash that its links are relative to. */
const unslashed = /^\/docs(?<path>(?:\/(?!\.)[\w.-]+)*\/(?<name>(?!\.)[\w.-]+))$/;

/** Serves the documentation below `/docs/`: each page is a folder, with links that are relative, so that any prefix may be in front. */
export async function addDocs(app: FastifyInstance, address: PublicAddress): Promise<void> {
  const unknown = notFoundHandler(app, address);
  app.get('/docs', (_request, reply) => reply.redirect('docs/', 308));
  const addSite = async (docs: FastifyInstance) => {
    docs.setNotFoundHandler((request, reply) => {
      const isPage = request.method !== 'POST' && request.headers.accept?.includes('text/html') === true;
      return isPage ? sendUnknown(reply, address) : unknown(request, reply);
    });
    docs.addHook('onRequest', redirectToFolder);
    if (existsSync(folder)) await addFiles(docs);
    else docs.get('/*', (_request, reply) => reply.callNotFound());
  };
  await app.register(addSite, { prefix: '/docs' });
}

async function addFiles(docs: FastifyInstance): Promise<void> {
  await docs.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    allowedPath: (path) => path !== '/404.html', // its addresses are written when it is sent
    setHeaders: (reply, path) => {
      void reply.header('cache-control', cacheControlOf(path));
      if (/\.html(?:\.br|\.gz)?$/.test(path)) void reply.headers(pageGuards);
    },
  });
}

async function redirectToFolder(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const [path = '', query] = request.url.split('?');
  const { groups } = unslashed.exec(path) ?? {};
  if (groups === undefined || !existsSync(`${folder}${groups['path']}/index.html`)) return undefined;
  return reply.redirect(`${groups['name']}/${query === undefined ? '' : `?${query}`}`, 308);
}

function sendUnknown(reply: FastifyReply, { basePath }: PublicAddress): FastifyReply {
  const file = `${folder}404.html`;
  const html = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('"./', `"${basePath}/docs/`) : notBuilt;
  return reply.code(404).type('text/html; charset=utf-8').headers(pageGuards).header('cache-control', 'no-cache').send(html);
}
