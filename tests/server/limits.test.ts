import { execute, getIntrospectionQuery, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { documentLimits, oversize } from '../../src/server/document-limits.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { limits } from '../../src/limits.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { listLengths } from '../../src/server/introspection/price.js';
import { engines } from '../support/engines.js';
import { answerOf, post, serve, type Service } from '../support/service.js';

describe.each(engines)('$name', (engine) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await engine.builtIn();
    service = await serve(graph);
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('ignores keys called __proto__ and constructor', async () => {
    const body =
      '{"query":"{ __typename }","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"variables":{"__proto__":{"polluted":1}}}';
    const answer = await answerOf(await fetch(`${service.url}/graphql`, { ...post({}), body }));
    expect(answer).toMatchObject({ status: 200, json: { data: { __typename: 'Query' } } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('gives null for ids of nothing', async () => {
    const answer = await service.ask(
      '{ region(id: "region:nowhere") { id } policy(id: "policy:none") { id } entity(id: "agency:none") { id } node(id: "claim:none") { id } nodes(ids: ["region:nowhere"]) { id } }',
    );
    expect(answer.json).toMatchObject({ data: { region: null, policy: null, entity: null, node: null, nodes: [null] } });
    expect(answer.json.errors).toBeUndefined();
  });

  it('follows a cursor, and refuses it under another order', async () => {
    const { json } = await service.ask('{ regions(first: 2) { pageInfo { endCursor } } }');
    const next = (orderBy: string) =>
      service.ask(`query($after: String) { regions(first: 2, after: $after, orderBy: ${orderBy}) { edges { cursor } } }`, {
        after: json.data.regions.pageInfo.endCursor,
      });
    expect((await next('NAME_ASC')).json.data.regions.edges).toHaveLength(2);
    expect(await next('LEVEL_ASC')).toMatchObject({
      status: 400,
      json: { errors: [{ message: expect.stringContaining('another order'), extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('reports what an operation cost', async () => {
    const cost = async (query: string) => {
      const { storeTime, bytes, ...counted } = (await service.ask(query)).json.extensions.cost;
      expect([typeof storeTime, typeof bytes]).toEqual(['number', 'number']);
      return counted as object;
    };
    const limit = limits.operation.nodes.value;
    expect(await cost('{ agencies(first: 3) { edges { node { id } } } }')).toEqual({ nodes: 3, limit, worstCase: 3, work: 0 });
    expect(await cost('{ region(id: "region:CN-SD") { children(first: 100) { edges { node { id parent { id } } } } } }')).toEqual(
      { nodes: 1 + 16 + 16, limit, worstCase: 1 + 100 * 2, work: 0 },
    );
    expect(await cost('{ __typename }')).toEqual({ nodes: 0, limit, worstCase: 0, work: 0 });
  });

  it('reports the worst case and its limit when that is refused', async () => {
    const { json } = await service.ask(
      '{ regions(first: 100) { edges { node { children(first: 100) { edges { node { children(first: 100) { edges { node { id } } } } } } } } } }',
    );
    expect(json.errors?.[0]?.extensions).toEqual({
      code: 'QUERY_TOO_EXPENSIVE',
      cost: 1_010_100,
      limit: limits.operation.worstCase.value,
    });
  });

  it('counts as work what reads whole lists, and what walks up from every item', async () => {
    const workOf = async (text: string) => (await service.ask(text)).json.extensions.cost.work as number;
    expect(await workOf('{ policies(first: 1) { totalCount facets(by: [KIND, STATUS]) { by } } }')).toBe(4 + 2 * 8);
    expect(await workOf('{ search(query: "Qingdao", first: 1) { totalCount } }')).toBeGreaterThan(20);
    expect(await workOf('{ match(names: ["Qingdao", "Shandong"]) { name } }')).toBeGreaterThan(4);
    expect(await workOf('{ contradictions(first: 1) { totalCount } }')).toBeGreaterThan(5);
    expect(await workOf('{ regions(first: 1, within: "region:CN") { pageInfo { hasNextPage } } }')).toBe(0);
    expect(
      await workOf('{ regions(first: 1, where: { or: [{ within: "region:CN" }, { level: { eq: BLOC } }] }) { totalCount } }'),
    ).toBeGreaterThan(220);
  });

  describe('answers a document that came before as one that is new:', () => {
    const two =
      'query A($n: Int) { regions(first: $n) { edges { node { id } } } } query B($id: ID!) { region(id: $id) { name } }';
    const listed = 'query($name: String, $n: Int) { regions(first: $n, where: { name: { contains: $name } }) { totalCount } }';
    const cases: [string, { query: string; operationName?: string; variables?: unknown }[]][] = [
      ['what is no GraphQL', [{ query: '{ regions(first: ) { totalCount } }' }]],
      ['what the schema does not have', [{ query: '{ regoins { totalCount } }' }]],
      ['what is too deep', [{ query: `${'{ a '.repeat(21)}${'}'.repeat(21)}` }]],
      ['a null condition', [{ query: '{ regions(where: { name: { eq: null } }) { totalCount } }' }]],
      [
        'other variables',
        [
          { name: 'Qing', n: 1 },
          { n: 1 },
          { name: null },
          { name: 'Qing', n: 'x' },
          { name: 'Qing', n: 0 },
          { other: 1 },
          {},
        ].map((variables) => ({ query: listed, variables })),
      ],
      [
        'another operation name',
        [
          { query: two, operationName: 'A', variables: { n: 2 } },
          { query: two, operationName: 'B', variables: { id: 'region:CN-SD' } },
          { query: two, operationName: 'C' },
          { query: two },
        ],
      ],
      [
        'what costs too much by its variables',
        [100, 1].map((n) => ({
          query:
            'query($n: Int) { regions(first: $n) { edges { node { children(first: $n) { edges { node { children(first: $n) { totalCount edges { node { id } } } } } } } } } }',
          variables: { n },
        })),
      ],
      [
        'a skipped condition without a value',
        [true, false].map((off) => ({
          query:
            'query($off: Boolean!, $id: ID) { regions(where: { id: { eq: $id } }) @skip(if: $off) { totalCount } __typename }',
          variables: { off },
        })),
      ],
    ];
    const answer = async (body: object) => {
      const { status, text } = await answerOf(await fetch(`${service.url}/graphql`, post(body)));
      return { status, text: text.replace(/"storeTime":\d+/, '') }; // which is measured
    };

    it.each(cases)('%s', async (name, requests) => {
      const asNew = requests.map(({ query, ...rest }, index) => ({ query: `${query} # ${name} ${index}`, ...rest }));
      const expected: unknown[] = [];
      for (const request of asNew) expected.push(await answer(request));
      for (const again of [requests, requests.toReversed(), requests])
        for (const request of again) expect(await answer(request)).toEqual(expected[requests.indexOf(request)]);
    });
  });

  it('reports a wrong argument at each place where it is, and goes on', async () => {
    const { json } = await service.ask(
      '{ nodes(ids: ["region:CN-SD", "region:CN-GD", "agency:cn-state-council"]) { ... on Region { id children(first: 0) { totalCount } } ... on Agency { id policies(first: 500) { totalCount } } } }',
    );
    expect(json.errors).toMatchObject(
      [
        ['children', 0, /first must not be less than 1/],
        ['children', 1, /first must not be less than 1/],
        ['policies', 2, /first must not be greater than 100/],
      ].map(([field, index, message]) => ({
        path: ['nodes', index, field],
        message: expect.stringMatching(message as RegExp),
        extensions: { code: 'BAD_USER_INPUT' },
      })),
    );
  });

  it('lets the playground read the schema', async () => {
    const answer = await service.ask(
      getIntrospectionQuery({
        descriptions: true,
        inputValueDeprecation: true,
        oneOf: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
    );
    expect(answer.status).toBe(200);
    expect(answer.json.data.__schema.queryType.name).toBe('Query');
  });
});

describe('introspection', () => {
  const full = getIntrospectionQuery();
  const selection = full.slice(full.indexOf('__schema'), full.indexOf('fragment FullType')).replace(/\}\s*$/, '');
  const fragments = full.slice(full.indexOf('fragment FullType'));
  const aliased = (count: number) =>
    `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${selection}`).join(' ')} } ${fragments}`;
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await EmbeddedGraph.open(':memory:');
    service = await serve(graph);
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('has the price of the values that it makes, each time', async () => {
    const workOf = async (query: string) => {
      const { errors, extensions } = (await service.ask(query)).json;
      expect(errors).toBeUndefined();
      return extensions.cost.work as number;
    };
    const [one, two] = [await workOf(aliased(1)), await workOf(aliased(2))];
    expect(one).toBeGreaterThan(100);
    expect(two).toBe(2 * one);
    expect(await workOf('{ __type(name: "Region") { name } }')).toBe(1);
    expect(await workOf('{ __schema { types { name } } }')).toBeLessThan(10);
  });

  it('is taken to have lists about as long as those of the schema', async () => {
    const types = Object.values((await graphqlSchema()).getTypeMap());
    const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []));
    const inputs = types.flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []));
    const values = types.flatMap((type) => (isEnumType(type) ? type.getValues() : []));
    const lengths = {
      '__Schema.types': types.length,
      '__Type.fields': fields.length / types.length,
      '__Type.inputFields': inputs.length / types.length,
      '__Type.enumValues': values.length / types.length,
      '__Field.args': fields.flatMap(({ args }) => args).length / fields.length,
    };
    for (const [name, length] of Object.entries(lengths)) {
      expect(listLengths[name]).toBeGreaterThan(0.7 * length);
      expect(listLengths[name]).toBeLessThan(2 * length);
    }
  });

  it.each([
    ['the whole schema', full],
    ['it twice', aliased(2)],
    [
      'single types',
      `{ ${Array.from({ length: 60 }, (_, at) => `a${at}: __type(name: "Policy") { fields { name args { name } } }`).join(' ')} }`,
    ],
    ['a type that does not exist', '{ __type(name: "Nothing") { name } }'],
  ])('gives way to other requests, and answers as graphql-js does: %s', async (_, query) => {
    const [schema, document] = [await graphqlSchema(), parse(query)];
    const sliced = execute({ schema, document, contextValue: {} });
    expect(sliced).toBeInstanceOf(Promise);
    expect(await sliced).toEqual(execute({ schema, document }));
    const [first, again] = [await service.ask(query), await service.ask(query)];
    expect(first.json.errors).toBeUndefined();
    expect(again.json.data).toEqual(first.json.data);
  });
});

describe('the limits of a document', () => {
  const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;
  const many = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');
  const atLimit: [keyof typeof documentLimits, (count: number) => string][] = [
    ['characters', (count) => `{ ${'x'.repeat(count - 4)} }`],
    ['lines', (count) => `{ a ${'\n'.repeat(count - 1)} }`],
    ['tokens', (count) => `{ a(b: [${many(count - 9, () => '1')}]) }`],
    ['brackets', (count) => `{ a(b: ${'['.repeat(count - 2)}${']'.repeat(count - 2)}) }`],
    ['directives', (count) => `{ a ${'@b '.repeat(count)} }`],
    ['definitions', (count) => `{ a } ${many(count - 1, (n) => `fragment f${n} on Query { a }`)}`],
    ['variables', (count) => `query(${many(count, (n) => `$v${n}: Int`)}) { a }`],
    ['depth', nested],
    ['aliases', (count) => `{ ${many(count, (n) => `a${n}: a`)} }`],
    ['fields', (count) => `{ ${'a '.repeat(count)} }`],
  ];

  it('are all tested', () => expect(atLimit.map(([limit]) => limit).sort()).toEqual(Object.keys(documentLimits).sort()));

  it.each(atLimit)('%s', (limit, text) => {
    expect(oversize(text(documentLimits[limit]))).toBeUndefined();
    expect(oversize(text(documentLimits[limit] + 1))?.message).toContain(`at most ${documentLimits[limit].toLocaleString('en')}`);
  });

  it('count a fragment wherever it is spread', () => {
    const spread = (count: number) => `{ ${'...f '.repeat(count)} } fragment f on Query { ${'a '.repeat(100)} }`;
    expect(oversize(spread(5))).toBeUndefined();
    expect(oversize(spread(6))?.message).toMatch(/too many fields/);
  });

  it('leave what is no GraphQL to the parser', () => expect(oversize('{ a(b: "')).toBeUndefined());
});
