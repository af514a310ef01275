/** A relation, an entity type, and a field or link of claims, observations and evidence are one row of the model each: nothing else of the source changes here. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, post } from '../../support/service.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The rows that are added, each at the head of a table. */
const rows = [
  {
    file: 'src/model/entities.ts',
    table: 'const rows = {',
    row: `TradeDeal: {
      plural: 'tradeDeals',
      description: 'An agreement to trade.',
      example: 'tradedeal:rcep',
      properties: {
        scope: shared('What it is about.'),
        signedOn: claimedDate('When it was signed.', 'STARTED'),
      },
      begins: ['signedOn'],
    },`,
  },
  {
    file: 'src/model/relations/policies.ts',
    table: 'export const policies = {',
    row: `NEGOTIATED: {
      description: 'An agency negotiated a trade deal or a policy.',
      where: { out: 'negotiated', in: 'negotiatedBy' },
      from: ['Agency'],
      to: ['TradeDeal', 'Policy'],
      out: { negotiated: { description: 'What it negotiated.' } },
      in: { negotiators: { parts: { by: 'PART_OF', description: 'Never: no deal has parts.' } } },
      attributes: { rounds: { type: 'integer', description: 'After how many rounds.' } },
    },`,
  },
  {
    file: 'src/model/records.ts',
    table: 'export const observationFields = {',
    row: `
      method: oneOf('How it was measured.', { SURVEY: 'By asking.', CENSUS: 'By counting all.' }, { identity: 'named', filterable: true }),
      revisedOn: date('When it was revised.', { identity: 'named', filterable: true }),
      collectors: link('Who collected it.', 'COLLECTED_BY', { to: ['Agency'], many: true, identity: 'named' }),`,
  },
  {
    file: 'src/model/records.ts',
    table: 'export const claimFields = {',
    row: `
      witness: link('Who witnessed it.', 'WITNESSED_BY', { to: ['Person'], identity: 'named', filterable: true, shared: true }),
      translators: link('Who translated it.', 'TRANSLATED_BY', { many: true, identity: 'named' }),
      tone: text('In which tone it is said.', { identity: 'named', filterable: true, shared: true }),`,
  },
  {
    file: 'src/model/records.ts',
    table: 'export const evidenceFields = {',
    row: `page: integer('Its page.', { least: 1 }),`,
  },
];

let folder: string;
let child: ChildProcess;
let url: string;

