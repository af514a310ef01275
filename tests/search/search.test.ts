import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import type { Graph } from '../../src/graph/port.js';
import type { EntityRecord } from '../../src/graph/stored/record-types.js';
import { questionTerms } from '../../src/graph/search/tokens.js';
import { drawOf } from '../../src/graph/search/worth.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { hostileTexts } from '../contract/hostile-texts.js';
import { engines } from '../support/engines.js';
import { RecordingGraph } from '../support/recording-graph.js';
import { Budget } from '../../src/graph/loaders/budget.js';
import { Reader } from '../../src/graph/loaders/reader.js';
import { SearchLoader } from '../../src/graph/loaders/search-loader.js';
import { now } from '../../src/graph/time/as-of.js';

const on = '2026-01-01';
const lucene = [
  'searchTerms:*',
  '*:*',
  'a OR b',
  'AND',
  'NOT x',
  '"',
  '(',
  ')) OR ((',
  '+-&&||!(){}[]^"~*?:\\/',
  'a~2',
  '[a TO z]',
  '/.*/',
  '(a+)+$',
  '((((((((((a)+)+)+)+',
  'qingdao^1000',
  '=qingdao',
  '\\',
  '%00',
  '\ud800',
];

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await graphqlSchema();
});

interface Found {
  readonly totalCount: number;
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string };
    readonly score: number;
    readonly matchedName: string | null;
  }[];
}

const searchQuery = `query ($query: String!, $types: [EntityType!], $within: ID, $first: Int, $after: String) {
  search(query: $query, types: $types, within: $within, first: $first, after: $after) {
    totalCount types { type count } pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id } score matchedName }
  }
}`;
const matchQuery =
  'query ($names: [String!]!, $types: [EntityType!], $first: Int) { match(names: $names, types: $types, first: $first) { name candidates { node { id } score matchedName } } }';

const ask = (graph: Graph, source: string, variableValues: Record<string, unknown>) =>
  graphql({
    schema,
    source,
    variableValues,
    contextValue: { graph, today: on, budget: new Budget(), archive: new Archive(undefined) },
  });

async function search(graph: Graph, query: string, rest: Record<string, unknown> = {}): Promise<Found> {
  const { data, errors } = await ask(graph, searchQuery, { query, ...rest });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data?.['search'])) as Found;
}

const idsOf = ({ edges }: Found) => edges.map(({ node }) => node.id);

