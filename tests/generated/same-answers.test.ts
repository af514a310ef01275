/**
 * Both engines give the same answers: graphs made by chance, and operations made by chance over the whole schema.
 * GENERATED_CASES says how many operations (200 where nothing is said), GENERATED_SEED which; a thousand of them share a graph.
 * Without a Neo4j they are asked of the embedded engine alone: then what is proved is that each is answered, and twice the same.
 */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { statementsOf, type Change } from '../../src/graph/changeset.js';
import type { Graph } from '../../src/graph/port.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { changeOf, worldOf, type World } from '../graph/world.js';
import { engines } from '../support/engines.js';
import { ask, type Answer } from '../support/operations.js';
import { Operations, type Generated } from './operations.js';

const cases = Number(process.env['GENERATED_CASES'] ?? 200);
const seed = Number(process.env['GENERATED_SEED'] ?? 20_240_207);
const perGraph = 1_000;
const pages = 4;

const isCompared = engines.length > 1;
if (!isCompared) console.log('That both engines give the same answers is not tested: set NEO4J_TEST_URI.');

/** Takes some claims and relations back, so that instants differ in what was known. */
function retractionOf({ claims, relations }: World): Change {
  const changeset = {
    id: 'changeset:later',
    author: 'tests',
    reason: 'some of it was wrong',
    origin: 'tests',
    recordedAt: '2025-04-01T00:00:00.000Z',
  };
  const retractedClaims = claims.filter((_, index) => index % 7 === 3).map(({ id }) => id);
  return {
    changeset,
    entities: [],
    claims: [],
    observations: [],
    retractedClaims,
    addedRelations: [],
    removedRelations: relations.filter((_, index) => index % 7 === 3),
  };
}

async function graphsOf(world: World): Promise<Graph[]> {
  const graphs: Graph[] = [];
  for (const engine of engines) {
    const graph = await engine.empty();
    await graph.write(statementsOf(changeOf(world)));
    await graph.write(statementsOf(retractionOf(world)));
    graphs.push(graph);
  }
  return graphs;
}

/** Where the next page of the list that `$after` belongs to begins. */
function endCursorOf({ data }: Answer): string | undefined {
  const found = JSON.stringify(data ?? {}).match(
    /"hasNextPage":true[^}]*"endCursor":"([^"]+)"|"endCursor":"([^"]+)"[^}]*"hasNextPage":true/,
  );
  return found?.[1] ?? found?.[2];
}

const tally = { asked: 0, refused: 0, empty: 0 };

async function compare(graphs: readonly Graph[], { query, isPaged }: Generated): Promise<void> {
  let after: string | undefined;
  for (let page = 0; page < (isPaged ? pages : 1); page++) {
    const variables = after === undefined ? {} : { after };
    const [first, ...others] = (await Promise.all(
      (isCompared ? graphs : [graphs[0] as Graph, graphs[0] as Graph]).map((graph) => ask(graph, { query, variables })),
    )) as [Answer, ...Answer[]];
    tally.asked += 1;
    if (first.errors !== undefined) tally.refused += 1;
    else if (!/[{[]"|:\d/.test(JSON.stringify(Object.values(first.data ?? {})))) tally.empty += 1;
    const unexpected = [first, ...others]
      .flatMap(({ errors = [] }) => errors)
      .filter(
        ({ extensions }) =>
          extensions?.['code'] === 'INTERNAL_SERVER_ERROR' || extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED',
      );
    expect(unexpected, query).toEqual([]);
    for (const other of others) expect(other, `${query}\n${JSON.stringify(variables)}`).toEqual(first);
    after = isPaged ? endCursorOf(first) : undefined;
    if (after === undefined) return;
  }
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
      const operations = new Operations(await graphqlSchema());
      const graphs = await graphsOf(worldOf(seed + number));
      open.push(...graphs);
      const numRuns = Math.min(perGraph, cases - number * perGraph);
      await fc.assert(
        fc.asyncProperty(fc.gen(), (chance) => compare(graphs, operations.next(chance))),
        { seed: seed + number, numRuns, endOnFailure: true },
      );
    },
  );
});
