/** Several views of the graph in one operation: the argument `asOf` of root fields, and what identifies a node within a view. */
import { isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { RecordingGraph } from '../support/recording-graph.js';

const pilot = 'program:cn-used-car-export-pilot';
/** The day that tests take for today. */
const today = '2026-01-01';

describe('the schema', () => {
  it('takes asOf on every root field of queries', async () => {
    const fields = Object.values((await graphqlSchema()).getQueryType()?.getFields() ?? {});
    const without = fields.filter(({ args }) => args.find(({ name }) => name === 'asOf')?.type.toString() !== 'AsOf');
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('has a key on all that has an id of its own', async () => {
    const types = Object.values((await graphqlSchema()).getTypeMap()).filter(
      (type) => isObjectType(type) || isInterfaceType(type),
    );
    const without = types.filter((type) => type.getFields()['id'] !== undefined && type.getFields()['key'] === undefined);
    const ofReadings = ['Proposal', 'ProposedEnd', 'ProposedEntity', 'ReadingDocument']; // nothing of a reading depends on the view
    expect(without.map(({ name }) => name).sort()).toEqual(['Change', ...ofReadings].sort()); // what changed has the id
  });
});

describe.each(engines)('views on $name', ({ builtIn }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
  }, 120_000);
  afterAll(() => graph.close());

  const data = async (query: string, recording = new RecordingGraph(graph)): Promise<any> => {
    const answer = await ask(recording, { query });
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };

  /** How many regions each root field says that the pilot covers. */
  const regions = async (head: string, ...asOf: readonly string[]): Promise<number[]> => {
    const fields = asOf.map((each, at) => `f${at}: program(id: "${pilot}"${each}) { regions { totalCount } }`);
    const answer = await data(`query ${head} { ${fields.join(' ')} }`);
    return asOf.map((_, at) => answer[`f${at}`].regions.totalCount);
  };

  it.each([
    ['', ['', ', asOf: { date: "2018-12-31" }', ', asOf: { date: "2019-06-01" }', ', asOf: null'], [10, 0, 10, 10]],
    ['@asOf(date: "2018-12-31")', ['', ', asOf: { date: "2026-01-01" }', ', asOf: {}', ', asOf: { date: null }'], [0, 10, 0, 0]],
    ['@asOf(knownAt: "2000-01-01T00:00:00Z")', [', asOf: { knownAt: "2100-01-01T00:00:00Z" }'], [10]],
    ['@asOf(atLeast: CERTAIN)', ['', ', asOf: { atLeast: POSSIBLE }', ', asOf: { date: "2024-02-05" }'], [0, 10, 0]],
  ])('%s with %j covers %j regions', async (head, asOf, counts) => {
    expect(await regions(head, ...asOf)).toEqual(counts);
  });

  it.each([
    ['date: "2018"', 'Date cannot represent value: "2018". Write a day of the calendar such as "2024-02-05".'],
    ['date: "2023-02-29"', 'Date cannot represent value: "2023-02-29". Write a day of the calendar such as "2024-02-05".'],
    ['date: 2018', 'Date cannot represent value: 2018. Write a day of the calendar such as "2024-02-05".'],
    ['knownAt: "2018-12-31"', 'DateTime cannot represent value: "2018-12-31". Write an instant such as "2024-02-05T12:00:00Z".'],
    ['day: "2018-12-31"', 'Field "day" is not defined by type "AsOf". Did you mean "date"?'],
    ['atLeast: SURE', 'Value "SURE" does not exist in "Certainty" enum.'],
  ])('refuse { %s }', async (asOf, message) => {
    const refused = async (query: string) => (await ask(graph, { query })).errors?.map((error) => error.message);
    expect(await refused(`{ program(id: "${pilot}", asOf: { ${asOf} }) { id } }`)).toEqual([message]);
  });

  it('refuse a variable that is no day', async () => {
    const query = `query ($day: Date) { program(id: "${pilot}", asOf: { date: $day }) { id } }`;
    const { errors } = await ask(graph, { query, variables: { day: '2018' } });
    expect(errors?.[0]?.message).toBe(
      'Variable "$day" got invalid value "2018"; Date cannot represent value: "2018". Write a day of the calendar such as "2024-02-05".',
    );
  });

  it('keep what the operation asks for where a field asks for something else', async () => {
    const [both, field] = await regions(
      '@asOf(atLeast: PRESUMED)',
      ', asOf: { date: "2019-02-01" }',
      ', asOf: { date: "2019-02-01", atLeast: POSSIBLE }',
    );
    expect(both).toBeLessThan(field as number);
    const early = '@asOf(knownAt: "2000-01-01T00:00:00Z")';
    expect((await data(`query ${early} { program(id: "${pilot}", asOf: { date: "2024-01-01" }) { id } }`)).program).toBeNull();
  });

  it('are taken by lists, walks, search and nodes alike', async () => {
    const [then, now] = ['{ date: "1990-01-01" }', '{ date: "2020-01-01" }'];
    const blocs = '... on Region { blocs { totalCount } }';
    const answer = await data(`query {
      then: regions(asOf: ${then}, where: { id: { eq: "region:VN" } }) { edges { node { ${blocs} } } }
      now: regions(asOf: ${now}, where: { id: { eq: "region:VN" } }) { edges { node { ${blocs} } } }
      nodeThen: node(id: "region:VN", asOf: ${then}) { ${blocs} } nodeNow: node(id: "region:VN", asOf: ${now}) { ${blocs} }
      nodesThen: nodes(ids: ["region:VN"], asOf: ${then}) { ${blocs} }
      foundThen: search(query: "Vietnam", types: [REGION], first: 1, asOf: ${then}) { edges { node { ${blocs} } } }
      pathThen: paths(from: "region:VN", to: "region:ASEAN", types: [MEMBER_OF], asOf: ${then}) { hops }
      pathNow: paths(from: "region:VN", to: "region:ASEAN", types: [MEMBER_OF], maxHops: 1, asOf: ${now}) { hops }
    }`);
    expect([answer.then, answer.now, answer.foundThen].map(({ edges }) => edges[0].node.blocs.totalCount)).toEqual([0, 1, 0]);
    expect([answer.nodeThen, answer.nodeNow, answer.nodesThen[0]].map(({ blocs: { totalCount } }) => totalCount)).toEqual([
      0, 1, 0,
    ]);
    expect([answer.pathThen, answer.pathNow]).toEqual([[], [{ hops: 1 }]]);
  });

  it('that are alike read together', async () => {
    const recording = new RecordingGraph(graph);
    const at = '{ date: "2018-12-31" }';
    const fields = (name: string, asOf: string) => `${name}: program(id: "${pilot}"${asOf}) { regions { totalCount } }`;
    await data(
      `{ ${fields('a', `, asOf: ${at}`)} ${fields('b', `, asOf: ${at}`)} ${fields('c', ', asOf: { atLeast: POSSIBLE, date: "2018-12-31" }')} }`,
      recording,
    );
    expect(recording.names).toEqual(['plan']);
    await data(`{ ${fields('d', '')} ${fields('e', `, asOf: { date: "${today}" }`)} }`, recording);
    expect(recording.names).toHaveLength(2);
  });

  const keys = async (...asOf: readonly string[]): Promise<string[]> => {
    const fields = asOf.map((each, at) => `f${at}: program(id: "${pilot}"${each}) { key }`);
    const answer = await data(`{ ${fields.join(' ')} }`);
    return asOf.map((_, at) => answer[`f${at}`].key);
  };

  it('that are the default have the id as key, however they are asked for', async () => {
    const asOf = ['', ', asOf: {}', `, asOf: { date: "${today}" }`, ', asOf: { atLeast: POSSIBLE }', ', asOf: null'];
    expect(new Set(await keys(...asOf))).toEqual(new Set([pilot]));
  });

  it('that are others have a key of their own, the same for the same view', async () => {
    expect(
      await keys(
        ', asOf: { date: "2018-12-31" }',
        ', asOf: { date: "2018-12-31", atLeast: POSSIBLE }',
        ', asOf: { atLeast: CERTAIN }',
        ', asOf: { knownAt: "2100-01-01T08:00:00+08:00" }',
        ', asOf: { knownAt: "2100-01-01T00:00:00.000Z", date: "2018-12-31", atLeast: PRESUMED }',
      ),
    ).toEqual([
      `${pilot}@2018-12-31`,
      `${pilot}@2018-12-31`,
      `${pilot}@${today}@CERTAIN`,
      `${pilot}@${today}@2100-01-01T00:00:00.000Z`,
      `${pilot}@2018-12-31@2100-01-01T00:00:00.000Z@PRESUMED`,
    ]);
    const whole = await data(
      `query @asOf(date: "2018-12-31") { program(id: "${pilot}") { key } agencies(first: 1) { edges { node { id key } } } }`,
    );
    expect(whole.program.key).toBe(`${pilot}@2018-12-31`);
    expect(whole.agencies.edges[0].node.key).toBe(`${whole.agencies.edges[0].node.id}@2018-12-31`);
  });

  it('name claims, changesets, observations and relations too', async () => {
    const { program, observations, paths } = await data(`query @asOf(date: "2025-01-01") {
      program(id: "${pilot}") { claims { id key recordedIn { id key } subject { id key } } }
      observations(first: 1) { edges { node { id key } } }
      paths(from: "${pilot}", to: "region:CN-370200", maxHops: 1) { relations { id key } }
    }`);
    const nodes = [
      program.claims[0],
      program.claims[0].recordedIn,
      program.claims[0].subject,
      observations.edges[0].node,
      paths[0].relations[0],
    ];
    expect(nodes.map(({ key }) => key)).toEqual(nodes.map(({ id }) => `${id}@2025-01-01`));
  });

  it('show the entities that attributes of relations name', async () => {
    const { product } = await data('{ product(id: "product:us-cherries") { markets { edges { origin { id } node { id } } } } }');
    expect(product.markets.edges).toEqual([{ origin: { id: 'region:US' }, node: { id: 'region:CN' } }]);
  });
});
