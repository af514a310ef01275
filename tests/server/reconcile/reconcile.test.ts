/** Both versions of the Reconciliation Service API over the built-in data: docs/reconcile.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/port.js';
import { engines } from '../../support/engines.js';
import { serve, type Service } from '../../support/service.js';
import { clientOf, feature, sure, type Candidate } from './client.js';
import { queryOf, rows, tally } from './table.js';

/** Each with the region that it means for certain; undefined where a person must decide. */
const named: readonly (readonly [query: object, id: string | undefined])[] = [
  [{ query: '广东省' }, 'region:CN-GD'],
  [{ query: '廣東省' }, 'region:CN-GD'],
  [{ query: 'guǎngdōng' }, 'region:CN-GD'],
  [{ query: 'GUANGDONG' }, 'region:CN-GD'],
  [{ query: '440100' }, 'region:CN-440100'],
  [{ query: 'GB/T 2260 440100' }, 'region:CN-440100'],
  [{ query: 'region:CN-440100' }, 'region:CN-440100'],
  [{ query: 'Taizhou' }, undefined],
  [{ query: '台州市' }, 'region:CN-331000'],
  [{ query: 'Guangdnog' }, undefined],
  [{ query: 'Atlantis' }, undefined],
  [{ query: 'Taizhou', properties: [{ pid: 'within', v: 'Jiangsu' }] }, 'region:CN-321200'],
  [{ query: 'Taizhou', properties: [{ pid: 'within', v: 'Zhejiang Province' }] }, 'region:CN-331000'],
  [{ query: 'Taizhou', properties: [{ pid: 'parent', v: { id: 'region:CN-ZJ', name: 'Zhejiang' } }] }, 'region:CN-331000'],
  [{ query: 'Taizhou', properties: [{ pid: 'code', v: 321200 }] }, 'region:CN-321200'],
  [{ query: 'Taizhou', properties: [{ pid: 'within', v: ['安徽', '浙江省'] }] }, 'region:CN-331000'],
  [{ query: 'Taizhou', properties: [{ pid: 'within', v: 'Japan' }] }, undefined],
  [{ query: 'Suzhou', properties: [{ pid: 'within', v: 'China' }] }, undefined],
  [
    {
      query: '鼓楼区',
      properties: [
        { pid: 'within', v: '徐州' },
        { pid: 'within', v: '江苏' },
      ],
    },
    'region:CN-320302',
  ],
  [
    {
      query: '鼓楼区',
      properties: [
        { pid: 'within', v: '徐州' },
        { pid: 'within', v: '福建' },
      ],
    },
    undefined,
  ],
  [{ query: '江苏省泰州市' }, 'region:CN-321200'],
  [{ query: 'Taizhou, Zhejiang' }, 'region:CN-331000'],
  [{ query: '南京市鼓楼区' }, 'region:CN-320106'],
  [{ query: '江苏省苏州市吴江区' }, 'region:CN-320509'],
  [{ query: '杭州市 西湖区' }, 'region:CN-330106'],
  [{ query: 'Taizhou, Zhejiang, China' }, 'region:CN-331000'],
  [{ query: '浙江省南京市鼓楼区' }, undefined],
  [{ query: '广东省泰州市' }, undefined],
  [{ query: 'Taizhou, Japan' }, undefined],
  [{ query: '莱芜市' }, undefined],
  [{ query: '莱芜市', properties: [{ pid: 'date', v: '2017' }] }, 'region:CN-371200'],
  [{ query: '莱芜市', properties: [{ pid: 'date', v: '2019' }] }, undefined],
  [{ query: '巢湖市', properties: [{ pid: 'date', v: '2009-05-01' }] }, 'region:CN-341400'],
  [{ query: '巢湖市', properties: [{ pid: 'date', v: '2020-05' }] }, 'region:CN-340181'],
  [{ query: 'Guangzhou', properties: [{ pid: 'level', v: 'prefecture' }] }, 'region:CN-440100'],
  [{ query: 'Guangzhou', properties: [{ pid: 'level', v: 'COUNTRY' }] }, undefined],
  [{ query: 'Guangzhou', properties: [{ pid: 'level', v: 'very large' }] }, 'region:CN-440100'],
  [{ properties: [{ pid: 'code', v: '321200' }] }, 'region:CN-321200'],
  [{ properties: [{ pid: 'id', v: 'region:CN-AH' }] }, 'region:CN-AH'],
];

