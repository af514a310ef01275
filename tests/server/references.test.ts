import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { observationId } from '../../src/changesets/ids.js';
import type { Graph } from '../../src/graph/port.js';
import { claim, draft, named, world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { labels, type Label } from '../../src/model/model.js';
import { piecesOf } from '../../src/graph/search/pieces.js';
import { letterKey } from '../../src/graph/search/tokens.js';
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
  '{ entity(id: "program:trial") { relatedTo(id: "region:north") { type } observations(region: "region:north") { totalCount } } }',
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

/** Its token of a whole name is longer than the 255 letters that the full-text index of Neo4j takes for one. */
const longName = `A notice ${'on measures that carry out what was decided '.repeat(10)}`.trim();

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
          named('policy:long', longName, { kind: 'NOTICE' }),
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

  it('resolve by the names of the merged entities', async () => {
    const query =
      '{ agency(id: "The first ministry") { id } region(id: "Het noorden") { id } programs(where: { covers: "HET  NOORDEN" }) { edges { node { id } } } }';
    expect((await ask(graph, { query })).data).toEqual({
      agency: { id: 'agency:ministry' },
      region: { id: 'region:north' },
      programs: { edges: [{ node: { id: 'program:trial' } }] },
    });
  });

  it('are found by names of up to 500 characters', async () => {
    const query = 'query ($name: ID!) { policy(id: $name) { id } }';
    expect((await ask(graph, { query, variables: { name: longName.toUpperCase() } })).data).toEqual({
      policy: { id: 'policy:long' },
    });
  });

  it('are not taken for others where something is written', async () => {
    const said = claim('policy:twin', 'NOTE', { value: 'x' });
    await expect(applyChangeset(graph, draft({ claims: [said] }))).rejects.toThrow(
      'names "policy:twin", which is merged into "policy:notice": name that one',
    );
  });
});

