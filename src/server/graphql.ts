import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { Context } from '../resolvers/context.js';
import { asOfPlugin } from './as-of.js';
import { assertCostIsCounted, costPlugin } from './cost.js';
import { documentLimits } from './document-limits.js';
import { formatErrorWith, statusPlugin } from './errors.js';
import { graphqlSchema } from './graphql-schema.js';

/**
 * Apollo Server over the schema, with every limit on. Its own guard against requests that other sites' pages make is off:
 * such a page can send neither JSON nor a credential here, and cannot read the answer to a GET.
 */
export async function graphqlServer(logger: Logger): Promise<ApolloServer<Context>> {
  const schema = await graphqlSchema();
  assertCostIsCounted(schema);
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    formatError: formatErrorWith(logger),
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      asOfPlugin(schema),
      costPlugin(schema),
      statusPlugin,
    ],
  });
  await server.start();
  return server;
}
