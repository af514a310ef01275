/**
 * Both engines give the same answers to random operations over the whole schema, on random graphs.
 * GENERATED_CASES sets how many operations (default 200), GENERATED_SEED which. Each text is asked with five sets of variables,
 * and each graph is asked 50 operations, or a twentieth of all.
 * Without a Neo4j they are asked of the embedded engine alone: then what is proved is that each is answered, and twice the same.
 */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { statementsOf, type Change } from '../../src/graph/stored/changeset.js';
import type { Graph } from '../../src/graph/port.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { ask, type Answer } from '../support/operations.js';
import { changesOf, relationsOf } from './graphs.js';
import { Operations, timesAsked, type Generated } from './operations.js';
import { allPartsOf, partsOf } from './parts.js';

const cases = Number(process.env['GENERATED_CASES'] ?? 200);
const seed = Number(process.env['GENERATED_SEED'] ?? 20_240_207);
const perGraph = Math.max(50, Math.ceil(cases / 20));
const pages = 4;
/** Among so many texts is all that can be asked; they are made so many at a time. */
const enough = 20_000;
const batch = 250;

const isCompared = engines.length > 1;
if (!isCompared) console.log('That both engines give the same answers is not tested: set NEO4J_TEST_URI.');

async function graphsOf(changes: readonly Change[]): Promise<Graph[]> {
  const graphs: Graph[] = [];
  for (const engine of engines) {
    const graph = await engine.empty();
    for (const change of changes) await graph.write(statementsOf(change));
    graphs.push(graph);
  }
  return graphs;
}

/** Where the next page of the list that `$after` or `$before` belongs to begins or ends. */
function cursorIn({ data }: Answer, paged: Generated['paged']): string | undefined {
  const [more, cursor] = paged === 'before' ? ['hasPreviousPage', 'startCursor'] : ['hasNextPage', 'endCursor'];
  const infos = [...JSON.stringify(data ?? {}).matchAll(/"pageInfo":(\{[^}]*\})/g)].map(
    ([, info]) => JSON.parse(info as string) as Record<string, unknown>,
  );
  return infos.find((info) => info[more] === true)?.[cursor] as string | undefined;
}

const tally = { asked: 0, refused: 0, empty: 0 };

/** Throws where one page of the operation is answered otherwise, or not at all. */
async function compare(
  graphs: readonly Graph[],
  { query, paged }: Generated,
  asked: Readonly<Record<string, string>>,
): Promise<void> {
  let variables = asked;
  for (let page = 0; page < pages; page++) {
    const both = isCompared ? graphs : [graphs[0] as Graph, graphs[0] as Graph];
    const answers = await Promise.all(both.map((graph) => ask(graph, { query, variables })));
    const [first, ...others] = answers as [Answer, ...Answer[]];
    count(first);
    const told = `${query}\n${JSON.stringify(variables)}`;
    expect(answers.flatMap(unexpected), told).toEqual([]);
    for (const other of others) expect(comparable(other), told).toEqual(comparable(first));
    expect(nodesAbove(first), told).toBe(0);
    const cursor = cursorIn(first, paged);
    if (paged === undefined || cursor === undefined) return;
    variables = { ...asked, [paged]: cursor };
  }
}

function count({ data, errors }: Answer): void {
  tally.asked += 1;
  if (errors !== undefined) tally.refused += 1;
  else if (!/[{[]"|:\d/.test(JSON.stringify(Object.values(data ?? {})))) tally.empty += 1;
}

/** A failure, or an operation that this file should not have made. */
const unexpected = ({ errors = [] }: Answer) =>
  errors.filter(({ extensions }) =>
    ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED'].includes(extensions?.['code'] as string),
  );

/** What a refused operation had read until then depends on which of its statements ended first. */
const comparable = ({ extensions, ...answer }: Answer) => (answer.errors === undefined ? { ...answer, extensions } : answer);

/** How many nodes more than its worst case an answer has. */
function nodesAbove({ extensions }: Answer): number {
  const cost = extensions?.['cost'] as Readonly<Record<'nodes' | 'worstCase', number>> | undefined;
  return cost === undefined ? 0 : Math.max(0, cost.nodes - cost.worstCase);
}

/** Differences of a graph that are shown: where one is, there are often many of the kind. */
const shown = 5;

/** Runs all operations and returns those with different answers. */
async function differences(graphs: readonly Graph[], operations: readonly Generated[]): Promise<string[]> {
  const found: string[] = [];
  for (const [operation, variables] of operations.flatMap((each) => each.variables.map((some) => [each, some] as const))) {
    await compare(graphs, operation, variables).catch((error: unknown) => found.push((error as Error).message + diffOf(error)));
    if (found.length === shown) break;
  }
  return found;
}

const diffOf = (error: unknown): string => {
  const { expected, actual } = error as { expected?: unknown; actual?: unknown };
  return `\n${engines[0]?.name}: ${JSON.stringify(expected)}\n${engines.at(-1)?.name}: ${JSON.stringify(actual)}`;
};

async function operationsOf(number: number, numRuns: number): Promise<Generated[]> {
  const operations = new Operations(await graphqlSchema(), relationsOf(seed + number));
  const made = fc.gen().map((chance) => operations.next(chance));
  return fc.sample(made, { seed: seed + number, numRuns });
}

describe(isCompared ? 'both engines' : 'the embedded engine', () => {
  const open: Graph[] = [];
  afterAll(async () => {
    await Promise.all(open.map((graph) => graph.close()));
    console.log(
      `Of ${tally.asked.toLocaleString('en')} generated operations, ${tally.refused} were refused and ${tally.empty} found nothing.`,
    );
  });

  it.each(Array.from({ length: Math.ceil(cases / perGraph) }, (_, number) => number))(
    'answer what is asked of graph %i alike',
    { timeout: 3_600_000 },
    async (number) => {
      const graphs = await graphsOf(changesOf(seed + number));
      open.push(...graphs);
      const operations = await operationsOf(number, Math.ceil(Math.min(perGraph, cases - number * perGraph) / timesAsked));
      expect((await differences(graphs, operations)).join('\n\n')).toBe('');
    },
  );
});

it('generated operations have every field, argument and operator that there is', { timeout: 120_000 }, async () => {
  const schema = await graphqlSchema();
  const left = new Set(allPartsOf(schema));
  for (let number = 0; left.size > 0 && number < enough / batch; number++)
    for (const { query } of await operationsOf(number, batch)) for (const part of partsOf(schema, query)) left.delete(part);
  expect([...left]).toEqual([]);
});