/** Operations with names in the place of ids, each with the same in ids. */
const byName: readonly [operation: string, ids: string][] = [
  ['{ program(id: "Used-car export pilot") { id } }', '{ program(id: "program:cn-used-car-export-pilot") { id } }'],
  [
    '{ agency(id: "商务部") { id } a: agency(id: "mofcom") { id } }',
    '{ agency(id: "agency:cn-mofcom") { id } a: agency(id: "agency:cn-mofcom") { id } }',
  ],
  [
    '{ entity(id: "Luo Lei") { id } node(id: "廣東省") { id } nodes(ids: ["ＣＨＩＮＡ", "claim:none"]) { id } }',
    '{ entity(id: "person:luo-lei") { id } node(id: "region:CN-GD") { id } nodes(ids: ["region:CN", "claim:none"]) { id } }',
  ],
  [
    '{ policies(where: { issuedBy: "商务部" }) { totalCount } }',
    '{ policies(where: { issuedBy: "agency:cn-mofcom" }) { totalCount } }',
  ],
  [
    '{ policies(where: { or: [{ not: { covers: "Guangdong" } }, { issuedBy: "Ministry of Commerce" }] }) { totalCount } }',
    '{ policies(where: { or: [{ not: { covers: "region:CN-GD" } }, { issuedBy: "agency:cn-mofcom" }] }) { totalCount } }',
  ],
  [
    '{ regions(where: { id: { in: ["Guangdong", "region:CN"] } }) { totalCount } }',
    '{ regions(where: { id: { in: ["region:CN-GD", "region:CN"] } }) { totalCount } }',
  ],
  [
    '{ regions(within: "shandong", level: PREFECTURE) { totalCount } }',
    '{ regions(within: "region:CN-SD", level: PREFECTURE) { totalCount } }',
  ],
  [
    '{ claims(where: { subject: { eq: "MOFCOM" }, document: "document:china-oks-secondhand-car-exports" }) { totalCount } }',
    '{ claims(where: { subject: { eq: "agency:cn-mofcom" }, document: "document:china-oks-secondhand-car-exports" }) { totalCount } }',
  ],
  [
    '{ observations(region: "中国", where: { indicator: { in: ["used cars exported from China"] } }) { totalCount } }',
    '{ observations(region: "region:CN", where: { indicator: { in: ["indicator:cn-used-cars-exported"] } }) { totalCount } }',
  ],
  [
    '{ paths(from: "Luo Lei", to: "China Automobile Dealers Association", maxHops: 1) { nodes { id } } neighbourhood(id: "Luo Lei") { nodes { id } } }',
    '{ paths(from: "person:luo-lei", to: "organization:china-automobile-dealers-association", maxHops: 1) { nodes { id } } neighbourhood(id: "person:luo-lei") { nodes { id } } }',
  ],
  [
    '{ search(query: "pilot", within: "Qīngdǎo") { totalCount } }',
    '{ search(query: "pilot", within: "region:CN-370200") { totalCount } }',
  ],
  [
    '{ program(id: "Used-car export pilot") { coverage(region: "Guangzhou") { status } relatedTo(id: "广州市") { type } } }',
    '{ program(id: "program:cn-used-car-export-pilot") { coverage(region: "region:CN-440100") { status } relatedTo(id: "region:CN-440100") { type } } }',
  ],
  [
    '{ indicator(id: "Used cars exported from China") { series(region: "China") { value } statistics(about: "used cars") { count } } }',
    '{ indicator(id: "indicator:cn-used-cars-exported") { series(region: "region:CN") { value } statistics(about: "product:used-cars") { count } } }',
  ],
  [
    'query @asOf(date: "2010-06-01") { region(id: "Laiwu") { id } }',
    'query @asOf(date: "2010-06-01") { region(id: "region:CN-371200") { id } }',
  ],
  ['{ region(id: "Laiwu") { id } }', '{ region(id: "region:CN-370116") { id } }'],
  [
    '{ region(id: "Tāizhōu") { id } o: region(id: "泰州") { id } }',
    '{ region(id: "region:CN-331000") { id } o: region(id: "region:CN-321200") { id } }',
  ],
  [
    '{ policies(where: { issuers: { some: { id: { eq: "MOFCOM" } } }, regions: { none: { within: "Guangdong" } } }) { totalCount } }',
    '{ policies(where: { issuers: { some: { id: { eq: "agency:cn-mofcom" } } }, regions: { none: { within: "region:CN-GD" } } }) { totalCount } }',
  ],
  [
    '{ products(where: { markets: { edge: { origin: { eq: "中国" } } } }) { totalCount } differences(about: "Used-car export pilot", from: "2018-01-01", to: "2020-01-01") { totalCount } }',
    '{ products(where: { markets: { edge: { origin: { eq: "region:CN" } } } }) { totalCount } differences(about: "program:cn-used-car-export-pilot", from: "2018-01-01", to: "2020-01-01") { totalCount } }',
  ],
  [
    '{ then: region(id: "Laiwu", asOf: { date: "2010-06-01" }) { id } now: region(id: "Laiwu") { id } }',
    '{ then: region(id: "region:CN-371200") { id } now: region(id: "region:CN-370116") { id } }',
  ],
];

