/** N: `@neo4j/graphql` behind Apollo's standalone server, set up as its guide does. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { typeDefs } from './types.mjs';

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const library = new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: { GTE: true } } } });
const server = new ApolloServer({ schema: await library.getSchema() });
await startStandaloneServer(server, { listen: { port: Number(PORT), host: '127.0.0.1' }, context: async ({ req }) => ({ req }) });
process.on('SIGTERM', async () => {
  await server.stop();
  await driver.close();
});
