/** Every format, read back by a program that is not ours, and compared with the files that the graph was made of. */
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import graphmlOf from 'graphology-graphml';
import jsonld from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { observationId } from '../../src/changesets/ids.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import { graphml } from '../../src/export/graphml.js';
import { neo4jCsv } from '../../src/export/neo4j-csv.js';
import { jsonLd } from '../../src/export/rdf/json-ld.js';
import { nTriples } from '../../src/export/rdf/n-triples.js';
import { sdmxCsv } from '../../src/export/sdmx-csv.js';
import { spreadsheets } from '../../src/export/spreadsheets.js';
import { relationsOf } from '../../src/graph/inference/derive.js';
import { neighbourhoodOf, subgraphOf } from '../../src/export/subgraph.js';
import type { Graph } from '../../src/graph/port.js';
import { claim, draft, named, world } from '../changesets/drafts.js';
import { builtInData } from '../support/built-in-data.js';
import { engines } from '../support/engines.js';
import { isLong } from '../support/long-runs.js';
import { text, texts } from './text.js';

type Row = Readonly<Record<string, string>>;

const data = builtInData;
const relations = relationsOf(data.claims);
const covers = relations.find(({ type, to }) => type === 'COVERS' && to === 'region:CN-BJ')!;
const rows = (csv: string | undefined, options = {}): Row[] => parse(csv ?? '', { columns: true, bom: true, ...options });
const pg = (name: string) => `urn:policygraph:${name}`;
const prov = (name: string) => `http://www.w3.org/ns/prov#${name}`;
const rdf = (name: string) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`;
const skos = (name: string) => `http://www.w3.org/2004/02/skos/core#${name}`;
const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;

/** The statements of a text, each as a line. */
const statements = (nQuads: string) =>
  new Parser({ format: 'N-Quads' }).parse(nQuads).map(({ subject, predicate, object }: Quad) => {
    const literal = object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : '';
    return `${subject.value} ${predicate.value} ${object.value} ${literal}`;
  });