/** Where a name is not clear: the code, and the place and more of the message. */
const unclear: readonly [operation: string, code: string, message: RegExp][] = [
  [
    '{ program(id: "program:cn-used-car-export-pilot") { coverage(region: "Taizhou") { status } } }',
    'AMBIGUOUS_NAME',
    /^"region" must be an id such as "region:CN-GD" or the exact name of one region; 2 regions are named "Taizhou": region:CN-321200 \(Jiangsu\), region:CN-331000 \(Zhejiang\)\.$/,
  ],
  [
    '{ region(id: "莱芜市") { id } }',
    'AMBIGUOUS_NAME',
    /region:CN-370981 \(Tai'an, 1983–1992\), region:CN-371200 \(Shandong, 1992–2019\)/,
  ],
  [
    '{ policies(where: { and: [{ issuedBy: "Ministry of Comerce" }] }) { totalCount } }',
    'UNKNOWN_NAME',
    /^"where\.and\.0\.issuedBy" must be an id such as "agency:cn-mofcom" or the exact name of one agency; none is named "Ministry of Comerce"\. Did you mean "Ministry of Commerce" \(agency:cn-mofcom\)/,
  ],
  [
    '{ programs(where: { not: { covers: "Atlantis" } }) { totalCount } }',
    'UNKNOWN_NAME',
    /^"where\.not\.covers" .* one region; none is named "Atlantis"/,
  ],
  ['{ policies(where: { issuedBy: "Guangdong" }) { totalCount } }', 'UNKNOWN_NAME', /one agency; none is named "Guangdong"/],
  ['{ node(id: "foo:bar") { id } }', 'UNKNOWN_NAME', /one entity; none is named "foo:bar"/],
  ['{ node(id: "region: nowhere") { id } }', 'UNKNOWN_NAME', /none is named "region: nowhere"/],
  ['{ entity(id: "People\'s Republic: x") { id } }', 'UNKNOWN_NAME', /none is named "People's Republic: x"/],
  ['{ region(id: "🙂") { id } }', 'UNKNOWN_NAME', /none is named "🙂"/],
  [`{ region(id: "${'Guang '.repeat(83)}") { id } }`, 'UNKNOWN_NAME', /none is named "(?:Guang )+G?u?…"/],
  [
    `{ region(id: "${'Guang '.repeat(84)}") { id } }`,
    'BAD_USER_INPUT',
    /^"id" must be an id or an exact name, which has at most 500 characters/,
  ],
  ['{ region(id: "") { id } }', 'BAD_USER_INPUT', /one region; it is empty/],
  ['{ observations(about: " ") { totalCount } }', 'BAD_USER_INPUT', /^"about" .* it is empty/],
];

describe.each(engines)('names in the place of ids, on $name', ({ builtIn }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
  });
  afterAll(() => graph.close());

  it.each(byName)('mean entities: %s', async (named, byId) => {
    const [answer, expected] = [await ask(graph, { query: named }), await ask(graph, { query: byId })];
    expect(expected.errors).toBeUndefined();
    expect(JSON.stringify(expected.data)).not.toMatch(/^\{"\w+":(null|\{"totalCount":0\}|\[\])/);
    expect(answer).toEqual(expected);
  });

  it.each(unclear)('are rejected when they are not clear: %s', async (query, code, message) => {
    const { errors } = await ask(graph, { query });
    expect(errors).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message), extensions: expect.objectContaining({ code }) }),
    ]);
  });

  it('come with candidates to choose from, and leave the rest of the answer as it is', async () => {
    const query =
      'query ($name: ID!) { ...names region(id: "Guangdong") { id } } fragment names on Query { one: region(id: $name) { id } other: agency(id: "Ministry of Comerce") { id } }';
    const { data, errors } = await ask(graph, { query, variables: { name: 'taizhou' } });
    expect(data).toEqual({ one: null, other: null, region: { id: 'region:CN-GD' } });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({
        code: 'AMBIGUOUS_NAME',
        candidates: [
          { id: 'region:CN-321200', name: 'Taizhou', type: 'REGION', parent: { id: 'region:CN-JS', name: 'Jiangsu' } },
          { id: 'region:CN-331000', name: 'Taizhou', type: 'REGION', parent: { id: 'region:CN-ZJ', name: 'Zhejiang' } },
        ],
      }),
      expect.objectContaining({
        code: 'UNKNOWN_NAME',
        candidates: expect.arrayContaining([
          { id: 'agency:cn-mofcom', name: 'Ministry of Commerce', type: 'AGENCY', parent: null },
        ]),
      }),
    ]);
  });

  it.each(labels)('find every %s by each of its names that no other has', async (label) => {
    const statement = { name: 'test', text: `MATCH (node:${label}) RETURN node.id AS id, node.names AS names`, parameters: {} };
    const rows = await graph.read<{ id: string; names: string[] }>(statement);
    const owners = ownersOfNames(rows);
    const named = rows
      .flatMap(({ id, names }) => names.map((name) => ({ id, name })))
      .filter(({ name }) => name.length <= 500 && owners(name).size === 1);
    const some = named.filter((_, index) => index % Math.ceil(named.length / 40) === 0);
    expect(
      await meantBy(
        graph,
        label,
        some.map(({ name }) => name),
      ),
    ).toEqual(some.map(({ id }) => id));
  });

  it('name several regions only where they do', async () => {
    const statement = { name: 'test', text: 'MATCH (node:Region) RETURN node.id AS id, node.names AS names', parameters: {} };
    const rows = await graph.read<{ id: string; names: string[] }>(statement);
    const owners = ownersOfNames(rows);
    const shared = [...new Set(rows.flatMap(({ names }) => names))].filter((name) => owners(name).size > 1);
    const some = shared.filter((_, index) => index % Math.ceil(shared.length / 40) === 0);
    for (const [index, meant] of (await meantBy(graph, 'Region', some)).entries()) {
      const [name, ids] = [some[index]!, [meant].flat() as string[]];
      expect([name, [...owners(name)].filter((id) => ids.includes(id)).length]).toEqual([name, ids.length]);
    }
  });

  it('take one search for each kind of entity, one statement, and none where there are ids alone', async () => {
    const statements = async (query: string) => {
      const recording = new RecordingGraph(graph);
      await ask(recording, { query });
      return recording.names.filter((name) => name === 'search' || name.startsWith('search/') || name === 'entity/merged').sort();
    };
    expect(
      await statements(
        '{ programs(where: { covers: "Guangdong" }) { edges { node { coverage(region: "Qingdao") { status } regions(within: "Hainan") { totalCount } } } } policies(where: { issuedBy: "MOFCOM" }) { totalCount } }',
      ),
    ).toEqual(['search', 'search', 'search/names']);
    expect(await statements('{ region(id: "Taizhou") { id } o: region(id: "Suzhou") { id } }')).toEqual([
      'search',
      'search/names',
      'search/places',
    ]);
    expect(await statements('{ region(id: "region:CN") { id } }')).toEqual([]);
  });
});

