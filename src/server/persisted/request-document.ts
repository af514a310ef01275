/** Which document a request at /graphql means. */
import type { FastifyRequest } from 'fastify';
import type { Named, PersistedOperations } from './persisted-operations.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The text of the document that the request names by a hash or an id. */
    document: string | undefined;
  }
}

type Parameters = Readonly<Record<string, unknown>>;

/** Notes on the request what it names. Throws for a document that is unknown or may not be run. */
export function nameDocument(request: FastifyRequest, persisted: PersistedOperations): void {
  request.document = persisted.named(namedBy(request));
  const text = documentOf(request);
  if (text !== undefined) persisted.mustRun(text);
}

/** The text of the document; undefined where there is none. */
export function documentOf({ document, body, query }: FastifyRequest): string | undefined {
  const text = document ?? (body as Parameters | null | undefined)?.['query'] ?? (query as Parameters)['query'];
  return typeof text === 'string' ? text : undefined;
}

/** The request as one that sends its document. */
export function withDocument(request: FastifyRequest): FastifyRequest {
  const { document, body, query } = request;
  if (document === undefined) return request;
  if (request.method === 'POST')
    return Object.create(request, {
      body: { value: { ...(body as Parameters), ...sent(document, body as Named) } },
    }) as FastifyRequest;
  const { query: _text, documentId: _id, extensions: _extensions, ...others } = query as Readonly<Record<string, string>>;
  const parameters = new URLSearchParams({ ...others, query: document });
  return Object.create(request, { url: { value: `/graphql?${parameters.toString()}` } }) as FastifyRequest;
}

function sent(document: string, { extensions }: Named): Parameters {
  const { persistedQuery: _, ...others } = (extensions ?? {}) as Parameters;
  return { query: document, documentId: undefined, extensions: others };
}

function namedBy({ method, body, query }: FastifyRequest): Named {
  if (method === 'POST') return isObject(body) ? body : {};
  const { query: text, documentId, extensions } = query as Parameters;
  return { query: text, documentId, extensions: typeof extensions === 'string' ? parsed(extensions) : undefined };
}

const isObject = (value: unknown): value is Parameters => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON that is wrong is left to what reads all of it. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
