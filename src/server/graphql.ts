import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { OperationContext } from './admission/admission.js';
import { bookmarkPlugin } from './bookmarks.js';
import { costPlugin } from './cost/cost.js';
import { assertCostIsCounted } from './cost/worst-case.js';
import { executionOptions, parseOptions, validationOptions } from './document-limits.js';
import { formatErrorWith, statusPlugin } from './errors.js';
import { keptIntrospection } from './introspection/answers.js';
import { sliceIntrospection } from './introspection/slices.js';
import { keptNumbers } from './kept-numbers.js';
import { documentStore } from './operation/documents.js';
import { refuseSubscriptions } from './subscriptions.js';
import { errorLimitPlugin } from './surplus-errors.js';
import { operationPlugin } from './telemetry/operation-plugin.js';

/**
 * Apollo Server over the schema, with every limit on. Its own guard against requests that other sites' pages make is off:
 * such a page can send neither JSON nor a credential here, and cannot read the answer to a GET.
 */
export async function graphqlServer(schema: GraphQLSchema, logger: Logger): Promise<ApolloServer<OperationContext>> {
  assertCostIsCounted(schema);
  sliceIntrospection();
  const server = new ApolloServer<OperationContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    documentStore: documentStore(),
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    parseOptions,
    validationOptions,
    validationRules: [keptNumbers],
    executionOptions,
    formatError: formatErrorWith(logger),
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      refuseSubscriptions,
      keptIntrospection(),
      costPlugin(schema),
      bookmarkPlugin,
      statusPlugin,
      errorLimitPlugin, // after the status, which may be that of any error
      operationPlugin,
    ],
  });
  await server.start();
  return server;
}