type NamedRows = readonly { readonly id: string; readonly names: readonly string[] }[];

function ownersOfNames(rows: NamedRows): (name: string) => ReadonlySet<string> {
  const keyOf = (name: string) => letterKey(piecesOf(name));
  const owners = new Map<string, Set<string>>();
  for (const { id, names } of rows) for (const key of names.map(keyOf)) owners.set(key, (owners.get(key) ?? new Set()).add(id));
  return (name) => owners.get(keyOf(name)) ?? new Set();
}

/** The id of what each name means to the root field of a label; the ids of the candidates where there are several. */
async function meantBy(graph: Graph, label: Label, names: readonly string[]): Promise<(string | string[])[]> {
  if (names.length === 0) return []; // the built-in data has no topics
  const fields = names.map((_, index) => `n${index}: ${label.toLowerCase()}(id: $n${index}) { id }`);
  const variables = Object.fromEntries(names.map((name, index) => [`n${index}`, name]));
  const query = `query (${Object.keys(variables)
    .map((name) => `$${name}: ID!`)
    .join(' ')}) { ${fields.join(' ')} }`;
  const { data, errors = [] } = await ask(graph, { query, variables });
  const several = new Map(
    errors.map(({ path, extensions }) => [
      path?.[0],
      ((extensions?.['candidates'] ?? []) as { id: string }[]).map(({ id }) => id),
    ]),
  );
  return Object.entries(data ?? {}).map(([field, node]) => several.get(field) ?? (node as { id: string }).id);
}
