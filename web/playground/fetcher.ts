import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { withFragments } from './fragments.ts';

/** The service serves this page where it answers, under whatever prefix. */
const path = import.meta.env.DEV ? '/graphql' : location.pathname;

const send = createGraphiQLFetcher({
  url: path,
  enableIncrementalDelivery: false,
  wsClient: createClient({ url: `${location.origin.replace(/^http/, 'ws')}${path}` }), // connects when a subscription is run
});

/** Sends an operation to the service that served this page. */
export const fetcher: Fetcher = ({ operationName, ...request }, options) => {
  // For a moment after a change of tab GraphiQL still names the operation of the tab before.
  const named = operationName && request.query.includes(operationName) ? { operationName } : {};
  return send({ ...request, ...named, query: complete(request.query) }, options);
};

/** What is no GraphQL is sent as it is: the service says where it goes wrong. */
function complete(query: string): string {
  try {
    return withFragments(query);
  } catch {
    return query;
  }
}
