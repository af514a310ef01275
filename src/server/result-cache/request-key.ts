import type { FastifyRequest } from 'fastify';
import { documentOf } from '../persisted/request-document.js';

/** Words of documents whose answers depend on more than changesets: drafts and readings are in none, and belong to editors. */
const uncached = /\b(?:mutation|subscription|drafts?|readings?)\b/;

/** What a request asks, and how it wants the answer; undefined where the answer cannot be cached: a search by meaning depends on another server too. Two requests with the same key have the same answer while the graph and the day stay the same. */
export function requestKey(request: FastifyRequest, isByMeaning = false): string | undefined {
  const parameters = parametersOf(request);
  if (parameters === undefined) return undefined;
  const { operationName, variables = {}, extensions = {} } = parameters;
  const query = documentOf(request);
  if (query === undefined || uncached.test(query) || (isByMeaning && /\bsearch\b/.test(query))) return undefined;
  const { account, headers } = request;
  return JSON.stringify([query, operationName, variables, extensions, headers.accept, account?.role], sortedKeys);
}

type Values = Readonly<Record<string, unknown>>;

function parametersOf({ method, body, headers, url }: FastifyRequest): Values | undefined {
  if (method === 'POST') return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Values) : undefined;
  if (method !== 'GET' || headers['content-type'] !== undefined) return undefined;
  return inUrl(new URLSearchParams(url.slice(url.indexOf('?') + 1)));
}

/** Undefined for a parameter that is given twice, and for JSON that does not parse. */
function inUrl(parameters: URLSearchParams): Values | undefined {
  const given = [...parameters];
  if (new Set(parameters.keys()).size < given.length) return undefined;
  try {
    return Object.fromEntries(
      given.map(([name, value]) => [
        name,
        name === 'variables' || name === 'extensions' ? (JSON.parse(value) as unknown) : value,
      ]),
    );
  } catch {
    return undefined;
  }
}

/** Objects are the same in whatever order their keys were sent. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
