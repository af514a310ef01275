import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const servers = process.env['NEO4J_TEST_URI']?.split(','); // each worker has one of them to itself

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }, // one copy of graphql, for type-graphql and for the tests
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/setup.ts'],
    testTimeout: servers ? 180_000 : 60_000, // guards against what hangs; a machine that others use may be ten times as slow
    hookTimeout: servers ? 400_000 : 180_000, // each of several Neo4j takes a minute to load the built-in data
    expect: { poll: { timeout: 20_000 } }, // likewise
    isolate: false, // a worker reads the program once for all of its files
    maxWorkers: servers?.length ?? Math.ceil(availableParallelism() * 1.5), // some tests mostly wait, for processes and deadlines
    server: { deps: { inline: ['type-graphql', 'graphql-scalars', 'graphql-query-complexity'] } },
  },
});