describe.each(engines)('search on $name', ({ name: engineName, builtIn }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
  }, 120_000);
  afterAll(() => graph.close());

  describe('finds first', () => {
    const pilot = 'program:cn-used-car-export-pilot';
    it.each([
      ['二手车出口', pilot],
      ['二手车出口试点', pilot],
      ['Second-hand car exports', pilot],
      ['used-car export pilot', pilot],
      ['export pilot', pilot],
      ['qingdao', 'region:CN-370200'],
      ['Qīngdǎo', 'region:CN-370200'],
      ['Qing dao', 'region:CN-370200'],
      ['青岛', 'region:CN-370200'],
      ['青岛市', 'region:CN-370200'],
      ['QINGDAO', 'region:CN-370200'],
      ['Guandong', 'region:CN-GD'],
      ['guang dong', 'region:CN-GD'],
      ['Guǎngdōng', 'region:CN-GD'],
      ['MOFCOM', 'agency:cn-mofcom'],
      ['mofcom', 'agency:cn-mofcom'],
      ['Commerce Ministry', 'agency:cn-mofcom'],
      ['ministry of comerce', 'agency:cn-mofcom'],
      ['商务部', 'agency:cn-mofcom'],
      ['Ürümqi', 'region:CN-650100'],
      ['urumqi', 'region:CN-650100'],
      ['ürümqı', 'region:CN-650100'],
      ['Wulumuqi', 'region:CN-650100'],
      ['used cars', 'product:used-cars'],
      ['used car', 'product:used-cars'],
      ['China', 'region:CN'],
      ['BRI', 'program:belt-and-road-initiative'],
      ['廣東', 'region:CN-GD'],
      ['廣東省', 'region:CN-GD'],
      ['商務部', 'agency:cn-mofcom'],
      ['臺灣', 'region:TW'],
      ['広東', 'region:CN-GD'],
      ['二手車出口', pilot],
      ['青島市', 'region:CN-370200'],
      ['440100', 'region:CN-440100'],
      ['CN-440100', 'region:CN-440100'],
      ['region:CN-440100', 'region:CN-440100'],
      ['GB/T 2260 440100', 'region:CN-440100'],
      ['gb/t2260:440100', 'region:CN-440100'],
      ['GB 2260: 440100', 'region:CN-440100'],
      ['CN-GD', 'region:CN-GD'],
      ['iso 3166-2 cn-gd', 'region:CN-GD'],
      ['ISO 3166-1 CN', 'region:CN'],
      ['ISO 3166-1 alpha-3 CHN', 'region:CN'],
      ['chn', 'region:CN'],
      ['M49 143', 'region:M49-143'],
      ['shangwubu', 'agency:cn-mofcom'],
      ['shang wu bu', 'agency:cn-mofcom'],
      ['Shāngwùbù', 'agency:cn-mofcom'],
      ['shang1 wu4 bu4', 'agency:cn-mofcom'],
      ['shangw', 'agency:cn-mofcom'],
      ['swb', 'agency:cn-mofcom'],
      ['shangwbu', 'agency:cn-mofcom'],
      ['sahngwubu', 'agency:cn-mofcom'],
      ['guowuyuan', 'agency:cn-state-council'],
      ['haiguanzongshu', 'agency:cn-gacc'],
      ['hgzs', 'agency:cn-gacc'],
      ['zhongguo renmin yinhang', 'agency:cn-pboc'],
      ['xinhuashe', 'organization:cn-xinhua'],
      ['ershouche', 'product:used-cars'],
      ['ershouchechukou', pilot],
      ['zhongguo', 'region:CN'],
      ['chongqing', 'region:CN-CQ'],
      ['xiamenshi', 'region:CN-350200'],
      ['xizangzizhiqu', 'region:CN-XZ'],
      ['shanghai', 'region:CN-SH'],
      ['he', 'region:CN-340523'],
      ['an', 'region:CN-510724'],
      ['xian', 'region:CN-610100'],
      ['ISO 3166-1 156', 'region:CN'],
    ])('for %j %s', async (query, id) => {
      const { edges } = await search(graph, query, { first: 3 });
      expect(edges[0]?.node.id).toBe(id);
      expect(edges[0]?.matchedName).toEqual(expect.any(String));
    });
  });

  it.each(['second-hand', 'secondhand', 'second hand', 'used car', 'Used Cars'])(
    'finds the pilot among others for %j',
    async (query) => {
      expect(idsOf(await search(graph, query))).toContain('program:cn-used-car-export-pilot');
    },
  );

  it.each([
    ['chukou', 'indicator:cn-used-cars-exported'],
    ['shangwubu yanjiuyuan', 'organization:caitec'],
    ['renmin yinhang', 'agency:cn-pboc'],
  ])('finds by %j, pinyin inside of a name, %s', async (query, id) => expect(idsOf(await search(graph, query))).toContain(id));

  it.each(['shangwubu', 'ershouche', 'zhongguo'])(
    'does not take %j, a reading, for a name in the place of an id',
    async (name) => {
      const { errors } = await ask(graph, 'query ($id: ID!) { entity(id: $id) { id } }', { id: name });
      expect(errors).toBeDefined();
    },
  );

  it.each([
    ['國務院', '国务院'],
    ['黨委社會工作部', '党委社会工作部'],
    ['對外貿易', '对外贸易'],
    ['電動車', '电动车'],
  ])('finds the same for %s as for %s', async (traditional, simplified) => {
    const found = await search(graph, traditional);
    expect(idsOf(found)).toEqual(idsOf(await search(graph, simplified)));
    expect(found.totalCount).toBeGreaterThan(0);
  });

  it('finds by description, and then no name', async () => {
    const { edges } = await search(graph, 'police ministry registers vehicles');
    expect(edges).toContainEqual(expect.objectContaining({ node: { id: 'agency:cn-mps' }, matchedName: null }));
  });

  it('scores an exact name 1, and what differs by case less', async () => {
    expect((await search(graph, 'MOFCOM')).edges[0]).toMatchObject({ score: 1, matchedName: 'MOFCOM' });
    expect((await search(graph, 'mofcom')).edges[0]).toMatchObject({ score: 0.98, matchedName: 'MOFCOM' });
  });

  it('finds only the types that are asked for, and counts by type', async () => {
    const all = await search(graph, 'China', { first: 100 });
    expect(all.types.reduce((total, { count }) => total + count, 0)).toBe(all.totalCount);
    expect(all.types.length).toBeGreaterThan(3);
    const agencies = await search(graph, 'China', { types: ['AGENCY'], first: 100 });
    expect(agencies.types).toEqual([{ type: 'AGENCY', count: agencies.totalCount }]);
    expect(idsOf(agencies).every((id) => id.startsWith('agency:'))).toBe(true);
  });

  it('finds only what is in a region', async () => {
    const districts = await search(graph, 'district', { within: 'region:CN-370200', first: 100 });
    expect(districts.totalCount).toBeGreaterThan(3);
    expect(idsOf(districts).filter((id) => !id.startsWith('region:CN-3702'))).toEqual([]);
    expect(idsOf(await search(graph, 'used car export', { within: 'region:CN-370200', types: ['PROGRAM'] }))).toEqual([
      'program:cn-used-car-export-pilot',
    ]);
    expect(idsOf(await search(graph, 'Qingdao', { within: 'region:CN-SD' }))).toContain('region:CN-370200');
    expect((await search(graph, 'Qingdao', { within: 'region:CN-GD' })).totalCount).toBe(0);
    expect((await search(graph, 'Qingdao', { within: 'region:nowhere' })).totalCount).toBe(0);
  });

  // Of the thousands of names that "district" fits equally, Lucene gives those that its index has first.
  const common = engineName === 'neo4j' ? [] : ['district'];
  it.each([...common, 'Qingdao', 'used car export', '通知', 'Ministry of Commerce', 'qqzzxxy'])(
    'finds the same for %j in a region, whether its entities or those of the text are read first',
    async (query) => {
      const found = [0, 1_000_000].map(async (few) => {
        const search = new SearchLoader(new Reader(graph, { on, knownAt: now }), few);
        return Promise.all(['region:CN', 'region:CN-SD'].map((within) => search.ranked(query, { within }, 20)));
      });
      const [byText, byRegion] = await Promise.all(found);
      expect(byText).toEqual(byRegion);
    },
  );

  it('gives pages that together are the whole list', async () => {
    const whole = await search(graph, 'China', { first: 100 });
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Found = await search(graph, 'China', { first: 7, after });
      expect(page.pageInfo.hasPreviousPage).toBe(paged.length > 0);
      paged.push(...idsOf(page));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(paged).toEqual(idsOf(whole));
    expect(new Set(paged).size).toBe(whole.totalCount);
  });

  it('ranks at most 200', async () => {
    expect((await search(graph, 'district')).totalCount).toBe(200);
  });

  it.each(['qqzzxxy', '***', '...', ' ', '？！', '\u0000'])('finds nothing for %j', async (query) => {
    expect(await search(graph, query)).toEqual({
      totalCount: 0,
      types: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
      edges: [],
    });
  });

  it.each([
    ...hostileTexts.map(({ text }) => text.slice(0, 200)).filter((text) => text !== ''),
    ...lucene,
    'a '.repeat(100),
    '手'.repeat(200),
    'aa '.repeat(66),
    '\uFDFA'.repeat(200),
    'z\u0301'.repeat(100),
  ])('takes %j for plain text', async (query) => {
    const { totalCount } = await search(graph, query);
    expect(totalCount).toBeLessThanOrEqual(200);
  });

  it.each([
    [{ query: '' }, 'Argument Validation Error'],
    [{ query: 'x'.repeat(201) }, 'Argument Validation Error'],
    [{ query: 'x', first: 0 }, 'Argument Validation Error'],
    [{ query: 'x', first: 101 }, 'Argument Validation Error'],
    [{ query: 'China', after: 'nonsense' }, 'not a cursor'],
    [{ query: 'China', within: 'agency:cn-mofcom' }, 'must be the id of a region'],
  ])('refuses %j', async (variables, message) => {
    const { errors } = await ask(graph, searchQuery, variables);
    expect(errors?.[0]?.message).toContain(message);
  });

  describe('match', () => {
    const match = async (names: readonly string[], rest: Record<string, unknown> = {}) => {
      const { data, errors } = await ask(graph, matchQuery, { names, ...rest });
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data?.['match'])) as { name: string; candidates: Found['edges'] }[];
    };

    it('gives candidates of each name, in the order of the names', async () => {
      const names = ['Qingdao', 'qqzzxxy', 'Ministry of Commerce', '', 'Qingdao', 'Guandong'];
      const matches = await match(names);
      expect(matches.map(({ name }) => name)).toEqual(names);
      expect(matches.map(({ candidates }) => candidates[0]?.node.id)).toEqual([
        'region:CN-370200',
        undefined,
        'agency:cn-mofcom',
        undefined,
        'region:CN-370200',
        'region:CN-GD',
      ]);
      expect(matches[0]?.candidates[0]).toMatchObject({ score: 1, matchedName: 'Qingdao' });
    });

    it('gives no more than asked for, of the types asked for', async () => {
      const [china] = await match(['China'], { types: ['AGENCY'], first: 2 });
      expect(china?.candidates.map(({ node }) => node.id.split(':')[0])).toEqual(['agency', 'agency']);
    });

    it('asks few statements for a hundred names', async () => {
      const recording = new RecordingGraph(graph);
      const names = Array.from(
        { length: 100 },
        (_, number) => `${['Qingdao', 'Shandong', 'Commerce', 'Xiamen'][number % 4]} ${number}`,
      );
      const { errors } = await ask(recording, matchQuery, { names });
      expect(errors).toBeUndefined();
      const counts = ['changeset/last', 'graph/kept-counts']; // once for a process
      expect([...new Set(recording.names)].sort()).toEqual([...counts, 'entity/by-id', 'search', 'search/names'].sort());
      expect(recording.names.length).toBeLessThan(7); // what the two find may be read together, or each as it comes
    });

    it.each([[[]], [Array.from({ length: 101 }, () => 'x')], [['x'.repeat(201)]]])(
      'refuses lists and names that are too short or long',
      async (names) => {
        const { errors } = await ask(graph, matchQuery, { names });
        expect(errors?.[0]?.message).toBe('Argument Validation Error');
      },
    );
  });
});

