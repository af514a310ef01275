/**
 * The Reconciliation Service API of the W3C Entity Reconciliation Community Group: version 0.2, which OpenRefine speaks, and 1.0-draft. Suggestions,
 * previews and proposed properties are the same in both: docs/reconcile.md.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countOf } from '../../graph/counts.js';
import { keptCountsOf } from '../../graph/kept-counts.js';
import { proposed } from '../../reconcile/extend.js';
import { invalid } from '../../reconcile/input.js';
import { manifestOf, type Version } from '../../reconcile/manifest.js';
import { suggestedEntities, suggestedProperties, suggestedTypes } from '../../reconcile/suggest.js';
import type { PublicAddress } from '../address/public-address.js';
import { errorBody } from '../errors.js';
import { mustBeOwnSite } from '../own-site.js';
import { loadedGraph } from '../readiness.js';
import { listedResults, listedRows } from './first-version.js';
import { addForms, fieldOf } from './forms.js';
import { admitted, searchPrice, type Operations } from './operation.js';
import { numberOf, parameterOf, typedBy } from './parameters.js';
import { addPreviews } from './previews.js';
import { namedResults, namedRows } from './second-version.js';
import { acceptedVersion, mediaTypes } from './versions.js';

export interface ReconcileOptions extends Operations {
  readonly address: PublicAddress;
  /** Whether anonymous callers may read. */
  readonly reading: 'open' | 'closed';
  readonly csrfPrevention: boolean;
}

/** Of the second, for clients that cannot send a header to choose it, the manifest is of version 1.0. */
const roots: Readonly<Record<string, Version | undefined>> = { '/reconcile': undefined, '/reconcile/1.0-draft': '1.0-draft' };

const config = { transport: 'reconcile' } as const;

export function addReconciliation(app: FastifyInstance, options: ReconcileOptions): void {
  void app.register(async (scope) => {
    addForms(scope);
    scope.addHook('preHandler', async (request) => {
      mustNotBeJsonp(request);
      if (options.csrfPrevention) mustBeOwnSite(request, options.address, ofOtherSite);
    });
    for (const [root, version] of Object.entries(roots)) addRoutes(scope, root, version, options);
  });
}

/** The manifest holds no entity of the graph: clients read it before they have a key. */
export const isManifest = (route: string, { method, url }: Pick<FastifyRequest, 'method' | 'url'>): boolean =>
  Object.hasOwn(roots, route) && method !== 'POST' && !url.includes('?');

function addRoutes(app: FastifyInstance, root: string, version: Version | undefined, options: ReconcileOptions): void {
  const base = ({ protocol, raw }: FastifyRequest) =>
    `${protocol}://${options.address.hostOf(raw) ?? 'localhost'}${options.address.basePath}`;
  const manifest = async (request: FastifyRequest, reply: FastifyReply) => {
    const spoken = version ?? acceptedVersion(request);
    void reply.header('vary', 'accept');
    if (spoken === undefined) return reply.code(406).send(errorBody(notAcceptable, 'BAD_REQUEST'));
    const entities = countOf('Entity', await keptCountsOf(loadedGraph(options.readiness)).now());
    return manifestOf(spoken, { base: base(request), entities, isClosed: options.reading === 'closed' });
  };
  app.route({
    method: ['GET', 'POST'],
    url: root,
    config,
    handler: async (request, reply) => {
      const { name, value } = fieldOf(request) ?? {};
      if (name === 'queries') return namedResults(value, options, request, reply);
      if (name === 'extend') return namedRows(value, options, request, reply);
      if (request.method === 'POST') throw invalid('The form has neither "queries" nor "extend": send one of them.');
      return manifest(request, reply);
    },
  });
  app.post(`${root}/match`, { config }, (request, reply) => listedResults(options, request, reply));
  app.post(`${root}/extend`, { config }, (request, reply) => listedRows(options, request, reply));
  app.get(`${root}/extend/propose`, { config }, async (request) => {
    const type = parameterOf(request, 'type');
    if (type === undefined) throw invalid('The parameter "type" is missing: send the type of the column, such as type=Region.');
    return proposed(type, numberOf(request, 'limit', 0, mostProposed));
  });
  addSuggestions(app, root, options);
  addPreviews(app, root, base, options);
}

function addSuggestions(app: FastifyInstance, root: string, options: Operations): void {
  app.get(`${root}/suggest/type`, { config }, async (request) => ({ result: suggestedTypes(typedBy(request)) }));
  app.get(`${root}/suggest/property`, { config }, async (request) => ({ result: suggestedProperties(typedBy(request)) }));
  app.get(`${root}/suggest/entity`, { config }, async (request, reply) => {
    void reply.header('vary', 'accept-language');
    const typed = typedBy(request);
    return {
      result: await admitted(options, request, reply, searchPrice + typed.limit, (matcher) =>
        suggestedEntities(typed, matcher.on(options.today())),
      ),
    };
  });
}

/** More than any type has. */
const mostProposed = 1_000;

const notAcceptable = `Unknown version of the reconciliation API in "Accept": use ${Object.keys(mediaTypes).join(', ')}, or application/json for version 0.2.`;

const ofOtherSite = 'Pages of other sites must not use /reconcile here: POLICYGRAPH_CORS lists the origins whose pages may.';

/** Pages of other sites would run whatever a service sends them. */
function mustNotBeJsonp(request: FastifyRequest): void {
  if (parameterOf(request, 'callback') === undefined) return;
  throw invalid('JSONP ("callback") is not supported: read JSON, and list the origin of a page in POLICYGRAPH_CORS.');
}
