import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { observationId } from '../../src/changesets/ids.js';
import type { Graph } from '../../src/graph/port.js';
import { claim, draft, named, world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { RecordingGraph } from '../support/recording-graph.js';

/** Each asks about entities that others were merged into. */
const operations: readonly string[] = [
  '{ program(id: "program:trial") { coverage(region: "region:north") { status via { node { id } } } } }',
  '{ program(id: "program:trial") { regions(within: "region:north") { edges { node { id } } } relatedTo(id: "region:north") { id } } }',
  '{ programs(where: { covers: "region:north" }) { totalCount edges { node { id } } } }',
  '{ policies(where: { or: [{ not: { covers: "region:north" } }, { issuedBy: "agency:ministry" }] }) { edges { node { id } } } }',
  '{ regions(where: { id: { in: ["region:town", "region:north"] } }) { edges { node { id } } } }',
  '{ observations(region: "region:north", about: "policy:notice", indicator: "indicator:cars") { edges { node { value } } } }',
  '{ observations(where: { reportedBy: { eq: "agency:ministry" } }) { totalCount } }',
  '{ claims(where: { subject: { in: ["policy:notice"] }, object: { eq: "region:north" } }) { totalCount } }',
  '{ paths(from: "region:town", to: "agency:ministry") { nodes { id } } }',
  '{ neighbourhood(id: "agency:ministry", depth: 2) { nodes { id } } }',
  '{ search(query: "town", within: "region:north") { edges { node { id } } } }',
  '{ entity(id: "agency:ministry") { id } node(id: "policy:notice") { id } nodes(ids: ["region:north", "region:town"]) { id } }',
  'query ($id: ID = "region:north") { programs(where: { covers: $id }) { ...some } } fragment some on ProgramConnection { edges { node { coverage(region: "region:north") { status } } } }',
];

/** The twin that the entity took the place of, through another one where it is the ministry. */
const twins = {
  'region:north': 'region:noord',
  'policy:notice': 'policy:twin',
  'agency:ministry': 'agency:first',
  'indicator:cars': 'indicator:autos',
};
const given = (operation: string) =>
  Object.entries(twins).reduce((text, [id, twin]) => text.replaceAll(`"${id}"`, `"${twin}"`), operation);

describe.each(engines)('merged ids, on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    const value = {
      indicator: 'indicator:cars',
      about: ['policy:notice'],
      region: 'region:north',
      value: 3,
      unit: '{car}',
    } as const;
    const counted = { ...value, comparator: 'EXACT', kind: 'ACTUAL', reportedBy: 'agency:ministry' } as const;
    const observation = { ...counted, id: observationId(counted) };
    await applyChangeset(
      graph,
      draft({
        entities: [
          named('program:trial', 'The trial'),
          named('policy:other', 'Another', { kind: 'NOTICE' }),
          named('region:noord', 'Het noorden', { level: 'PROVINCE' }),
          named('policy:twin', 'The notice, once more', { kind: 'NOTICE' }),
          named('agency:first', 'The first ministry'),
          named('agency:second', 'The second ministry'),
          named('indicator:autos', 'Autos', { unit: '{car}', kind: 'FLOW' }),
        ],
        observations: [observation],
        claims: [
          claim('program:trial', 'COVERS', { object: 'region:town' }),
          claim('program:trial', 'COVERS', { object: 'region:noord' }),
          claim('policy:other', 'COVERS', { object: 'region:town' }),
          claim(observation.id, 'value', { value: 3 }),
        ],
      }),
    );
    for (const [entity, into] of [
      ['agency:first', 'agency:second'],
      ['agency:second', 'agency:ministry'],
      ['region:noord', 'region:north'],
      ['policy:twin', 'policy:notice'],
      ['indicator:autos', 'indicator:cars'],
    ] as const)
      await applyChangeset(graph, draft({ merges: [{ entity, into }] }));
  });
  afterAll(() => graph.close());

  it.each(operations)('resolve wherever they are used: %s', async (query) => {
    const [now, then] = [await ask(graph, { query }), await ask(graph, { query: given(query) })];
    expect(now.errors).toBeUndefined();
    expect(given(query)).not.toBe(query);
    expect(JSON.stringify(now.data)).not.toMatch(/^\{"\w+":(null|\{"edges":\[\]\}|\{"totalCount":0.*\}|\[\])\}$/);
    expect(then).toEqual(now);
  });

  it('resolve in variables', async () => {
    const query =
      'query ($where: ProgramFilter, $id: ID!) { programs(where: $where) { edges { node { coverage(region: $id) { status } } } } }';
    const answers = ['region:north', 'region:noord'].map((id) =>
      ask(graph, { query, variables: { id, where: { and: [{ covers: id }] } } }),
    );
    const [now, then] = await Promise.all(answers);
    expect(now?.data).toEqual({ programs: { edges: [{ node: { coverage: { status: 'DIRECT' } } }] } });
    expect(then).toEqual(now);
  });

  it('take one statement a request, and none where no entity is named but by its id', async () => {
    const lookups = async (query: string) => {
      const recording = new RecordingGraph(graph);
      expect((await ask(recording, { query })).errors).toBeUndefined();
      return recording.names.filter((name) => name === 'entity/merged').length;
    };
    const levels =
      '{ programs(where: { covers: "region:noord" }) { edges { node { coverage(region: "region:town") { status } regions(within: "region:north") { edges { node { policies(where: { issuedBy: "agency:first" }) { totalCount } } } } } } } }';
    expect(await lookups(levels)).toBe(1);
    expect(await lookups('{ programs(first: 1) { edges { node { name regions { totalCount } } } } }')).toBe(0);
    expect(
      await lookups(
        '{ region(id: "region:north") { name } entity(id: "policy:notice") { id } nodes(ids: ["region:town"]) { id } }',
      ),
    ).toBe(0);
    expect(await lookups('{ claim(id: "claim:gone") { id } changeset(id: "changeset:gone") { id } }')).toBe(0);
  });

  it('are not taken for others where something is written', async () => {
    const said = claim('policy:twin', 'NOTE', { value: 'x' });
    await expect(applyChangeset(graph, draft({ claims: [said] }))).rejects.toThrow(
      'names "policy:twin", which is merged into "policy:notice": name that one',
    );
  });
});
