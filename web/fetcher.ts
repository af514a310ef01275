import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';

const send = createGraphiQLFetcher({ url: '/graphql', enableIncrementalDelivery: false });

/** Sends an operation to the service that served this page. */
export const fetcher: Fetcher = ({ operationName, ...request }, options) => {
  // For a moment after a change of tab GraphiQL still names the operation of the tab before.
  const named = operationName && request.query.includes(operationName);
  return send(named ? { ...request, operationName } : request, options);
};
