/** A relation, an entity type and a field of observations are one row of the model each: nothing else of the source changes here. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, post } from '../../support/service.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Table → the row that is added at its head. */
const rows = {
  'src/model/entities.ts': {
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
  'src/model/relations/policies.ts': {
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
  // A field of an observation: its row of src/model/records.ts goes here, and what is asked of it to the last test.
};

let folder: string;
let child: ChildProcess;
let url: string;

/** A copy of the source with the rows added, served by a process of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-one-row-'));
  for (const part of ['src', 'cypher', 'package.json', 'tsconfig.json', 'tests/schema/one-row/serve.ts'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, { table, row }] of Object.entries(rows)) {
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

const exported = async (format: string): Promise<string> => (await fetch(`${url}/export/${format}`)).text();

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
