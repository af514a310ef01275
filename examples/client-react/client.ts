import { ApolloClient, ApolloLink, HttpLink, type OperationVariables } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import { cache } from './cache.ts';
import possibleTypes from './possible-types.json';

const service = import.meta.env['VITE_POLICYGRAPH_URL'] ?? 'http://127.0.0.1:4000';

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Queries go by GET under their hash, so that they can be cached on the way; mutations by POST; subscriptions by WebSocket. */
const http = ApolloLink.from([
  new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
  new HttpLink({ uri: `${service}/graphql` }),
]);
const socket = new GraphQLWsLink(createClient({ url: `${service.replace(/^http/, 'ws')}/graphql` }));

export const client = new ApolloClient({
  link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, socket, http),
  cache: cache(possibleTypes),
});

/** What a mutation sends with it, for one that a reader types a key for: a key in a page is public. */
export const withKey = (key: string): OperationVariables => ({ headers: { authorization: `Bearer ${key}` } });
