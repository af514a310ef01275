/** Documents that came before: a text that is sent again is neither measured, parsed nor validated again. */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { limits } from '../../limits.js';

const { documents, characters } = limits.documents;

/** A cache with the bounds of documents; an entry counts as many characters as its document. */
export const documentCache = <V extends object>(charactersOf: (value: V, key: string) => number): LRUCache<string, V> =>
  new LRUCache({
    max: documents.value,
    maxSize: characters.value,
    sizeCalculation: (value, key) => charactersOf(value, key) + 1,
  });

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Valid documents, by the hash of their text. */
export function documentStore(): DocumentStore {
  const cache = documentCache<DocumentNode>(({ loc }) => loc?.source.body.length ?? 0);
  return {
    get: async (hash) => cache.get(hash),
    set: async (hash, document) => void cache.set(hash, document),
    delete: async (hash) => cache.delete(hash),
  };
}
