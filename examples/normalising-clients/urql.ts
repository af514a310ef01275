import { makeOperation, mapExchange } from '@urql/core';
import { cacheExchange, type CacheExchangeOpts, type Data } from '@urql/exchange-graphcache';
import type { IntrospectionQuery } from 'graphql';
import { asOfOnFields } from './as-of-on-fields.js';

const keyOf = ({ key }: Data) => (typeof key === 'string' ? key : null);

/** Stores each object under its key. One without stays part of the field that returned it. */
export function cache(schema: IntrospectionQuery, resolvers: CacheExchangeOpts['resolvers'] = {}) {
  const objects = schema.__schema.types.filter(({ kind }) => kind === 'OBJECT');
  return cacheExchange({ schema, resolvers, keys: Object.fromEntries(objects.map(({ name }) => [name, keyOf])) });
}

/** Only for operations with `@asOf`; it comes before the cache. */
export const asOfExchange = mapExchange({
  onOperation: (operation) => makeOperation(operation.kind, { ...operation, query: asOfOnFields(operation.query) }),
});