describe('the built-in data', { timeout: 60_000 }, () => {
  let graph: Graph;
  let reader: GraphReader;
  beforeAll(async () => {
    graph = await engines[0]!.builtIn();
    reader = new GraphReader(graph);
  }, 120_000);
  afterAll(() => graph.close());

  it('as GraphML', async () => {
    const read = graphmlOf.parse(MultiDirectedGraph, await text(graphml(reader)));
    expect([read.order, read.size]).toEqual([data.entities.length, relations.length]);
    expect(read.getNodeAttributes('agency:cn-mofcom')).toMatchObject({
      type: 'Agency',
      kind: 'MINISTRY',
      name: 'Ministry of Commerce',
      names: expect.stringContaining('zh:商务部'),
    });
    expect(read.getEdgeAttributes(covers.id)).toMatchObject({ type: 'COVERS', batch: 1, validFrom: covers.validFrom });
    expect(read.extremities(covers.id)).toEqual([covers.from, covers.to]);
  });

  it('as N-Triples', async () => {
    const store = new Store(new Parser({ format: 'N-Triples' }).parse(await text(nTriples(reader))));
    const count = (predicate: string, object: string | null = null) => store.countQuads(null, predicate, object, null);
    const objects = (subject: string, predicate: string) => store.getObjects(subject, predicate, null).map(({ value }) => value);
    expect(count(rdf('type'), pg('term:Claim'))).toBe(data.claims.length);
    expect(count(rdf('type'), pg('term:Observation'))).toBe(data.observations.length);
    expect(count(rdf('type'), pg('term:Region'))).toBe(data.entities.filter(({ label }) => label === 'Region').length);
    expect(count(prov('wasGeneratedBy'))).toBe(data.claims.length);
    const locators = data.claims.flatMap(({ evidence }) => evidence.filter(({ locator }) => locator !== undefined));
    expect(count(rdf('type'), oa('TextPositionSelector'))).toBe(locators.length);
    expect(count(oa('hasSource'))).toBe(data.claims.flatMap(({ evidence }) => evidence).length);

    const [beijing, guangdong] = [data.claims.find(({ id }) => id === covers.claimIds[0])!, pg('region:CN-GD')];
    expect(objects(pg(covers.from), pg('term:COVERS'))).toContain(pg(covers.to));
    expect(objects(guangdong, skos('broader'))).toEqual([pg('region:CN')]);
    expect(store.getObjects(guangdong, skos('prefLabel'), null)).toContainEqual(
      expect.objectContaining({ value: 'Guangdong', language: 'en' }),
    );
    const claimed = pg(beijing.id);
    expect(objects(claimed, rdf('subject'))).toEqual([pg(beijing.subject)]);
    expect(objects(claimed, rdf('predicate'))).toEqual([pg('term:COVERS')]);
    expect(objects(claimed, rdf('object'))).toEqual([pg('region:CN-BJ')]);
    expect(objects(claimed, pg('term:batch'))).toEqual(['1']);
    const [evidence] = objects(claimed, prov('wasDerivedFrom'));
    const [selector] = objects(evidence!, oa('hasSelector'));
    const { document, locator } = beijing.evidence[0]!;
    expect(objects(evidence!, oa('hasSource'))).toEqual([pg(document)]);
    expect([objects(selector!, oa('start')), objects(selector!, oa('end')), objects(selector!, pg('term:sha256'))]).toEqual([
      [String(locator!.start)],
      [String(locator!.end)],
      [locator!.sha256],
    ]);
  });

  it('as JSON-LD, which says the same as the N-Triples', { timeout: 120_000 }, async () => {
    const some = isLong
      ? undefined
      : await subgraphOf(
          graph,
          await neighbourhoodOf(graph, { from: [covers.from], depth: 1, types: ['COVERS', 'ESTABLISHES'] }),
        );
    const part = new GraphReader(graph, undefined, some);
    const read = await jsonld.toRDF(JSON.parse(await text(jsonLd(part))) as object, { format: 'application/n-quads' });
    const written = await text(nTriples(part));
    expect(written.split('\n').length).toBeGreaterThan(1_000);
    expect(new Set(statements(read as unknown as string))).toEqual(new Set(statements(written)));
  });

  it('as SDMX observations', async () => {
    const read = rows(await text(sdmxCsv(reader)));
    const written = (value: number | undefined) => (value === undefined ? '' : String(value));
    expect(new Map(read.map((row) => [row['OBS_ID'], [row['OBS_VALUE'], row['OBS_RANK']]]))).toEqual(
      new Map(data.observations.map(({ id, value, rank }) => [id, [written(value), written(rank)]])),
    );
    expect(read).toContainEqual(
      expect.objectContaining({
        FREQ: 'A',
        REF_AREA: 'CN',
        INDICATOR: 'cn-used-cars-exported',
        TIME_PERIOD: '2021',
        OBS_VALUE: '15000',
        UNIT_MEASURE: '{car}',
        OBS_STATUS: 'A',
      }),
    );
  });

  it('as tables for spreadsheets', async () => {
    const files = await texts(spreadsheets(reader));
    for (const file of files.values()) expect(file).toMatch(/^\uFEFFid,.*\r\n/);
    expect([...files].map(([file, csv]) => [file, rows(csv).length])).toEqual([
      ['entities.csv', data.entities.length],
      ['redirects.csv', 0],
      ['relations.csv', relations.length],
      ['observations.csv', data.observations.length],
      ['claims.csv', data.claims.flatMap(({ evidence }) => evidence).length],
    ]);
    expect(rows(files.get('relations.csv')).find(({ id }) => id === covers.id)).toMatchObject({
      from: covers.from,
      fromName: 'Used-car export pilot',
      toName: 'Beijing',
      batch: '1',
      validFrom: '2019',
    });
  });

  it("as files for Neo4j's importer, of which every relation has its ends", async () => {
    const files = await texts(neo4jCsv(reader, '.gz'));
    const named = files.get('neo4j-admin.args')!.match(/(?<==)(nodes|relationships)-\w+\.csv(?=\.gz$)/gm);
    expect(named).toEqual([...files.keys()].filter((file) => file.endsWith('.csv')));
    const of = (kind: string) => [...files].filter(([file]) => file.startsWith(kind)).flatMap(([, csv]) => rows(csv));
    const [nodes, edges] = [of('nodes-'), of('relationships-')];
    const ids = new Set(nodes.map((row) => row['id:ID']));
    expect(ids.size).toBe(nodes.length);
    expect(nodes).toHaveLength(data.entities.length + data.observations.length + data.claims.length);
    expect(edges.filter((row) => row['id:string'] !== undefined)).toHaveLength(relations.length);
    expect(edges.filter((row) => !ids.has(row[':START_ID']!) || !ids.has(row[':END_ID']!))).toEqual([]);
    expect(rows(files.get('nodes-Agency.csv')).find((row) => row['id:ID'] === 'agency:cn-mofcom')).toMatchObject({
      ':LABEL': 'Entity\u001FAgency',
      'names:string[]': expect.stringContaining('Ministry of Commerce\u001F商务部\u001FMOFCOM\u001F'),
    });
    expect(rows(files.get('relationships-COVERS.csv')).find((row) => row['id:string'] === covers.id)).toMatchObject({
      'batch:long': '1',
      'validFrom:string': '2019',
      'validFromEarliest:date': '2019-01-01',
      'validFromLatest:date': '2019-12-31',
    });
  });
});

