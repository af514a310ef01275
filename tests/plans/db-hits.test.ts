/**
 * What the statements of some operations touch in a Neo4j: db-hits.json holds the hits of each, so that a change shows in review (UPDATE_HITS=1 writes it).
 * Set POLICYGRAPH_HITS_URI to a Neo4j with the 32,147 policies of China's policy metadata (docs/add-your-data.md); nothing is written to it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { graphql } from 'graphql';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive.js';
import { ChangeLog } from '../../src/changesets/log.js';
import { Budget } from '../../src/graph/loaders/budget.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { operations } from './operations.js';
import { ProfilingGraph, type Profile } from './profiling-graph.js';

const uri = process.env['POLICYGRAPH_HITS_URI'];
const user = process.env['NEO4J_TEST_USER'] ?? 'neo4j';
const password = process.env['NEO4J_TEST_PASSWORD'] ?? '';
const file = new URL('db-hits.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, number>>;

/** Of a row that a statement gives, but for those that walk what a hub has, for its count or its order, or everything within reach of a place. */
const mostHitsPerRow = 70;
const exceptions: Readonly<Record<string, number>> = {
  'a hub': 1_500,
  'of an issuer': 1_000,
  'a facet of a hub': 700,
  'three levels': 800,
  'coverage, direct and inherited': 400,
  'programs of a region and what it lies in': 3_000,
  'a path': 1_000,
  contradictions: 20_000, // of the whole graph, before the first five
};
const unwanted = /NodeByLabelScan|AllNodesScan|CartesianProduct/;
/** Claims that end before they begin are looked for among the entities of labels with two dates. */
const mayScan = new Set(['contradictions']);

/** What prices go by is read once by a process. */
const ofPrices = new Set(['changeset/last', 'graph/kept-counts']);

/** Which of several nodes Neo4j looks at first differs from store to store, and with it some hits: fewer than in the table are no fault. */
const atMost = (hits: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(hits).map(([name, count]) => [name, expect.toSatisfy((n: number) => n <= 20 + count * 1.2)]));

if (uri === undefined) console.log('Db hits are not tested: set POLICYGRAPH_HITS_URI to a Neo4j with the policies.');

describe.skipIf(uri === undefined)('statements on 32,147 policies', () => {
  let inner: Neo4jGraph;
  let driver: Driver;
  const measured: Record<string, Record<string, number>> = {};
  beforeAll(async () => {
    inner = await Neo4jGraph.open({ uri: uri as string, user, password });
    driver = neo4j.driver(uri as string, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    await driver.executeQuery('CALL db.prepareForReplanning()'); // plans go by samples of the indexes, which a new store has not taken yet
  });
  afterAll(async () => {
    if (process.env['UPDATE_HITS'] !== undefined) writeFileSync(file, `${JSON.stringify(measured, undefined, 2)}\n`);
    await driver.close();
    await inner.close();
  });

  async function profilesOf(source: string): Promise<readonly Profile[]> {
    const graph = new ProfilingGraph(inner, driver);
    const budget = new Budget({ maxNodes: 1_000_000, maxWork: 1_000_000 });
    const contextValue = { graph, today: '2026-01-01', budget, archive: new Archive(undefined), log: new ChangeLog(graph) };
    const { errors } = await graphql({ schema: await graphqlSchema(), source, contextValue });
    expect(errors).toBeUndefined();
    return graph.profiles;
  }

  it.each(Object.entries(operations))('of %s touch little more than they give', async (name, source) => {
    const profiles = await profilesOf(source);
    const own = profiles.filter(({ statement }) => !ofPrices.has(statement));
    measured[name] = Object.fromEntries(own.map(({ statement, hits }) => [statement, hits]));
    for (const { statement, hits, rows, operators } of profiles) {
      const scans = operators.filter((operator) => unwanted.test(operator.name));
      if (!mayScan.has(name)) expect({ statement, scans }).toEqual({ statement, scans: [] });
      expect(hits, statement).toBeLessThanOrEqual((exceptions[name] ?? mostHitsPerRow) * Math.max(rows, 5));
    }
    if (process.env['UPDATE_HITS'] === undefined) expect(measured[name]).toEqual(atMost(table[name] ?? {}));
  });
});
