/** Previews of entities, and flyouts of what is suggested. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Loaders } from '../../graph/loaders/loaders.js';
import { GraphError } from '../../graph/errors.js';
import type { Entity } from '../../graph/stored/rows.js';
import { limits } from '../../limits.js';
import { invalid } from '../../reconcile/input.js';
import { flyoutOf, fragmentOf, previewOf } from '../../reconcile/preview.js';
import { quoted } from '../../reconcile/questions.js';
import { admitted, type Operations } from './operation.js';
import { languagesWanted, parameterOf } from './parameters.js';

/** The entity, what it is part of, and where that is. */
const price = 10;

/** The page may be in a frame of any site: it holds nothing to click but a link, which opens a window of its own. */
const previewHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
  vary: 'accept-language',
};

export function addPreviews(
  app: FastifyInstance,
  root: string,
  base: (request: FastifyRequest) => string,
  options: Operations,
): void {
  const config = { transport: 'reconcile' } as const;
  const entityFor = <T>(request: FastifyRequest, reply: FastifyReply, show: (entity: Entity, loaders: Loaders) => Promise<T>) => {
    const id = idOf(request);
    return admitted(options, request, reply, price, async (matcher) => {
      const loaders = matcher.on(options.today());
      const entity = await loaders.entities.byId(id);
      if (entity === null) throw unknown('entity', id);
      return show(entity, loaders);
    });
  };
  app.get(`${root}/preview`, { config }, async (request, reply) => {
    const languages = languagesWanted(request);
    const html = await entityFor(request, reply, (entity, loaders) =>
      previewOf(entity, `${base(request)}/entity/${encodeURIComponent(entity.id)}`, languages, loaders),
    );
    return reply.headers(previewHeaders).send(html);
  });
  app.get(`${root}/flyout/entity`, { config }, async (request, reply) => {
    const languages = languagesWanted(request);
    void reply.header('vary', 'accept-language');
    return {
      id: idOf(request),
      html: await entityFor(request, reply, (entity, loaders) => fragmentOf(entity, languages, loaders)),
    };
  });
  for (const kind of ['type', 'property'] as const)
    app.get(`${root}/flyout/${kind}`, { config }, async (request) => {
      const [id, html] = [idOf(request), flyoutOf(kind, idOf(request))];
      if (html === undefined) throw unknown(kind, id);
      return { id, html };
    });
}

const unknown = (kind: string, id: string) =>
  new GraphError('NOT_FOUND', `Unknown ${kind} ${quoted(id)}: GET /reconcile/suggest/${kind}?prefix= finds ids.`);

function idOf(request: FastifyRequest): string {
  const id = parameterOf(request, 'id');
  if (id === undefined || id === '') throw invalid('The parameter "id" is missing: send an id such as id=region:CN-GD.');
  if (id.length > limits.lists.id.value) throw invalid(`"id" must have at most ${limits.lists.id.value} characters.`);
  return id;
}
