/**
 * Each operation NN-name.graphql (with NN-name.variables.json where it has variables) must give NN-name.json: its data, and which statements it ran.
 * (How often each ran is told by tests/graph/statement-count.test.ts: two fields may or may not share a turn of the event loop.)
 * `UPDATE_GOLDEN=1 npx vitest run tests/golden` writes them anew; read the difference before you keep it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../src/graph/as-of.js';
import { Archive } from '../../src/archive.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import type { Graph } from '../../src/graph/port.js';
import type { Context } from '../../src/resolvers/context.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { RecordingGraph } from '../support/recording-graph.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const operations = readdirSync(folder).filter((file) => file.endsWith('.graphql')).map((file) => file.slice(0, -'.graphql'.length)).sort();
const json = (file: string): unknown => JSON.parse(readFileSync(folder + file, 'utf8'));

/** The day as of which relations are seen; a golden answer must not change with the calendar. */
const on = '2026-01-01';
const update = process.env['UPDATE_GOLDEN'] === '1';

interface Answer {
  readonly data: unknown;
  readonly statements: readonly string[];
}

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await graphqlSchema();
});

async function answerOf(operation: string, inner: Graph): Promise<Answer> {
  const graph = new RecordingGraph(inner);
  const contextValue: Context = { graph, loaders: new Loaders(graph, { on, knownAt: now }), archive: new Archive(undefined) };
  const variables = `${operation}.variables.json`;
  const variableValues = existsSync(folder + variables) ? (json(variables) as Record<string, unknown>) : {};
  const { data, errors } = await graphql({ schema, source: readFileSync(`${folder}${operation}.graphql`, 'utf8'), contextValue, variableValues });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify({ data, statements: [...new Set(graph.names)].sort() })) as Answer;
}

describe('the golden files', () => {
  it('are those of the operations', () => {
    const answers = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.variables.json'));
    expect(answers.sort()).toEqual(operations.map((operation) => `${operation}.json`));
  });
});

describe.each(engines)('golden answers on $name', ({ builtIn, name }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
  }, 120_000);
  afterAll(() => graph.close());

  it.each(operations)('%s', async (operation) => {
    const answer = await answerOf(operation, graph);
    // The first engine writes; the others must agree with it.
    if (update && name === engines[0]?.name) writeFileSync(`${folder}${operation}.json`, `${JSON.stringify(answer, null, 2)}\n`);
    expect(answer).toEqual(json(`${operation}.json`));
  });
});
