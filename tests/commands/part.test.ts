import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { idsInAnswer } from '../../src/export/answer-ids.js';
import { partOf, type PartOptions } from '../../src/commands/part.js';
import type { Graph } from '../../src/graph/port.js';
import { askingOf } from '../../src/server/asking.js';
import { claim, draft, named, world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-part-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(engines)('what a query finds on $name', ({ empty }) => {
  let graph: Graph;
  const numbers = [1, 2, 3, 4, 5];
  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    const entities = numbers.map((number) => named(`program:p${number}`, `Program ${number}`));
    const claims = entities.flatMap(({ id }) => ['region:north', 'region:town'].map((object) => claim(id, 'COVERS', { object })));
    await applyChangeset(graph, draft({ entities, claims }));
  });
  afterAll(() => graph.close());

  const found = async (query: string, variables = {}) => {
    const { ids, cut } = await idsInAnswer(await askingOf(graph), { query, variables });
    return { ids: [...ids].sort(), cut };
  };
  const programs = numbers.map((number) => `program:p${number}`);

  it('is all that it has the ids of, and where it was cut', async () => {
    expect(await found('{ programs { edges { node { id } } } }')).toEqual({ ids: programs, cut: [] });
    expect(await found('{ programs(first: 2) { edges { node { id regions(first: 1) { edges { node { id } } } } } } }')).toEqual({
      ids: ['program:p1', 'program:p2', 'region:north'],
      cut: ['programs', 'programs.edges.0.node.regions', 'programs.edges.1.node.regions'],
    });
    const inFragment =
      'query { first: programs(first: 4) { ...some } } fragment some on ProgramConnection { edges { node { id } } }';
    expect((await found(inFragment)).cut).toEqual(['first']);
    expect((await found('{ changes(first: 1) { changes { id } } }')).cut).toEqual(['changes']);
    expect((await found('{ neighbourhood(id: "region:north", depth: 1, first: 2) { nodes { id } } }')).cut).toEqual([
      'neighbourhood',
    ]);
  });

  it('is read to the end of a list that it pages by a variable', async () => {
    const query = 'query ($size: Int, $at: String) { all: programs(first: $size, after: $at) { edges { node { id } } } }';
    expect(await found(query, { size: 2 })).toEqual({ ids: programs, cut: [] });
    expect(await found(query, { size: 5 })).toEqual({ ids: programs, cut: [] });
  });

  it('has ids for what it has keys of another day of', async () => {
    const query = '{ programs(first: 1, asOf: { date: "2019-01-01" }) { edges { node { id key } } } }';
    expect((await found(query)).ids).toEqual(['program:p1']);
  });

  it('has claims too', async () => {
    const { ids } = await found('{ program(id: "program:p1") { claims { id } } }');
    expect(ids).toEqual([expect.stringMatching(/^claim:/), expect.stringMatching(/^claim:/)]);
  });

  it.each([
    ['no query that it is', '{ policies(', 'The query cannot be read: Syntax Error: Expected Name, found <EOF>.'],
    ['what the schema does not have', '{ laws { id } }', 'The query was refused: Cannot query field "laws" on type "Query".'],
    [
      'what costs too much',
      '{ regions(first: 100) { edges { node { children(first: 100) { edges { node { children(first: 100) { edges { node { id } } } } } } } } } }',
      'The query was refused: The operation could read',
    ],
    ['a mutation', 'mutation { discardDraft(id: "draft:x") }', 'The document must hold one operation, which is a query.'],
    [
      'two',
      'query a { policies { totalCount } } query b { policies { totalCount } }',
      'The document must hold one operation, which is a query.',
    ],
    [
      'no ids',
      '{ programs { edges { node { name } } } }',
      'There is nothing to write: the answer to the query has no id of an entity, claim or observation; ask for "id".',
    ],
  ])('is refused of %s', async (_, query, message) => {
    writeFileSync(join(folder, 'query.graphql'), query);
    await expect(partOf({ query: join(folder, 'query.graphql') })!(graph)).rejects.toThrow(message);
  });

  it('is reported in one line, however many lists are cut', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    writeFileSync(
      join(folder, 'query.graphql'),
      '{ programs { edges { node { id regions(first: 1) { edges { node { id } } } claims { id } } } } regions(first: 1) { totalCount } }',
    );
    await partOf({ query: join(folder, 'query.graphql') })!(graph);
    const lines = told.mock.calls.map(([line]) => line);
    told.mockRestore();
    expect(lines).toEqual([
      expect.stringMatching(
        /^The answer is cut: there is more in (programs\.edges\.\d\.node\.regions, ){4}.* and 1 more\. Ask .*\n$/,
      ),
    ]);
  });

  it('is empty for an unknown entity, and for a type without entities', async () => {
    await expect(partOf({ from: 'region:XX' })!(graph)).rejects.toThrow(
      'There is nothing to write: the graph has no entity "region:XX".',
    );
    await expect(partOf({ types: 'Event' })!(graph)).rejects.toThrow(
      'There is nothing to write: the graph has no entity of these types (Event).',
    );
  });
});

const wrong: [string, PartOptions, string | RegExp][] = [
  ['two parts', { types: 'Policy', from: 'region:CN' }, 'Give one of --types, --from and --query.'],
  ['a type that is none', { types: 'Law' }, /^There is no type "Law": it must be one of Policy, /],
  ['a relation that is none', { from: 'region:CN', relations: 'COVERS,HAS' }, /^There is no relation "HAS": it must be one of /],
  ['a depth of nothing', { depth: '2' }, '--depth and --relations say how far to go --from an entity: say from which.'],
  ['a depth that is none', { from: 'region:CN', depth: 'far' }, '--depth must be a number from 1 to 999.'],
  ['variables of nothing', { variables: '{}' }, '--variables are those of a --query: give it.'],
  ['a missing query file', { query: '/nowhere/query' }, 'The file /nowhere/query cannot be read (ENOENT).'],
  ['variables that are no object', { query: 'package.json', variables: '[1]' }, /^--variables must be a JSON object, such as /],
];

it.each(wrong)('a part of %s is said in one sentence', (_, options, message) => {
  expect(() => partOf(options)).toThrow(message);
});

it('a part of nothing said is the whole', () => {
  expect(partOf({})).toBeUndefined();
});