/** What is written depends on these records alone: where an engine gives the same ones, it gives the same files. */
describe.each(engines.slice(1))('the records of the built-in data on $name', ({ builtIn }) => {
  it('are those of the embedded engine, in the same order', { timeout: 240_000 }, async () => {
    const recordsOf = async (graph: Graph) => {
      const [reader, records] = [new GraphReader(graph), new Map<string, string>()];
      for (const kind of ['entities', 'relations', 'observations', 'claims', 'changesets'] as const)
        for await (const page of reader[kind]())
          records.set(kind, (records.get(kind) ?? '') + page.map((record) => `${JSON.stringify(record)}\n`).join(''));
      await graph.close();
      return records;
    };
    const [theirs, own] = [await recordsOf(await engines[0]!.builtIn()), await recordsOf(await builtIn())];
    for (const [kind, records] of theirs) expect(undated(own.get(kind) ?? ''), kind).toEqual(undated(records));
  });
});

/** The two were loaded at different times, which changes the ids of changesets too; a record is a line. */
const undated = (records: string): unknown[] =>
  records
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('odd texts and dates', () => {
  let reader: GraphReader;
  let graph: Graph;
  const odd = '=HYPERLINK("x"),\r\n<b>&amp;\r]]>\u0007\u001F末😀';
  const period = '[2019-04-21..2019-04-30]';
  const value = { indicator: 'indicator:cars', about: [], value: -1e-7, unit: '1', comparator: 'ABOUT', kind: 'ACTUAL' } as const;
  const observation = { ...value, period, id: observationId({ ...value, period }) };
  beforeAll(async () => {
    graph = await engines[0]!.empty();
    reader = new GraphReader(graph);
    await applyChangeset(graph, world());
    const names = [odd, '+1', '@x', '-y'].map((value, index) => ({
      value,
      lang: index === 0 ? 'en' : `en-x-${index}`,
    }));
    await applyChangeset(
      graph,
      draft({
        id: 'changeset:from a <b>',
        entities: [
          {
            ...named('person:odd', 'Odd'),
            names: names.map((name, index) => ({ ...name, value: `Odd ${index}` })),
            description: '+1 or \\ "2"\u2028',
          },
        ],
        observations: [observation],
        claims: [claim(observation.id, 'value', { value: observation.value })],
      }),
    );
    const text = 'MATCH (node:Entity {id: "person:odd"}) SET node.name = $name SET node.names = $names'; // as earlier versions let in
    await graph.write([{ name: 'test', text, parameters: { name: odd, names: names.map(({ value }) => value) } }]);
  });
  afterAll(() => graph.close());

  it('are no formulas in spreadsheets, and numbers stay numbers', async () => {
    const files = await texts(spreadsheets(reader));
    const person = rows(files.get('entities.csv')).find(({ id }) => id === 'person:odd');
    expect(person).toMatchObject({ name: `'${odd}`, description: '\'+1 or \\ "2"\u2028' });
    for (const row of [...files.values()].flatMap((csv) => rows(csv)))
      for (const cell of Object.values(row)) expect(cell).toMatch(/^(?![=+@\t\r]|-(?!1e-7$))/);
    expect(rows(files.get('observations.csv'))[0]).toMatchObject({ value: '-1e-7', comparator: 'ABOUT' });
  });

  it('are kept where formulas are to be kept', async () => {
    const files = await texts(spreadsheets(reader, '', 'keep'));
    expect(rows(files.get('entities.csv')).find(({ id }) => id === 'person:odd')).toMatchObject({ name: odd });
  });

  it('come through XML but for what it cannot hold', async () => {
    const read = graphmlOf.parse(MultiDirectedGraph, await text(graphml(reader)));
    expect(read.getNodeAttribute('person:odd', 'name')).toBe(odd.replace('\u0007', '\uFFFD').replace('\u001F', '\uFFFD'));
  });

  it('come through RDF', async () => {
    const written = await text(nTriples(reader));
    const store = new Store(new Parser({ format: 'N-Triples' }).parse(written));
    expect(store.getObjects(pg('person:odd'), skos('prefLabel'), null).map(({ value }) => value)).toContain(odd);
    expect(store.countQuads(null, prov('wasGeneratedBy'), pg('changeset:from%20a%20%3Cb%3E'), null)).toBe(1);
    const read = await jsonld.toRDF(JSON.parse(await text(jsonLd(reader))) as object, { format: 'application/n-quads' });
    expect(new Set(statements(read as unknown as string))).toEqual(new Set(statements(written)));
  });

  it("do not part what belongs together in Neo4j's lists", async () => {
    const person = rows((await texts(neo4jCsv(reader, ''))).get('nodes-Person.csv'))[0]!;
    expect(person['names:string[]']!.split('\u001F')).toEqual([odd.replace('\u001F', ' '), '+1', '@x', '-y']);
  });

  it('are periods of SDMX where they can be', async () => {
    const [row] = rows(await text(sdmxCsv(reader)));
    expect(row).toMatchObject({
      FREQ: '',
      TIME_PERIOD: '2019-04-21/P10D',
      PERIOD_EDTF: period,
      OBS_STATUS: 'E',
      OBS_VALUE: '-1e-7',
      REF_AREA: '',
    });
  });
});