describe.each(engines)('what is written on $name', ({ empty }) => {
  const region = (number: number, ...names: string[]): EntityRecord => ({
    id: `region:w${number}`,
    label: 'Region',
    names: names.map((value) => ({ value, lang: 'en', kind: 'PREFERRED' })),
    codes: [],
    identifiers: [],
    properties: {},
  });
  let changes = 0;
  const write = (graph: Graph, ...entities: EntityRecord[]) =>
    graph.write(
      statementsOf({
        changeset: {
          id: `changeset:${++changes}`,
          author: 'tests',
          reason: 'tests',
          origin: 'tests',
          recordedAt: '2025-01-01T00:00:00.000Z',
        },
        entities,
        claims: [],
        observations: [],
        retractedClaims: [],
        addedRelations: [],
        removedRelations: [],
      }),
    );
  const find = async (graph: Graph, text: string) => (await graph.search({ questions: [questionTerms(text)], limit: 10 }))[0];

  it('is found at once, by its new names and no longer by its old ones', async () => {
    const graph = await empty();
    try {
      expect(await find(graph, 'Zyzzyva')).toEqual([]);
      await write(graph, region(1, 'Zyzzyva'), region(2, 'Other'));
      expect(await find(graph, 'Zyzzyva')).toEqual(['region:w1']);
      await write(graph, region(1, 'Quokka'));
      expect(await find(graph, 'Zyzzyva')).toEqual([]);
      expect(await find(graph, 'Quokka')).toEqual(['region:w1']);
      const [during] = await Promise.all([find(graph, 'Other'), write(graph, region(3, 'Kakapo'))]);
      expect(during).toEqual(['region:w2']);
      expect(await find(graph, 'kakapo')).toEqual(['region:w3']);
      await graph.write([
        { name: 'test', text: 'MATCH (node:Entity {id: $id}) DETACH DELETE node', parameters: { id: 'region:w3' } },
      ]);
      expect(await find(graph, 'kakapo')).toEqual([]);
    } finally {
      await graph.close();
    }
  });

  it('is found among many, the whole name first', async () => {
    const graph = await empty();
    try {
      await write(
        graph,
        ...Array.from({ length: 300 }, (_, number) => region(number, `Zone ${number}`, `Zone zone ${number}`)),
        region(999, 'Zone'),
      );
      const found = await graph.search({ questions: [questionTerms('zone'), [], questionTerms('zone 7')], limit: 5 });
      expect(found.map((ids) => ids.length)).toEqual([5, 0, 5]);
      expect([found[0]?.[0], found[2]?.[0]]).toEqual(['region:w999', 'region:w7']);
      expect(await graph.search({ questions: [questionTerms('zone')], among: ['region:w5'], limit: 5 })).toEqual([['region:w5']]);
      expect(await graph.search({ questions: [questionTerms('zone')], labels: ['Agency'], limit: 5 })).toEqual([[]]);
    } finally {
      await graph.close();
    }
  });

  it('is cut alike on every engine where more fit equally well than are wanted', async () => {
    const graph = await empty();
    try {
      const regions = Array.from({ length: 40 }, (_, number) => region(number, number % 2 === 0 ? 'Beijing' : 'Běijīng'));
      await write(graph, ...regions, region(40, 'Beijing Zone'), region(41, 'Tianjin'));
      const alike = regions.map(({ id }) => id).sort((a, b) => drawOf(a) - drawOf(b));
      for (const text of ['beijing', 'beijng', 'bejiing'])
        expect((await find(graph, text))?.slice(0, 9)).toEqual(alike.slice(0, 9));
    } finally {
      await graph.close();
    }
  });

  it.each([
    ['beijng', true],
    ['bejiing', true],
    ['bejing', true],
    ['guagnzhou', true],
    ['guanzhuu', true],
    ['guagzhuo', false], // a swap beside another error
    ['beinjgi', false],
  ])('is found by %j, or not, on every engine', async (text, isFound) => {
    const graph = await empty();
    try {
      await write(graph, region(1, 'Beijing'), region(2, 'Guangzhou'));
      expect(await find(graph, text)).toHaveLength(isFound ? 1 : 0);
    } finally {
      await graph.close();
    }
  });

  it('is found by its pinyin on every engine', async () => {
    const graph = await empty();
    try {
      await write(graph, region(1, '商務部'), region(2, '长春旅游局'), region(3, 'Ministry'));
      for (const text of ['shangwubu', 'shangw', 'swb', 'shangwbu', 'Shāng wù bù'])
        expect(await find(graph, text)).toEqual(['region:w1']);
      for (const text of ['lvyou', 'changchun', 'cclyj', 'lǚyóujú']) expect(await find(graph, text)).toEqual(['region:w2']);
    } finally {
      await graph.close();
    }
  });

  it('a signal that is aborted stops a search', async () => {
    const graph = await empty();
    const reason = new Error('gone');
    await expect(graph.search({ questions: [questionTerms('x')], limit: 5 }, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    await graph.close();
    await expect(graph.search({ questions: [questionTerms('x')], limit: 5 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
