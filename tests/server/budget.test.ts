/** The budget of an operation: what it really reads is counted, and it ends before a level that would be too much. */
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedGraph, type GraphCounts } from '../../src/graph/counts.js';
import { Budget, OverBudget } from '../../src/graph/loaders/budget.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import type { Graph } from '../../src/graph/port.js';
import { now } from '../../src/graph/time/as-of.js';
import type { OperationBounds } from '../../src/limits.js';
import { engines } from '../support/engines.js';
import { sendBytes } from '../support/raw-http.js';
import { RecordingGraph } from '../support/recording-graph.js';
import { serve, type Service } from '../support/service.js';

const examples = new URL('../../web/playground/examples/', import.meta.url);
const asOf = { on: '2026-01-01', knownAt: now };
const provinces = 'where: { level: { eq: PROVINCE }, within: "region:CN" }';
/** China's provinces, their prefectures and the counties of these: some 3,200 nodes. */
const tree = (counties: number, more = '') =>
  `regions(${provinces}, first: 40) { edges { node { id children(first: 50) { edges { node { id children(first: ${counties}) { edges { node { id ${more} } } } } } } } } }`;

/** Items of all lists and objects with an id, in an answer whose objects have nothing else. */
function nodesIn(value: unknown): number {
  if (Array.isArray(value)) return value.map(nodesIn).reduce((a, b) => a + b, 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { edges, ...rest } = value as Record<string, unknown>;
  if (edges !== undefined) return nodesIn(edges) + nodesIn(rest);
  return ('id' in rest ? 1 : 0) + nodesIn(Object.values(rest));
}

/** An answer whose errors have a place. */
interface Located {
  readonly data: any;
  readonly errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: Record<string, unknown> }[];
}

