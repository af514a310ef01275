import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import graphmlOf from 'graphology-graphml';
import { Parser, Store } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { claimId, observationId } from '../../src/changesets/ids.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import { graphml } from '../../src/export/graphml.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { neo4jCsv } from '../../src/export/neo4j-csv.js';
import { nTriples } from '../../src/export/rdf/n-triples.js';
import { spreadsheets } from '../../src/export/spreadsheets.js';
import { neighbourhoodOf, ofTypes, subgraphOf, withIds, type Chosen } from '../../src/export/subgraph.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { labels, relationTypes, usualRelationTypes } from '../../src/model/model.js';
import type { Graph } from '../../src/graph/port.js';
import { readJsonLines } from '../../src/import/json-lines.js';
import { article, claim, draft, named, world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { text, texts } from './text.js';

type Line = Readonly<Record<string, any>>;

const paper = 'document:paper';
const inPaper = { evidence: [{ document: paper, record: '1', summary: 'It says so.' }] };
const value = { indicator: 'indicator:cars', about: ['policy:notice'], region: 'region:north', value: 3, unit: '{car}' } as const;
const counted = { ...value, comparator: 'EXACT', kind: 'ACTUAL', reportedBy: 'agency:office' } as const;
const observation = { ...counted, id: observationId(counted) };
const again = claim('policy:notice', 'COVERS', { object: 'region:north' });

/** The small world with a second document, a word of somebody, a number, an end, and a claim that was made again. */
async function fill(graph: Graph): Promise<void> {
  await applyChangeset(graph, world());
  await applyChangeset(
    graph,
    draft({
      entities: [
        { id: paper, title: 'The paper' },
        named('agency:office', 'The office'),
        named('person:wang', 'Wang'),
        named('policy:later', 'The later notice', { kind: 'NOTICE' }),
      ],
      observations: [observation],
      claims: [
        claim(observation.id, 'value', { value: 3 }, inPaper),
        claim('policy:later', 'FOLLOWS', { object: 'policy:notice' }, { attributedTo: ['person:wang'] }),
        claim('policy:later', 'COVERS', { object: 'region:town' }, { until: '2019', ...inPaper }),
        claim('agency:office', 'PART_OF', { object: 'agency:ministry' }, inPaper),
        claim('person:wang', 'HOLDS_POSITION', { object: 'agency:office' }, inPaper),
        claim(article, 'MENTIONS', { object: 'person:wang' }),
      ],
    }),
  );
  await applyChangeset(graph, draft({ retract: [claimId(again)] }));
  await applyChangeset(graph, draft({ claims: [again] }));
}

describe.each(engines)('a part of the graph on $name', { timeout: 60_000 }, ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await fill(graph);
  });
  afterAll(() => graph.close());

  const reader = async (chosen: Chosen | Promise<Chosen>) =>
    new GraphReader(graph, undefined, await subgraphOf(graph, await chosen));
  const linesOf = async (chosen: Chosen | Promise<Chosen>) => text(jsonLines(await reader(chosen)));
  const read = (lines: string) =>
    lines
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  const ids = (lines: readonly Line[], type: string) =>
    lines.filter((line) => line['type'] === type).map(({ id }) => id as string);
  const said = (lines: readonly Line[]) =>
    lines
      .filter(({ type }) => type === 'claim')
      .map(({ subject, predicate, object, value: text }) => [subject, predicate, object ?? text].join(' '))
      .sort();
  const around = (from: string, depth: number, types = usualRelationTypes) =>
    neighbourhoodOf(graph, { from: [from], depth, types });

  it('of types has what is said among them, and the documents of that', async () => {
    const lines = read(await linesOf(ofTypes(graph, ['Policy', 'Agency'])));
    expect(ids(lines, 'entity')).toEqual([
      'agency:ministry',
      'agency:office',
      article,
      paper,
      'indicator:cars',
      'person:wang',
      'policy:later',
      'policy:notice',
      'region:north',
    ]);
    expect(ids(lines, 'observation')).toEqual([observation.id]);
    expect(said(lines)).toEqual([
      'agency:ministry ISSUED policy:notice',
      'agency:office PART_OF agency:ministry',
      `${observation.id} value 3`,
      'policy:later FOLLOWS policy:notice',
      'policy:notice announcedOn 2024-02-05',
    ]);
  });

  it('around an entity follows relations both ways, up to the requested depth, and documents only on request', async () => {
    const entities = async (...far: Parameters<typeof around>) => [...(await around(...far)).entities].sort();
    expect(await entities('region:north', 1)).toEqual(['policy:notice', 'region:north', 'region:town']);
    expect(await entities('region:north', 1, ['PART_OF'])).toEqual(['region:north', 'region:town']);
    expect(await entities('region:north', 2)).toEqual([
      'agency:ministry',
      'policy:later',
      'policy:notice',
      'region:north',
      'region:town',
    ]);
    expect(await entities('person:wang', 9)).not.toContain(article);
    expect(await entities('person:wang', 1, relationTypes)).toContain(article);
    expect(await entities('person:nobody', 3)).toEqual([]);
  });

  it('of ids has the ends of a claim, and leaves out what is not live or unknown', async () => {
    const claims = new Map(
      read(await text(jsonLines(new GraphReader(graph)))).map((line) => [
        `${line['subject']} ${line['predicate']}`,
        line['id'] as string,
      ]),
    );
    const follows = claims.get('policy:later FOLLOWS')!;
    const valued = claims.get(`${observation.id} value`)!;
    const lines = read(await linesOf(withIds(graph, [follows, claimId(again), 'region:gone', 'claim:gone'])));
    expect(said(lines)).toContain('policy:later FOLLOWS policy:notice');
    expect(said(lines)).not.toContain('policy:notice COVERS region:north');
    expect(ids(lines, 'entity')).toEqual(expect.arrayContaining(['person:wang', article]));
    expect(ids(read(await linesOf(withIds(graph, [valued]))), 'observation')).toEqual([observation.id]);
    expect(ids(read(await linesOf(withIds(graph, [observation.id]))), 'entity')).toContain('indicator:cars');
    expect((await withIds(graph, ['region:gone'])).entities.size).toBe(0);
  });

  it('names nothing that is not in it: read into an empty graph and written again, it is the same', async () => {
    const entities = read(await text(jsonLines(new GraphReader(graph)))).filter(({ type }) => type === 'entity');
    const parts = [
      ...labels.map((label) => ofTypes(graph, [label])),
      ...entities.flatMap(({ id }) => [0, 1, 2].map((depth) => around(id as string, depth))),
      ...entities.map(({ id }) => withIds(graph, [id as string])),
      around('agency:office', 3, ['PART_OF', 'ISSUED']),
    ];
    const distinct = new Map<string, Chosen>();
    for (const part of await Promise.all(parts)) distinct.set([...part.entities].sort().join(), part);
    expect(distinct.size).toBeGreaterThan(20);
    for (const part of distinct.values()) {
      const lines = await linesOf(part);
      const copy = await engines[0]!.empty();
      const says = { id: 'changeset:import', author: 'tests', reason: 'A round trip', origin: 'file' };
      await applyChangeset(copy, await readJsonLines(pieces(lines), 'part.jsonl', says));
      expect(await text(jsonLines(new GraphReader(copy)))).toBe(lines);
      expect((await checkGraph(copy)).differences).toEqual([]);
      const relations = async (from: GraphReader) => {
        const found: string[] = [];
        for await (const page of from.relations()) found.push(...page.map((each) => `${each.from} ${each.type} ${each.to}`));
        return found;
      };
      expect((await relations(new GraphReader(copy))).sort()).toEqual((await relations(await reader(part))).sort());
      await copy.close();
    }
  });

  it('is the same in every format', async () => {
    const part = await reader(around('policy:notice', 1));
    const lines = read(await text(jsonLines(part)));
    const entities = ids(lines, 'entity');
    const drawn = graphmlOf.parse(MultiDirectedGraph, await text(graphml(part)));
    expect(drawn.nodes().sort()).toEqual(entities);
    expect(drawn.mapEdges((_, { type }, from, to) => `${from} ${type} ${to}`).sort()).toEqual([
      'agency:ministry ISSUED policy:notice',
      'policy:later FOLLOWS policy:notice',
      'policy:notice COVERS region:north',
    ]);
    const tables = await texts(spreadsheets(part));
    const table = parse(tables.get('entities.csv')!, { columns: true, bom: true }) as Line[];
    expect(table.map(({ id }) => id as string)).toEqual(entities);
    const files = await texts(neo4jCsv(part, ''));
    const rows = (kind: string) =>
      [...files].filter(([file]) => file.startsWith(kind)).flatMap(([, csv]) => parse(csv, { columns: true }) as Line[]);
    const nodes = new Set(rows('nodes-').map((row) => row['id:ID'] as string));
    expect([...nodes].sort()).toEqual(lines.map(({ id }) => id as string).sort());
    expect(rows('relationships-').filter((row) => !nodes.has(row[':START_ID']) || !nodes.has(row[':END_ID']))).toEqual([]);
    const store = new Store(new Parser({ format: 'N-Triples' }).parse(await text(nTriples(part))));
    const generated = store.getObjects(null, 'http://www.w3.org/ns/prov#wasGeneratedBy', null);
    for (const { value: changeset } of generated) expect(store.countQuads(changeset, null, null, null)).toBeGreaterThan(1);
    expect(generated.length).toBeGreaterThan(1);
    expect(store.countQuads(null, 'http://www.w3.org/ns/prov#wasGeneratedBy', null, null)).toBe(ids(lines, 'claim').length);
  });
});

async function* pieces(whole: string): AsyncGenerator<string> {
  yield whole;
}