describe.each(engines)('reconciliation on $name', (engine) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await engine.builtIn();
    service = await serve(graph);
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });
  const client = clientOf(() => service);
  const inChinese = clientOf(() => service, { 'accept-language': 'fr;q=0.1, zh-CN' });
  const { read, form, json, valid, match, matchListed } = client;
  const manifest = async (headers: Record<string, string> = {}, root = '') => (await read(root, { headers })).json();

  it.each([
    ['0.2', '', {}],
    ['0.2', '', { accept: 'application/json' }],
    ['0.2', '', { accept: 'application/reconciliation.v1+json;q=0.5, application/reconciliation.v0.2+json' }],
    ['1.0-draft', '', { accept: 'application/reconciliation.v1+json' }],
    ['1.0-draft', '', { accept: 'application/json, application/reconciliation.v1+json;q=0.9' }],
    ['1.0-draft', '/1.0-draft', {}],
  ] as const)('has a manifest of version %s at /reconcile%s for %j', async (version, root, headers) => {
    expect((await valid(version, 'manifest', await read(root, { headers }))).name).toBe('PolicyGraph');
  });

  it('has addresses in the manifest that lead where they say', async () => {
    const { view, preview, suggest, extend, versions } = await manifest();
    expect(versions).toEqual(['0.2', '1.0-draft']);
    const id = encodeURIComponent('region:CN-GD');
    const addresses = [
      view.url.replace('{{id}}', id),
      preview.url.replace('{{id}}', id),
      `${extend.propose_properties.service_url}${extend.propose_properties.service_path}?type=Region`,
      ...(['entity', 'type', 'property'] as const).flatMap((kind) => [
        `${suggest[kind].service_url}${suggest[kind].service_path}?prefix=re`,
        `${suggest[kind].service_url}${suggest[kind].flyout_service_path.replace('${id}', { entity: id, type: 'Region', property: 'parent' }[kind])}`,
      ]),
      (await manifest({}, '/1.0-draft')).view.url.replace('{id}', id),
    ];
    const statuses = await Promise.all(addresses.map(async (address) => [address, (await fetch(address)).status]));
    expect(statuses).toEqual(addresses.map((address) => [address, 200]));
  });

  it('is sure of what a row can mean alone, and of nothing else', async () => {
    const queries = Object.fromEntries(named.map(([query], index) => [`q${index}`, { ...query, type: 'Region' }]));
    const found = await match(queries);
    expect(named.map(([query], index) => [query, sure(found[`q${index}`])])).toEqual(named);
  });

  it('says why a candidate has its score', async () => {
    const { q } = await match({
      q: {
        query: 'Taizhou',
        type: 'Region',
        limit: 20,
        properties: [
          { pid: 'within', v: 'Jiangsu' },
          { pid: 'level', v: 'PREFECTURE' },
        ],
      },
    });
    const [first, ...others] = q!;
    expect(first).toMatchObject({
      id: 'region:CN-321200',
      score: 100,
      match: true,
      type: [{ id: 'Region', name: 'Region' }],
      description: 'Region in Jiangsu',
    });
    expect(first!.features).toEqual([
      { id: 'name_score', value: 100 },
      { id: 'current', value: true },
      { id: 'property_within', value: true },
      { id: 'property_level', value: true },
    ]);
    const other = others.find(({ id }) => id === 'region:CN-331000')!;
    expect([other.score, feature(other, 'property_within'), feature(other, 'property_level')]).toEqual([75, false, true]);
    const old = others.find(({ id }) => id === 'region:CN-332600')!;
    expect([feature(old, 'current'), feature(old, 'property_within'), old.description]).toEqual([
      false,
      undefined,
      expect.stringContaining('(until 1994)'),
    ]);
    expect(q!.map(({ score }) => score)).toEqual(q!.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('limits candidates and types', async () => {
    const found = await match({
      few: { query: 'China', limit: 2 },
      byDefault: { query: 'China' },
      many: { query: 'China', limit: 1_000 },
      typed: { query: 'China', type: ['Agency', 'Organization'], type_strict: 'any' },
      other: { query: '广东省', type: 'Policy' },
    });
    expect([found['few']!.length, found['byDefault']!.length, found['many']!.length]).toEqual([2, 5, 30]);
    expect(new Set(found['typed']!.flatMap(({ type }) => type.map(({ id }) => id)))).toEqual(new Set(['Agency', 'Organization']));
    expect(found['other']!.map(({ match: isSure }) => isSure)).not.toContain(true);
  });

  it('asks of other types what their relations and dates say', async () => {
    const notice = 'policy:cn-2024-used-car-export-notice';
    const found = await match({
      issued: { query: '商务部', type: 'Agency', properties: [{ pid: 'policies', v: { id: notice } }] },
      number: { properties: [{ pid: 'documentNumber', v: '国发[2024] 1 号' }] },
      coded: { query: '商务部', properties: [{ pid: 'within', v: 'Japan' }] },
    });
    expect(sure(found['issued'])).toBe('agency:cn-mofcom');
    const [policy] = await datedPolicies(service);
    const dated = await match({
      right: { query: policy!.name, type: 'Policy', properties: [{ pid: 'announcedOn', v: policy!.year }] },
      wrong: { query: policy!.name, type: 'Policy', properties: [{ pid: 'announcedOn', v: '1901' }] },
    });
    expect([sure(dated['right']), sure(dated['wrong'])]).toEqual([policy!.id, undefined]);
    expect(feature(dated['wrong']![0]!, 'property_announcedOn')).toBe(false);
  });

  it('answers queries of a batch by themselves, in version 1.0 by conditions', async () => {
    const name = (propertyValue: unknown, more: object = {}) => ({ matchType: 'name', propertyValue, ...more });
    const within = (propertyValue: unknown, more: object = {}) => ({
      matchType: 'property',
      propertyId: 'within',
      propertyValue,
      ...more,
    });
    const found = await matchListed([
      { type: 'Region', conditions: [name('Taizhou'), within('Jiangsu', { required: true })] },
      {
        type: 'Region',
        limit: 30,
        conditions: [name('Taizhou'), within('Jiangsu', { required: true, matchQuantifier: 'none' })],
      },
      { type: 'Region', conditions: [name('Taizhou'), within(['Jiangsu', 'China'], { matchQuantifier: 'all' })] },
      { type: 'Region', conditions: [name(['Nowhere at all', '台州市'], { lang: 'zh' })] },
      { conditions: [{ matchType: 'id', propertyValue: 'agency:cn-mofcom' }] },
      { conditions: [{ matchType: 'property', propertyId: 'code', propertyValue: 321_200, matchQuantifier: 'any' }] },
      { lang: 'zh', dir: 'ltr', conditions: [name('商务部')] },
    ]);
    expect(found.map(sure)).toEqual([
      'region:CN-321200',
      'region:CN-331000',
      'region:CN-321200',
      'region:CN-331000',
      'agency:cn-mofcom',
      'region:CN-321200',
      'agency:cn-mofcom',
    ]);
    expect(found[0]!.every((each) => feature(each, 'property_within') === true)).toBe(true);
    expect(found[1]!.map(({ id }) => id)).not.toContain('region:CN-321200');
    const one = await matchListed([{ type: 'Region', conditions: [name('Taizhou'), within('Jiangsu', { required: true })] }]);
    expect(one[0]).toEqual(found[0]);
  });

  it('shows names in the language of the caller', async () => {
    const { q } = await inChinese.match({ q: { query: 'Guangdong', type: 'Region' } });
    expect(q![0]).toMatchObject({ id: 'region:CN-GD', name: '广东省' });
    const extended = await inChinese.valid(
      '0.2',
      'extension',
      await inChinese.read('', form({ extend: { ids: ['region:CN-440100'], properties: [{ id: 'parent' }] } })),
    );
    expect(extended.rows['region:CN-440100'].parent).toEqual([{ id: 'region:CN-GD', name: '广东省' }]);
  });

  it('suggests entities, types and properties', async () => {
    const suggest = async (kind: 'entities' | 'types' | 'properties', query: string, root = '') => {
      const path = `${root}/suggest/${{ entities: 'entity', types: 'type', properties: 'property' }[kind]}?${query}`;
      for (const version of ['0.2', '1.0-draft'] as const) await valid(version, `suggest-${kind}`, await read(path));
      return ((await read(path)).json() as { result: { id: string }[] }).result.map(({ id }) => id);
    };
    expect(await suggest('entities', 'prefix=Guangd')).toContain('region:CN-GD');
    expect((await suggest('entities', 'prefix=region:CN-AH'))[0]).toBe('region:CN-AH');
    expect((await suggest('entities', `prefix=${encodeURIComponent('廣東省')}`, '/1.0-draft'))[0]).toBe('region:CN-GD');
    const many = await suggest('entities', 'prefix=China&limit=6');
    expect(await suggest('entities', 'prefix=China&limit=3&offset=3')).toEqual(many.slice(3));
    expect(await suggest('entities', 'prefix=China&limit=3&cursor=3&_=17')).toEqual(many.slice(3));
    expect(new Set((await suggest('entities', 'prefix=China&type=Agency')).map((id) => id.split(':')[0]))).toEqual(
      new Set(['agency']),
    );
    expect(await suggest('entities', 'prefix=')).toEqual([]);
    expect([await suggest('types', 'prefix=reg'), (await suggest('types', 'prefix=&limit=100')).length]).toEqual([
      ['Region'],
      12,
    ]);
    expect((await suggest('properties', 'prefix=paren'))[0]).toBe('parent');
    expect((await suggest('properties', 'prefix=announced on'))[0]).toBe('announcedOn');
    expect(await suggest('properties', 'prefix=&limit=100&type=Person')).toContain('positions');
  });

  it('previews entities in a page that runs nothing', async () => {
    const { response, text } = await inChinese.read('/preview?id=region:CN-GD');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/sandbox(?!.*allow-(scripts|same-origin))/);
    expect([response.headers.get('x-frame-options'), policy.includes('frame-ancestors')]).toEqual([null, false]);
    expect(text).toMatch(
      /<h1>广东省<\/h1>.*Guangdong.*ISO 3166-2 CN-GD.*href="http:\/\/127\.0\.0\.1:\d+\/entity\/region%3ACN-GD"/s,
    );
    for (const [kind, id] of [
      ['entity', 'region:CN-GD'],
      ['type', 'Region'],
      ['property', 'parent'],
    ] as const)
      expect((await valid('0.2', 'flyout', await read(`/flyout/${kind}?id=${id}`))).id).toBe(id);
  });

  it('extends a reconciled column, in both versions', async () => {
    const proposal = await valid('0.2', 'proposal', await read('/extend/propose?type=Policy&limit=100'));
    const properties = (proposal.properties as { id: string }[]).map(({ id }) => ({ id }));
    expect(properties.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['name', 'code', 'documentNumber', 'announcedOn', 'issuers', 'regions']),
    );
    const ids = ['policy:cn-2024-used-car-export-notice', 'region:CN-GD', 'policy:unknown'];
    const some = {
      ids,
      properties: [
        { id: 'issuers' },
        { id: 'announcedOn' },
        { id: 'unnamedIssuers' },
        { id: 'name', settings: { limit: '1' } },
        { id: 'parent' },
        { id: 'within' },
        { id: 'code' },
      ],
    };
    const { rows, meta } = await valid('0.2', 'extension', await read('', form({ extend: some })));
    expect(Object.keys(rows)).toEqual(ids);
    expect(meta.find(({ id }: { id: string }) => id === 'issuers').type).toEqual({ id: 'Agency', name: 'Agency' });
    expect(rows[ids[0]!].announcedOn).toEqual([{ date: expect.stringMatching(/^2024-\d\d-\d\dT00:00:00Z$/) }]);
    expect(rows[ids[0]!].issuers).toContainEqual({ id: 'agency:cn-mofcom', name: expect.any(String) });
    expect(rows[ids[1]!]).toMatchObject({
      parent: [{ id: 'region:CN', name: 'China' }],
      announcedOn: [{}],
      name: [{ str: 'Guangdong' }],
    });
    expect(rows[ids[1]!].within.map(({ id }: { id: string }) => id)).toEqual([
      'region:CN',
      'region:M49-030',
      'region:M49-142',
      'region:M49-001',
    ]);
    expect(rows[ids[1]!].code).toEqual([{ str: 'ISO 3166-2 CN-GD' }, { str: 'GB/T 2260 440000' }]);
    expect(Object.values(rows[ids[2]!])).toEqual(meta.map(() => [{}]));
    const listed = await valid('1.0-draft', 'extension', await read('/extend', json(some)));
    const same = (values: object[]) => values.map(({ lang: _, ...value }: { lang?: string }) => value);
    expect(
      Object.fromEntries(
        listed.rows.map((row: any) => [
          row.id,
          Object.fromEntries(row.properties.map((cell: any) => [cell.id, same(cell.values)])),
        ]),
      ),
    ).toEqual(rows);
    const all = await valid(
      '0.2',
      'extension',
      await read('', form({ extend: { ids: [ids[0]], properties: properties.slice(0, 20) } })),
    );
    expect(Object.keys(all.rows[ids[0]!])).toEqual(properties.slice(0, 20).map(({ id }) => id));
    const byGet = new URLSearchParams({
      extend: JSON.stringify({ ids: ['region:CN-GD'], properties: [{ id: 'children', settings: { limit: 2 } }] }),
    });
    expect((await valid('0.2', 'extension', await read(`?${byGet}`))).rows['region:CN-GD'].children.length).toBe(2);
  });

  it('matches 200 rows as docs/reconcile.md measures, none of them wrongly', async () => {
    const found: (readonly Candidate[])[] = [];
    for (let from = 0; from < rows.length; from += 50) {
      const batch = rows.slice(from, from + 50).map((row) => [row.row, queryOf(row)] as const);
      const results = await match(Object.fromEntries(batch));
      found.push(...batch.map(([row]) => results[row] ?? []));
    }
    const page = new URL('../../../docs/reconcile.md', import.meta.url);
    const docs = readFileSync(page, 'utf8');
    const measured = docs.replace(/(<!-- measured -->)[^]*(<!-- \/measured -->)/, `$1\n\n${tally(found)}\n\n$2`);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, measured);
    else expect(docs).toBe(measured);
    expect(tally(found)).toMatch(/\| \*\*all 200\*\* \| \d+ \|  \|/);
  });

  it('takes a batch in the address too', async () => {
    const queries = new URLSearchParams({ queries: JSON.stringify({ q0: { query: '广东省', type: 'Region' } }) });
    const { q0 } = await valid('0.2', 'results', await read(`?${queries}`));
    expect(sure(q0.result)).toBe('region:CN-GD');
  });
});

/** Policies with names of their own and a day. */
async function datedPolicies(service: Service) {
  const { json } = await service.ask('{ policies(first: 50) { edges { node { id name announcedOn { edtf } } } } }');
  const edges = json.data.policies.edges as { node: { id: string; name: string; announcedOn: { edtf: string } | null } }[];
  const isAlone = (name: string) => edges.filter(({ node }) => node.name === name).length === 1;
  return edges.flatMap(({ node: { announcedOn, ...node } }) =>
    announcedOn !== null && isAlone(node.name) ? [{ ...node, year: announcedOn.edtf.slice(0, 4) }] : [],
  );
}