/** A copy of the source with the rows added, served by a process of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-one-row-'));
  for (const part of ['src', 'cypher', 'schema.graphql', 'package.json', 'tsconfig.json', 'tests/schema/one-row/serve.ts'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, table, row } of rows) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.split(table), file).toHaveLength(2);
    writeFileSync(join(folder, file), text.replace(table, `${table}\n${row}`));
  }
  child = spawn(process.execPath, ['--import', 'tsx', 'tests/schema/one-row/serve.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = String((await once(child.stdout!, 'data'))[0]).trim();
});

afterAll(async () => {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

async function ask(query: string): Promise<any> {
  const { json } = await answerOf(await fetch(`${url}/graphql`, post({ query })));
  expect(json.errors).toBeUndefined();
  return json.data;
}

const exported = async (format: string): Promise<string> => (await fetch(`${url}/files/${format}`)).text();

describe('a relation and an entity type are one row each', () => {
  beforeAll(async () => {
    await ask(`mutation {
      applyChangeset(input: {
        id: "changeset:deals", reason: "Two deals."
        entities: [
          { id: "agency:ministry", names: [{ value: "Ministry", lang: "en" }] }
          { id: "tradedeal:rcep", names: [{ value: "RCEP", lang: "en" }], properties: [{ name: "scope", value: "goods" }] }
          { id: "tradedeal:tpp", names: [{ value: "TPP", lang: "en" }], properties: [{ name: "scope", value: "services" }] }
          { id: "document:news", names: [{ value: "News", lang: "en" }], properties: [{ name: "title", value: "News" }] }
        ]
        claims: [
          { subject: "agency:ministry", predicate: "NEGOTIATED", object: "tradedeal:rcep", qualifiers: [{ name: "rounds", value: "31" }], evidence: [{ document: "document:news", record: "1", summary: "It says so." }] }
          { subject: "tradedeal:rcep", predicate: "signedOn", value: "2020-11-15", evidence: [{ document: "document:news", record: "2", summary: "It says so." }] }
          { subject: "tradedeal:tpp", predicate: "signedOn", value: "2016-02-04", evidence: [{ document: "document:news", record: "3", summary: "It says so." }] }
        ]
      }) { outcome }
    }`);
  });

  it('by id, with its own fields and those of every entity', async () => {
    expect(
      await ask(`{
        tradeDeal(id: "tradedeal:rcep") { __typename name scope signedOn { edtf } negotiators { edges { rounds node { name } claims { evidence { document { id } } } } } }
        node(id: "tradedeal:rcep") { __typename id }
      }`),
    ).toEqual({
      tradeDeal: {
        __typename: 'TradeDeal',
        name: 'RCEP',
        scope: 'goods',
        signedOn: { edtf: '2020-11-15' },
        negotiators: {
          edges: [{ rounds: 31, node: { name: 'Ministry' }, claims: [{ evidence: [{ document: { id: 'document:news' } }] }] }],
        },
      },
      node: { __typename: 'TradeDeal', id: 'tradedeal:rcep' },
    });
  });

  it('in lists: filters by property and relation, orders, facets', async () => {
    expect(
      await ask(`{
        ordered: tradeDeals(orderBy: SIGNED_ASC) { totalCount edges { node { name } } facets(by: [SCOPE, SIGNED_YEAR]) { by values { value count } } }
        since: tradeDeals(where: { signedOn: { gte: "2020-01-01" } }) { edges { node { name } } }
        negotiated: tradeDeals(where: { negotiatedBy: "agency:ministry" }) { edges { node { name } } }
        agencies(where: { negotiated: { some: { id: { eq: "tradedeal:rcep" } } } }) { edges { node { id negotiated { edges { node { __typename name } } } } } }
      }`),
    ).toEqual({
      ordered: {
        totalCount: 2,
        edges: [{ node: { name: 'TPP' } }, { node: { name: 'RCEP' } }],
        facets: [
          {
            by: 'SCOPE',
            values: [
              { value: 'goods', count: 1 },
              { value: 'services', count: 1 },
            ],
          },
          {
            by: 'SIGNED_YEAR',
            values: [
              { value: '2016', count: 1 },
              { value: '2020', count: 1 },
            ],
          },
        ],
      },
      since: { edges: [{ node: { name: 'RCEP' } }] },
      negotiated: { edges: [{ node: { name: 'RCEP' } }] },
      agencies: {
        edges: [
          { node: { id: 'agency:ministry', negotiated: { edges: [{ node: { __typename: 'TradeDeal', name: 'RCEP' } }] } } },
        ],
      },
    });
  });

  it('in search, walks, timelines, counts and changes', async () => {
    const { search, paths, tradeDeal, graph, changes } = await ask(`{
      search(query: "RCEP", types: [TRADE_DEAL]) { edges { node { id } } types { type count } }
      paths(from: "agency:ministry", to: "tradedeal:rcep") { relations { type } }
      tradeDeal(id: "tradedeal:tpp") { timeline { edges { node { kind title on { edtf } claims { predicate } } } } }
      graph { entities { type count } }
      changes(types: [TRADE_DEAL]) { changes { id } }
    }`);
    expect(search).toEqual({ edges: [{ node: { id: 'tradedeal:rcep' } }], types: [{ type: 'TRADE_DEAL', count: 1 }] });
    expect(paths).toEqual([{ relations: [{ type: 'NEGOTIATED' }] }]);
    expect(tradeDeal.timeline.edges).toEqual([
      { node: { kind: 'STARTED', title: 'TPP begins', on: { edtf: '2016-02-04' }, claims: [{ predicate: 'signedOn' }] } },
    ]);
    expect(graph.entities).toContainEqual({ type: 'TRADE_DEAL', count: 2 });
    expect(changes.changes).toContainEqual({ id: 'tradedeal:tpp' });
  });

  it('in exports', async () => {
    expect(await exported('jsonl')).toContain('"id":"tradedeal:rcep"');
    expect(await exported('csv')).toMatch(/^tradedeal:rcep,TradeDeal,RCEP,.*,goods,2020-11-15/m);
    expect(await exported('neo4j-csv')).toMatch(/NEGOTIATED/);
    expect(await exported('graphml')).toContain('2020-11-15');
    expect(await exported('ntriples')).toMatch(/tradedeal:rcep> .*2020-11-15/);
  });

  it('is described like every other, and takes only what it can answer', async () => {
    const { type, agency } = await ask(`{
      type: __type(name: "TradeDeal") { description fields { name args { name } } }
      agency: __type(name: "Entity") { description }
    }`);
    expect(type.description).toBe('An agreement to trade.');
    const negotiators = type.fields.find(({ name }: { name: string }) => name === 'negotiators');
    expect(negotiators.args.map(({ name }: { name: string }) => name)).not.toContain('includeParts');
    expect(agency.description).toContain('a trade deal');
  });
});

describe('a field or link of claims, observations and evidence is one row', () => {
  const evidence = (record: string) => `[{ document: "document:paper", record: "${record}", page: 7, summary: "It says so." }]`;
  const observation = (more: string) =>
    `{ indicator: "indicator:cars", period: "2023", value: 10, unit: "{car}", kind: ACTUAL, evidence: ${evidence('1')} ${more} }`;

  beforeAll(async () => {
    await ask(`mutation {
      applyChangeset(input: {
        id: "changeset:rows", reason: "A value and what was said."
        entities: [
          { id: "agency:statistics", names: [{ value: "Statistics", lang: "en" }] }
          { id: "person:wang", names: [{ value: "Wang", lang: "en" }] }
          { id: "person:wang-li", names: [{ value: "Wang Li", lang: "en" }] }
          { id: "indicator:cars", names: [{ value: "Cars", lang: "en" }], properties: [{ name: "unit", value: "{car}" }, { name: "kind", value: "FLOW" }] }
          { id: "document:paper", names: [{ value: "Paper", lang: "en" }], properties: [{ name: "title", value: "Paper" }] }
        ]
        observations: [
          ${observation('method: SURVEY, revisedOn: "2024-05", collectors: ["agency:statistics"]')}
          ${observation('')}
        ]
        claims: [{ subject: "agency:statistics", predicate: "NOTE", value: "It counts.", witness: "person:wang", translators: ["person:wang"], tone: "calm", evidence: ${evidence('2')} }]
      }) { outcome }
    }`);
  });

  it('in the API: fields, filters, orders and facets', async () => {
    expect(
      await ask(`{
        observations(where: { method: { eq: SURVEY }, revisedOn: { gte: "2024-05-01" }, collectors: "agency:statistics" }) { edges { node { method revisedOn { edtf earliest } collectors { name } claims { evidence { page } } } } }
        ordered: observations(orderBy: REVISED_ASC) { edges { node { method } } facets(by: [METHOD, REVISED_YEAR]) { values { value count } } }
        claims(where: { tone: { eq: "calm" }, witness: { eq: "person:wang" }, translators: "person:wang" }) { edges { node { value tone witness { name } translators { name } evidence { page } } } facets(by: [WITNESS]) { values { value count } } }
      }`),
    ).toEqual({
      observations: {
        edges: [
          {
            node: {
              method: 'SURVEY',
              revisedOn: { edtf: '2024-05', earliest: '2024-05-01' },
              collectors: [{ name: 'Statistics' }],
              claims: [{ evidence: [{ page: 7 }] }],
            },
          },
        ],
      },
      ordered: {
        edges: [{ node: { method: 'SURVEY' } }, { node: { method: null } }],
        facets: [
          {
            values: [
              { value: 'SURVEY', count: 1 },
              { value: null, count: 1 },
            ],
          },
          {
            values: [
              { value: '2024', count: 1 },
              { value: null, count: 1 },
            ],
          },
        ],
      },
      claims: {
        edges: [
          {
            node: {
              value: 'It counts.',
              tone: 'calm',
              witness: { name: 'Wang' },
              translators: [{ name: 'Wang' }],
              evidence: [{ page: 7 }],
            },
          },
        ],
        facets: [{ values: [{ value: 'person:wang', count: 1 }] }],
      },
    });
  });

  it('with checks of what it names and holds', async () => {
    const wrong = async (lists: string) => {
      const query = `mutation { applyChangeset(input: { reason: "Wrong." ${lists} }) { outcome } }`;
      const { json } = await answerOf(await fetch(`${url}/graphql`, post({ query })));
      return json.errors?.[0]?.extensions?.['problems'];
    };
    expect(await wrong(`observations: [${observation('collectors: ["person:wang"], revisedOn: "May"')}]`)).toMatchObject([
      { path: 'input.observations.0.revisedOn' },
    ]);
    expect(await wrong(`observations: [${observation('collectors: ["person:wang"]')}]`)).toMatchObject([
      { path: 'input.observations.0.collectors.0', message: 'must be a Agency, and "person:wang" is not' },
    ]);
  });

  it('in every export of records, which can be imported again', async () => {
    expect(await exported('csv')).toMatch(/method,revisedOn,collectors,[^]*SURVEY,2024-05,agency:statistics,/);
    expect(await exported('neo4j-csv')).toMatch(/agency:statistics,COLLECTED_BY[^]*person:wang,TRANSLATED_BY/);
    expect(await exported('neo4j-csv')).toMatch(/method:string,revisedOn:string,revisedOnEarliest:date/);
    expect(await exported('sdmx-csv')).toMatch(/,METHOD,REVISED_ON,COLLECTORS,OBS_ID[^]*,SURVEY,2024-05,agency:statistics,/);
    expect(await exported('ntriples')).toMatch(/term:tone> "calm"[^]*term:page> "7"/);
    expect(await exported('jsonld')).toMatch(/"term:witness":\{"@id":"person:wang"\}/);
    const lines = await exported('jsonl');
    expect(lines).toMatch(/"method":"SURVEY","revisedOn":"2024-05","collectors":\["agency:statistics"\]/);
    expect(await sent({ file: ['graph.jsonl', lines] })).toMatchObject({ outcome: 'UNCHANGED', changes: {} });
  });

  it('in mappings of tables', async () => {
    const mapping = `
      document: document:paper
      record: "{year}"
      observations:
        - { indicator: indicator:cars, period: "{year}", value: { from: "{cars}", as: number }, unit: "{{car}}", kind: ACTUAL, method: { from: "{how}" }, collectors: [ { from: "{by}", split: "|" } ] }
    `
      .replaceAll(/^ {6}/gm, '')
      .replace('"{{car}}"', '"{unit}"');
    const table = 'year,cars,how,by,unit\n2021,7,CENSUS,agency:statistics,{car}\n';
    expect(await sent({ file: ['cars.csv', table], mapping: ['cars.yaml', mapping] })).toMatchObject({ outcome: 'WRITTEN' });
    const { observations } = await ask(
      '{ observations(where: { method: { eq: CENSUS } }) { edges { node { value collectors { id } } } } }',
    );
    expect(observations.edges).toEqual([{ node: { value: 7, collectors: [{ id: 'agency:statistics' }] } }]);
  });

  it('through merges, which rename what it names', async () => {
    await ask(
      `mutation { applyChangeset(input: { reason: "One person.", merges: [{ entity: "person:wang", into: "person:wang-li" }] }) { outcome } }`,
    );
    const { claims } = await ask(
      '{ claims(where: { tone: { eq: "calm" } }) { edges { node { witness { id } translators { id } } } } }',
    );
    expect(claims.edges).toEqual([{ node: { witness: { id: 'person:wang-li' }, translators: [{ id: 'person:wang-li' }] } }]);
  });
});

async function sent(parts: Readonly<Record<string, readonly [name: string, text: string]>>): Promise<any> {
  const body = new FormData();
  for (const [part, [name, text]] of Object.entries(parts)) body.append(part, new Blob([text]), name);
  return (await fetch(`${url}/import`, { method: 'POST', body })).json();
}
