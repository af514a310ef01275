import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const send = createGraphiQLFetcher({
  url: '/graphql',
  enableIncrementalDelivery: false,
  wsClient: createClient({ url: `${location.origin.replace(/^http/, 'ws')}/graphql` }), // connects when a subscription is run
});

/** Sends an operation to the service that served this page. */
export const fetcher: Fetcher = ({ operationName, ...request }, options) => {
  // For a moment after a change of tab GraphiQL still names the operation of the tab before.
  const named = operationName && request.query.includes(operationName);
  return send(named ? { ...request, operationName } : request, options);
};
