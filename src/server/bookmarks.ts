/** Bookmarks of the store, by which a client reads its own writes through another instance of the service: `extensions.bookmark` of requests and answers. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';
import type { RequestContext } from '../resolvers/context.js';

const { bookmark: length, bookmarks: count } = limits.request;

const rule = `a bookmark as an answer gave it, or a list of at most ${count.value}; each is ASCII text of at most ${length.value.toLocaleString('en')} characters`;

/** The bookmarks of a request, each once. Throws BAD_USER_INPUT for what cannot be one. */
export function bookmarksOf({ body, query }: FastifyRequest): readonly string[] {
  const { extensions } = (body ?? query) as { readonly extensions?: unknown };
  const { bookmark } = objectOf(typeof extensions === 'string' ? parsed(extensions) : extensions);
  if (bookmark === undefined || bookmark === null) return [];
  const list: readonly unknown[] = Array.isArray(bookmark) ? bookmark : [bookmark];
  if (list.length > count.value || !list.every(isBookmark))
    throw new GraphError('BAD_USER_INPUT', `"extensions.bookmark" must be ${rule}.`);
  return [...new Set(list)];
}

const isBookmark = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= length.value && /^[\u0021-\u007e]+$/.test(value);

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** What is no JSON is refused later, with all else that is wrong with the request. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Adds the bookmark of what an operation wrote to its answer. */
export const bookmarkPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue: { bookmarks } }) {
        const landed = bookmarks?.landed ?? [];
        if (body.kind !== 'single' || landed.length === 0) return;
        const bookmark = landed.length === 1 ? landed[0] : landed;
        body.singleResult.extensions = { ...body.singleResult.extensions, bookmark };
      },
    };
  },
};
