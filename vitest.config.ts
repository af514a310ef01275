import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const neo4j = process.env['NEO4J_TEST_URI'] !== undefined;

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }, // one copy of graphql, for type-graphql and for the tests
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/setup.ts'],
    testTimeout: 60_000, // guards against what hangs; a machine that others use may be ten times as slow
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } }, // likewise
    fileParallelism: !neo4j, // the files share one Neo4j
    isolate: false, // a worker reads the program once for all of its files
    maxWorkers: Math.ceil(availableParallelism() * 1.5), // some tests mostly wait, for processes and deadlines
    server: { deps: { inline: ['type-graphql', 'graphql-scalars', 'graphql-query-complexity'] } },
  },
});