/** All objects in an answer. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)];
}

describe.each(engines)('the budget on $name', (engine) => {
  let graph: Graph;
  let recording: RecordingGraph;
  let service: Service;

  beforeAll(async () => {
    graph = await engine.builtIn();
    recording = new RecordingGraph(graph);
    service = await serve(recording);
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  const answer = async (query: string) => (await service.ask(query)).json;
  /** As another client does, on a connection of its own. */
  const askAlone = async (query: string): Promise<unknown> => {
    const body = JSON.stringify({ query });
    const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
    return JSON.parse((await sendBytes(service.url, `${head}\r\n\r\n${body}`)).body);
  };
  const refusal = async (query: string) => {
    const { status, json } = await service.ask(query);
    expect([status, Object.keys(json), json.errors?.length]).toEqual([400, ['errors'], 1]);
    expect(json.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_EXPENSIVE');
    return json.errors![0]! as { message: string; path: unknown[]; extensions: Record<string, any> };
  };

  it('answers evidence of claims of policies of agencies at default page sizes, and counts each node in the answer', async () => {
    const { data, extensions, errors } = await answer(
      '{ agencies { edges { node { id policies { edges { node { id claims { id evidence { document { id } } } } } } } } } }',
    );
    expect(errors).toBeUndefined();
    const evidence = JSON.stringify(data).split('"document"').length - 1;
    expect(extensions.cost.nodes).toBe(nodesIn(data) + evidence);
    expect(extensions.cost.nodes).toBeGreaterThan(100);
    expect(extensions.cost.worstCase).toBeGreaterThan(10_000);
  });

  it.each(
    readdirSync(examples).filter(
      (name) => name.endsWith('.graphql') && !/\$|\.\.\.\w/.test(readFileSync(new URL(name, examples), 'utf8')),
    ),
  )('counts no more than the worst case: %s', async (name) => {
    const { extensions, errors } = await answer(readFileSync(new URL(name, examples), 'utf8'));
    expect(errors).toBeUndefined();
    expect(extensions.cost.nodes).toBeLessThanOrEqual(extensions.cost.worstCase);
  });

  it.each([
    ['claims about an entity', '{ region(id: "region:CN-GD") { claims { id evidence { document { id } } } } }'],
    ['claims of a list of entities', '{ programs(first: 5) { edges { node { claims { id evidence { document { id } } } } } } }'],
    ['changes', '{ changes(first: 100) { changes { id node { id } fields { name } } } }'],
    ['versions and their changes', '{ region(id: "region:CN-GD") { history(first: 100) { changes { id node { id } } } } }'],
    ['values of facets', '{ policies { facets(by: [ISSUERS]) { values { entity { id } count } } } }'],
    [
      'a neighbourhood',
      '{ neighbourhood(id: "region:CN-GD", depth: 3, first: 100) { nodes { id } relations { claims { id } } } }',
    ],
    ['statistics', '{ indicators { edges { node { series { observations { claims { id } } } } } } }'],
  ])('counts no more than the worst case: %s', async (_, query) => {
    const { extensions, errors } = await answer(query);
    expect(errors).toBeUndefined();
    expect(extensions.cost.nodes).toBeGreaterThan(4);
    expect(extensions.cost.nodes).toBeLessThanOrEqual(extensions.cost.worstCase);
  });

  it('refuses a level that would pass the limit with its field, its count and the page that fits, and reads no more', async () => {
    const aliases = (last: string) => `{ a: ${tree(25)} b: ${tree(25)} c: ${tree(25)} ${last} }`;
    const one = (await answer(`{ a: ${tree(25)} }`)).extensions.cost.nodes as number;
    expect(one).toBeGreaterThan(2_500);
    const deep = `regions(${provinces}, first: 39) { edges { node { children(first: 49) { edges { node { counties: children(first: 24) { edges { node { id claims { id } } } } } } } } } }`;
    recording.names.length = 0;
    const { message, path, extensions } = await refusal(aliases(`d: ${deep}`));
    // Which of the fields comes last differs, and with it whether its list is read at once or level by level.
    expect(message).toMatch(
      /^Field "(Region\.children" would read [\d,]+ nodes for [\d,]+ parents|Query\.regions" would bring the operation to [\d,]+ nodes), and an operation may read 10,000, of which [\d,]+ are left: ask for (at most first: \d+|smaller pages above it)\.$/,
    );
    expect(path.at(-1)).toMatch(/^(children|counties|[abcd])$/);
    expect(extensions).toMatchObject({ field: expect.stringMatching(/^(Region\.children|Query\.regions)$/), limit: 10_000 });
    expect(extensions['count']).toBeGreaterThan(extensions['left']);
    expect(recording.names).not.toContain('claim/of-subject');
  });

  it.each([
    ['children', (first: number) => ['a', 'b', 'c', 'd'].map((alias) => `${alias}: ${tree(first)}`).join(' ')],
    [
      'relations',
      (first: number) =>
        `regions(${provinces}, first: 40) { edges { node { id children(first: 50) { edges { node { id a: relations(first: ${first}) { edges { node { id } } } b: relations(first: ${first}, orderBy: NAME_DESC) { edges { node { id } } } children(first: 100) { edges { node { id } } } } } } } } }`,
    ],
    [
      'documents',
      (first: number) =>
        `documents(first: 100) { edges { node { id a: facts(first: ${first}) { edges { node { id subject { id } object { id } recordedIn { id } } } } b: facts(first: ${first}, orderBy: PREDICATE_DESC) { edges { node { id } } } } } } regions(${provinces}) { edges { node { id children(first: 100) { edges { node { id children(first: 100) { edges { node { id } } } } } } } } }`,
    ],
  ])('never answers with more than 10,000 nodes: %s', async (_, fields) => {
    for (const first of [5, 100]) {
      const { data, errors, extensions } = await answer(`{ ${fields(first)} }`);
      if (errors === undefined) expect([nodesIn(data), extensions.cost.nodes <= 10_000]).toEqual([extensions.cost.nodes, true]);
      else expect(errors[0]?.extensions['code']).toMatch(/^(QUERY_TOO_EXPENSIVE|TIMEOUT)$/); // a slow Neo4j may take long to plan it
    }
  });

  it('counts a page wherever the answer repeats it', async () => {
    const repeated =
      '{ region(id: "region:CN") { children(first: 40) { edges { node { parent { children(first: 40) { edges { node { parent { children(first: 40) { edges { node { id } } } } } } } } } } } } }';
    expect(await refusal(repeated)).toMatchObject({
      message: expect.stringContaining('Field "Region.children" would read 29,791 nodes for 961 parents') as string,
      extensions: { count: 31 ** 3, left: 10_000 - 1 - 31 - 31 - 961 - 961, first: 8 },
    });
  });

  it('counts work while it runs', async () => {
    const fields = 'abcdef'.split('').map((alias) => `${alias}: contradictions { totalCount }`);
    const contradictions = (first: number) =>
      `{ regions(first: ${first}, within: "region:CN") { edges { node { ${fields.join(' ')} } } } }`;
    expect((await answer(contradictions(10))).extensions.cost.work).toBe(10 * 6 * 20);
    expect(await refusal(contradictions(100))).toMatchObject({
      message:
        'Field "Region.contradictions" would bring the operation to 10,020 units of work, and an operation may take 10,000: ask for it for fewer parents.',
      extensions: { field: 'Region.contradictions', work: 10_020, limit: 10_000 },
    });
  });

  describe('of time and bytes', () => {
    const bounded = async (bounds: Partial<OperationBounds>, ask: (service: Service) => Promise<void>) => {
      const own = await serve(graph, { bounds });
      try {
        await ask(own);
      } finally {
        await own.close();
      }
    };
    /** Each takes statements that wait for others. */
    const heavy = {
      'Query.contradictions': '{ contradictions(first: 1) { edges { node { claims { id evidence { document { name } } } } } } }',
      'Query.timeline': '{ regions(first: 20) { edges { node { id timeline(first: 100) { edges { node { title } } } } } } }',
      'Query.policies':
        '{ policies(first: 100, orderBy: NAME_DESC) { edges { node { id claims { id evidence { quote } } } } facets(by: [ISSUERS]) { values { value } } } }',
      'Query.neighbourhood': '{ neighbourhood(id: "agency:cn-mofcom", depth: 3, first: 500) { nodes { id } } }',
    };

    it('refuses what needs more time of the store', () =>
      bounded({ storeTime: 0.001 }, async (own) => {
        for (const query of Object.values(heavy)) {
          const { status, json } = await own.ask(query);
          expect([status, Object.keys(json)]).toEqual([400, ['errors']]);
          expect(json.errors).toMatchObject([
            {
              message: expect.stringMatching(
                /^(Field "[A-Z]\w+\.\w+"|The operation) needs more time than is left, and the statements of an operation may run for 0 s in all: narrow its filter, or ask for less at once\.$/,
              ) as string,
              extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: 0.001 },
            },
          ]);
        }
      }));

    it('reports the time of the statements and the size of the answer', async () => {
      const { data, extensions } = await answer(heavy['Query.policies']);
      const size = JSON.stringify(data).length;
      expect(extensions.cost.bytes).toBeGreaterThan(0.8 * size);
      expect(extensions.cost.bytes).toBeLessThan(1.2 * size);
      expect(extensions.cost.storeTime).toBeGreaterThan(0);
    });

    it('refuses a larger answer, also where what it repeats was read once', () =>
      bounded({ answer: 20_000 }, async (own) => {
        const names = (count: number) =>
          `{ regions(first: 50) { edges { node { id ${Array.from({ length: count }, (_, at) => `a${at}: name`).join(' ')} } } } }`;
        expect((await own.ask(names(1))).json.errors).toBeUndefined();
        const { status, json } = await own.ask(names(60));
        expect([status, json]).toEqual([
          400,
          {
            errors: [
              {
                message:
                  'The answer would have more than 20,000 bytes, and an answer may have no more: ask for smaller pages or fewer fields.',
                extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: 20_000 },
              },
            ],
          },
        ]);
      }));

    it('stops reading rows at the limit of bytes', async () => {
      const budget = new Budget({ maxRows: 1_000 });
      budget.spendRows([{ name: 'a' }]);
      expect(() => budget.spendRows([{ text: 'a'.repeat(1_000) }])).toThrow(
        'A list would bring the operation to more than 1,000 bytes read, and an operation may read no more: ask for smaller pages.',
      );
    });

    it('answers others while two clients ask for all that they may', async () => {
      const stop = new AbortController();
      const loop = async () => {
        while (!stop.signal.aborted) await Promise.all(Array.from({ length: 20 }, () => service.ask(heavy['Query.policies'])));
      };
      const loops = [loop(), loop()];
      try {
        for (let asked = 0; asked < 5; asked++)
          expect(await askAlone('{ region(id: "region:CN") { id } }')).toMatchObject({ data: { region: { id: 'region:CN' } } });
      } finally {
        stop.abort();
        await Promise.all(loops);
      }
    });

    it('searches for contradictions once, whatever the aliases', async () => {
      const aliases = (count: number) =>
        `{ ${Array.from({ length: count }, (_, at) => `a${at}: contradictions(first: ${1 + (at % 9)}) { totalCount }`).join(' ')} }`;
      recording.names.length = 0;
      const { data, errors, extensions } = await answer(aliases(90));
      expect(errors).toBeUndefined();
      expect(Object.keys(data)).toHaveLength(90);
      expect(recording.names.filter((name) => name === 'observation/marked')).toHaveLength(1);
      expect(extensions.cost.work - (await answer(aliases(1))).extensions.cost.work).toBe(89 * 5);
    });
  });

  describe('prices lists by how many items they look at:', () => {
    const [contains, text] = ['where: { name: { contains: "q" } }', 'where: { text: "q" }'];
    const workOf = async (field: string) => (await answer(`{ ${field} }`)).extensions.cost.work as number;
    const counts = () => countedGraph((statement) => graph.read(statement));
    const share = (items: number, weight: number) => Math.floor((items * weight) / 1_000);

    it.each<[string, (counts: GraphCounts) => number]>([
      [`regions(first: 1, ${contains}) { edges { node { id } } }`, ({ entities }) => share(entities.Region, 5.3)],
      [`regions(first: 1, ${contains}) { pageInfo { hasNextPage } }`, ({ entities }) => share(entities.Region, 5.3)],
      [`regions(${contains}) { totalCount }`, ({ entities }) => 4 + share(entities.Region, 5.3)],
      ['regions(first: 1) { edges { node { id } } }', ({ entities }) => share(entities.Region, 1.3)],
      ['regions(first: 1) { totalCount }', () => 4],
      [
        'regions(first: 1, orderBy: POLICIES_COUNT_DESC) { edges { node { id } } }',
        ({ entities }) => share(entities.Region, 7.3),
      ],
      [
        'regions(first: 1, where: { policies: { some: { name: { contains: "q" } } } }) { edges { node { id } } }',
        ({ entities }) => 50 + share(entities.Region, 13.3),
      ],
      ['regions { facets(by: [LEVEL]) { by } }', ({ entities }) => 8 + share(entities.Region, 2.3)],
      ['regions { facets(by: [POLICIES]) { by } }', ({ entities }) => 8 + share(entities.Region, 11.3)],
      [
        'regions { crossTable(rows: LEVEL, columns: POLICIES) { truncated } }',
        ({ entities }) => 10 + share(entities.Region, 12.3),
      ],
      ['claims(first: 1) { edges { node { id } } }', ({ liveClaims }) => share(liveClaims, 1.3)],
      [
        `claims(first: 1, where: { predicate: { eq: "NOTE" } }) { edges { node { id } } }`,
        ({ liveClaims }) => share(liveClaims, 1.6),
      ],
      [`observations(first: 1, ${text}) { totalCount }`, ({ liveObservations }) => 4 + share(liveObservations, 5.3)],
      [`agencies(${contains}) { edges { node { id } } }`, () => 0],
      ['regions(first: 1, within: "region:CN") { edges { node { id } } }', () => 0],
      ['claims(first: 1, where: { about: "region:CN-SD" }) { edges { node { id } } }', () => 0],
      ['policies(where: { id: { in: ["policy:x"] } }) { edges { node { id } } }', () => 0],
    ])('%s', async (field, price) => {
      expect(await workOf(field)).toBe(price(await counts()));
    });

    it('runs no statement for it', async () => {
      const names = async () => {
        recording.names.length = 0;
        await workOf(`claims(first: 1, ${text}) { totalCount }`);
        return [...recording.names];
      };
      // Published texts are searched too; whether something was written meanwhile is asked now and then.
      expect((await names()).filter((name) => name !== 'changeset/last')).toEqual(['text/containing', 'list/count']);
    });

    it('refuses what is too much before it reads', async () => {
      recording.names.length = 0;
      const { lists } = new Loaders(recording, asOf, undefined, new Budget({ maxWork: 10 }));
      const regions = lists.all('Region', {
        where: { name: { contains: 'q' } },
        order: { property: 'name', direction: 'ASC' },
      });
      const refused =
        /^A list would bring the operation to \d\d units of work, and an operation may take 10: begin at an id or at what the items are related to, or ask for fewer such lists\.$/;
      await expect(regions.page()).rejects.toThrow(refused);
      await expect(regions.totalCount()).rejects.toThrow(refused);
      await expect(regions.table('LEVEL')).rejects.toThrow(refused);
      expect(recording.names.filter((name) => name.startsWith('list/'))).toEqual([]);
    });
  });

  it.each([
    [
      'searches',
      '{ search(query: "q") { totalCount } }',
      '{ search(query: "exports of used cars", within: "region:CN") { totalCount } }',
    ],
    ['names', '{ match(names: ["q"]) { name } }', '{ match(names: ["Qingdao", "Ministry of Commerce", "used cars"]) { name } }'],
    [
      'timelines',
      '{ region(id: "region:CN-370200") { timeline { totalCount } } }',
      '{ region(id: "region:CN") { timeline { totalCount } } }',
    ],
    [
      'neighbourhoods',
      '{ neighbourhood(id: "region:CN-370200") { truncated } }',
      '{ neighbourhood(id: "region:CN", depth: 3, first: 500) { truncated } }',
    ],
    [
      'paths',
      '{ paths(from: "region:CN-370200", to: "region:CN-SD") { hops } }',
      '{ paths(from: "agency:cn-state-council", to: "region:CN-370200", maxHops: 6, first: 20) { hops } }',
    ],
    [
      'differences',
      '{ differences(about: "region:CN-370200", from: "2020-01-01", to: "2020-01-01") { totalCount } }',
      '{ differences(about: "program:cn-used-car-export-pilot", from: "2000-01-01", to: "2026-01-01") { totalCount } }',
    ],
  ])('prices %s by what they look at', async (_, little, much) => {
    const workOf = async (query: string) => {
      const { errors, extensions } = await answer(query);
      expect(errors).toBeUndefined();
      return extensions.cost.work as number;
    };
    const [small, large] = [await workOf(little), await workOf(much)];
    expect(small).toBeGreaterThan(0);
    expect(large).toBeGreaterThan(small);
  });

  it('pages the claims about an entity by the ids of claims', async () => {
    const id = 'program:cn-used-car-export-pilot';
    const claims = async (args: string) => {
      const { data, errors } = await answer(`{ entity(id: "${id}") { claims${args} { id predicate } } }`);
      expect(errors).toBeUndefined();
      return (data.entity.claims as { readonly id: string; readonly predicate: string }[]).map((claim) => claim.id);
    };
    const all = await claims('');
    const paged: string[] = [];
    for (let page = await claims('(first: 7)'); page.length > 0; page = await claims(`(first: 7, after: "${paged.at(-1)}")`)) {
      expect(page.length).toBeLessThanOrEqual(7);
      paged.push(...page);
    }
    expect([all.length > 10, paged]).toEqual([true, all]);
    const [about] = (await answer('{ observations(first: 1) { edges { node { id claims { id } } } } }')).data.observations.edges;
    const [claim] = about.node.claims as { id: string }[];
    const after = `{ observation(id: "${about.node.id}") { claims(first: 1, after: "${claim!.id}") { id } } }`;
    expect((await answer(after)).data.observation.claims).toEqual(about.node.claims.slice(1, 2));
  });

  describe('reports the errors of an answer', () => {
    const lists = { a: 100, b: 50 };
    const unknown = (name: string, count: number) =>
      `${name}: regions(first: ${count}) { edges { node { id coverage(by: "x") { status } } } }`;
    const invalid = (count: number) =>
      Array.from({ length: count }, (_, n) => `n${n}: neighbourhood(id: "region:CN", first: 501) { nodes { id } }`).join(' ');
    /** Errors of an answer by their code; each has a place of its own, which is null. */
    const codesOf = async (query: string) => {
      const { data, errors = [] } = (await answer(query)) as Located;
      const values = errors.map(({ path = [] }) => path.reduce((value: any, key) => value?.[key], data));
      expect(values).toEqual(errors.map(() => null));
      expect(new Set(errors.map(({ path }) => path?.join('.'))).size).toBe(errors.length);
      expect(errors.filter(({ message }) => !/none is named "x"|must be from 1 to 500/.test(message))).toEqual([]);
      return { data, codes: errors.map(({ extensions }) => extensions['code'] as string) };
    };

    it.each([1, 99, 100])('each in its place, all %i of them', async (count) => {
      expect((await codesOf(`{ ${unknown('a', count)} }`)).codes).toEqual(Array(count).fill('UNKNOWN_NAME'));
    });

    it('up to a hundred, beyond which values are null too', async () => {
      const { data, codes } = await codesOf(
        `{ ${Object.entries(lists)
          .map((list) => unknown(...list))
          .join(' ')} }`,
      );
      expect(codes).toEqual(Array(100).fill('UNKNOWN_NAME'));
      for (const [name, count] of Object.entries(lists))
        expect(data[name].edges.map(({ node }: any) => node.coverage)).toEqual(Array(count).fill(null));
    });

    it('up to a hundred of all codes together', async () => {
      const { codes } = await codesOf(`{ ${invalid(40)} ${unknown('a', 90)} }`);
      expect(codes).toHaveLength(100);
      expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT', 'UNKNOWN_NAME']));
    });

    it('of each operation by itself', async () => {
      const queries = [`{ ${unknown('a', 100)} ${unknown('b', 50)} }`, `{ ${invalid(3)} }`, `{ ${unknown('a', 2)} }`];
      const all = await Promise.all(queries.map(codesOf));
      expect(all.map(({ codes }) => codes.length)).toEqual([100, 3, 2]);
    });
  });

  describe('pages what an object lists', () => {
    const program = 'program:cn-used-car-export-pilot';
    const edge = (claims: string) => `{ program(id: "${program}") { regions(first: 5) { edges { node { id } ${claims} } } } }`;
    type Lists = Readonly<Record<string, readonly { readonly id: string }[]>>;

    it('the claims of edges, which plans leave to their resolver where a page is requested', async () => {
      const claimsOf = async (args: string, more = '') => {
        const { data, errors } = await answer(edge(`claims${args} { id ${more} }`));
        expect(errors).toBeUndefined();
        return (data.program.regions.edges as Lists[]).map(({ claims = [] }) => claims.map(({ id }) => id));
      };
      const all = await claimsOf('');
      expect(all.flat().length).toBeGreaterThan(4);
      expect(await claimsOf('(first: 1)', 'evidence { document { id } }')).toEqual(all.map((ids) => ids.slice(0, 1)));
      const alone = edge(`claims(first: 1, after: "${all[0]![0]}") { id }`).replace('first: 5', 'first: 1');
      expect((await answer(alone)).data.program.regions.edges[0].claims).toHaveLength(Math.min(1, all[0]!.length - 1));
      const { json } = await service.ask(edge('claims(after: "claim:other") { id }'));
      expect(json.errors?.[0]).toMatchObject({ message: expect.stringMatching(/^"after" must be the id of a claim/) as string });
    });

    it.each([
      [
        'coverage',
        `{ program(id: "${program}") { coverage(region: "region:CN-370200") { all: claims { id } page: claims(first: 1) { id } } } }`,
      ],
      [
        'covering relations',
        `{ program(id: "${program}") { coverage(region: "region:CN-SD") { all: via { node { id } } page: via(first: 1) { node { id } } } } }`,
      ],
      [
        'steps of a path',
        `{ paths(from: "${program}", to: "region:CN-370200") { relations { all: claims { id } page: claims(first: 1) { id } } } }`,
      ],
      [
        'items of a timeline',
        `{ program(id: "${program}") { timeline(first: 9) { edges { node { all: claims { id } page: claims(first: 1) { id } } } } } }`,
      ],
      ['versions', `{ entity(id: "${program}") { history { all: changes { id kind } page: changes(first: 1) { id kind } } } }`],
    ])('%s', async (_, query) => {
      const { data, errors } = await answer(query);
      expect(errors).toBeUndefined();
      const pages = [...objectsIn(data)].filter((object) => 'all' in object) as unknown as { all: object[]; page: object[] }[];
      expect(pages.some(({ all }) => all.length > 0)).toBe(true);
      for (const { all, page } of pages) expect(page).toEqual(all.slice(0, 1));
    });
  });

  it.each([
    ['first: 0', /first must not be less than 1/],
    ['first: 1001', /first must not be greater than 1000/],
    ['after: "claim:other"', /^"after" must be the id of a claim of the same list, such as the last one of the page before\.$/],
  ])('refuses a page of claims with %s', async (args, message) => {
    const { json } = await service.ask(`{ entity(id: "region:CN-SD") { claims(${args}) { id } } }`);
    expect(json.errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  describe('with a lower limit', () => {
    const loaders = (maxNodes: number) => new Loaders(graph, asOf, undefined, new Budget({ maxNodes }));
    const claims = async () =>
      (await new Loaders(graph, asOf).claims.about('program:cn-used-car-export-pilot', 'Entity')).map(({ id }) => id);

    it('reads no list without pages that is longer', async () => {
      expect((await claims()).length).toBeGreaterThan(10);
      await expect(loaders(10).claims.about('program:cn-used-car-export-pilot', 'Entity')).rejects.toThrow(OverBudget);
      await expect(loaders(10).claims.byIds(await claims())).rejects.toThrow(/would read \d\d nodes/);
    });

    it('names the page that fits, which then is the largest that does', async () => {
      const order = { property: 'name', direction: 'ASC' } as const;
      const way = { types: ['PART_OF'], direction: 'in', targets: ['Region'] } as const;
      const pages = (first: number) => {
        const { relations } = loaders(20);
        return Promise.all(
          ['region:CN-SD', 'region:CN-GD', 'region:CN-HA'].map((id) => relations.related(id, way, { first, order }).page()),
        );
      };
      await expect(pages(100)).rejects.toThrow('nodes for 3 parents, and an operation may read 20: ask for at most first: 6.');
      expect((await pages(6)).flatMap(({ edges }) => edges)).toHaveLength(18);
      await expect(pages(7)).rejects.toThrow('would read 21 nodes');
    });
  });
});
