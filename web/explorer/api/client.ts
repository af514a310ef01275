import { cacheExchange, type Data, type KeyingConfig } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from 'urql';
import { base } from '../url/base.ts';
import { apiKey } from './api-key.ts';

const keyOf = ({ key }: Data) => (typeof key === 'string' ? key : null);

/** Objects of every type are stored under their `key`; those without one belong to the object that has them. */
const keys = new Proxy<KeyingConfig>({}, { get: () => keyOf });

export const client = new Client({
  url: `${base}/graphql`,
  exchanges: [cacheExchange({ keys }), fetchExchange],
  preferGetMethod: false,
  fetchOptions: () => {
    const key = apiKey();
    return key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } };
  },
});
