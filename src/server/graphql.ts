import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from '../resolvers/context.js';
import { assertCostIsCounted, costPlugin } from './cost.js';
import { documentLimits } from './document-limits.js';
import { formatErrorWith, statusPlugin } from './errors.js';
import { graphqlSchema } from './graphql-schema.js';

/** Apollo Server over the schema, with every limit on. It stops with the HTTP server. */
export async function graphqlServer(app: FastifyInstance, logger: Logger): Promise<ApolloServer<Context>> {
  const schema = await graphqlSchema();
  assertCostIsCounted(schema);
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationOptions: { maxErrors: 10 },
    formatError: formatErrorWith(logger),
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(),
      costPlugin(schema), statusPlugin, fastifyApolloDrainPlugin(app),
    ],
  });
  await server.start();
  return server;
}
