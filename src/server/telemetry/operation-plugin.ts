import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../../resolvers/context.js';

/** Records which operation a request is, what it cost and what failed. Comes after the plugins that change the answer. */
export const operationPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ contextValue: { record, budget } }) {
    if (record === undefined) return undefined;
    record.beginOperation();
    return {
      async didResolveOperation({ operationName, operation, queryHash }) {
        record.operation = { name: operationName ?? undefined, type: operation?.operation, document: queryHash };
      },
      async willSendResponse({ queryHash, response: { body } }) {
        record.operation = { document: queryHash, ...record.operation };
        record.addCost(budget);
        if (body.kind === 'single') record.addErrors(body.singleResult.errors);
        record.endOperation();
      },
    };
  },
};
