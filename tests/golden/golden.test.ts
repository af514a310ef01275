/**
 * Each operation <kind>/NN-name.graphql (with NN-name.variables.json where it has variables) must give NN-name.json: its data, and which statements it ran.
 * (tests/graph/statement-count.test.ts holds how often each ran: two fields may or may not share a turn of the event loop.)
 * `UPDATE_GOLDEN=1 npx vitest run tests/golden` updates them; read the diff before you keep it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { ask, operationIn } from '../support/operations.js';
import { shareCounts } from '../../src/graph/kept-counts.js';
import { RecordingGraph } from '../support/recording-graph.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const operations = files
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.slice(0, -'.graphql'.length))
  .sort();
const update = process.env['UPDATE_GOLDEN'] === '1';

async function answerOf(operation: string, inner: Graph) {
  const graph = new RecordingGraph(inner);
  shareCounts(graph, inner); // read once for all
  const { data, errors } = await ask(graph, operationIn(`${folder}${operation}.graphql`));
  expect(errors).toBeUndefined();
  return { data, statements: [...new Set(graph.names)].filter((name) => name !== ofOneEngine).sort() };
}

/** The embedded engine looks up the ids of a page first. */
const ofOneEngine = 'list/keys';

describe('the golden files', () => {
  it('are those of the operations', () => {
    const answers = files.filter((file) => file.endsWith('.json') && !file.endsWith('.variables.json'));
    const asked = operations.map((operation) => `${operation}.json`);
    expect(update ? [] : answers.sort()).toEqual(update ? [] : asked.sort());
  });

  it('say what is asked', () => {
    const silent = operations.filter((operation) => operation.includes('/') && !/^# .+[?.]\n/.test(operationIn(`${folder}${operation}.graphql`).query));
    expect(silent).toEqual([]);
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
    expect(answer).toEqual(JSON.parse(readFileSync(`${folder}${operation}.json`, 'utf8')));
  });
});
