/** Codes and numbers of documents, in search, match and filters. */
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import { Budget } from '../../src/graph/loaders/budget.js';
import type { Graph } from '../../src/graph/port.js';
import type { Code, EntityRecord } from '../../src/graph/stored/record-types.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';

const entity = (id: string, label: EntityRecord['label'], name: string, more: Partial<EntityRecord> = {}): EntityRecord => ({
  id,
  label,
  names: [{ value: name, lang: 'en', kind: 'PREFERRED' }],
  codes: [],
  identifiers: [],
  properties: {},
  ...more,
});
const policy = (number: string, documentNumber: string) =>
  entity(`policy:${number}`, 'Policy', `Notice ${number} of the State Council`, { properties: { documentNumber } });
const code = (scheme: string, value: string): Code => ({ scheme, value });

const entities = [
  policy('first', '国发〔2024〕1号'),
  policy('eleventh', '国发〔2024〕11号'),
  policy('office', '国办发〔2024〕1号'),
  policy('announcement', '商务部公告2023年第46号'),
  policy('latin', 'MOFCOM Announcement No. 46 of 2023'),
  entity('product:cars', 'Product', 'Cars', { codes: [code('HS 2022', '8703.21')] }),
  entity('sector:cars', 'Sector', 'Makers', { codes: [code('ISIC', '2910')], identifiers: [code('Wikidata', 'Q190117')] }),
  entity('topic:2024', 'Topic', '国发 2024'),
];

const source = `query ($text: String!) {
  search(query: $text, first: 3) { edges { score matchedName node { id } } }
  match(names: [$text], first: 1) { candidates { score node { id } } }
}`;
const filters = `query ($where: PolicyFilter) { policies(where: $where, first: 10) { totalCount edges { node { id } } } }`;

describe.each(engines)('on $name', ({ empty }) => {
  let graph: Graph;
  let ask: (source: string, variableValues: Record<string, unknown>) => Promise<Record<string, any>>;
  beforeAll(async () => {
    graph = await empty();
    const changeset = { id: 'changeset:1', author: 'a', reason: 'r', origin: 'o', recordedAt: '2025-01-01T00:00:00.000Z' };
    const nothing = { claims: [], observations: [], retractedClaims: [], addedRelations: [], removedRelations: [] };
    await graph.write(statementsOf({ changeset, entities, ...nothing }));
    const schema = await graphqlSchema();
    ask = async (text, variableValues) => {
      const contextValue = { graph, today: '2026-01-01', budget: new Budget(), archive: new Archive(undefined) };
      const { data, errors } = await graphql({ schema, source: text, variableValues, contextValue });
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data)) as Record<string, any>;
    };
  }, 120_000);
  afterAll(() => graph.close());

  it.each([
    ['国发〔2024〕1号', 'policy:first'],
    ['国发[2024]1号', 'policy:first'],
    ['國發〔2024〕1號', 'policy:first'],
    ['国发（２０２４）１号', 'policy:first'],
    ['国发【2024】 1 号', 'policy:first'],
    ['国发(2024)11号', 'policy:eleventh'],
    ['国办发[2024]1号', 'policy:office'],
    ['商務部公告 2023年 第46號', 'policy:announcement'],
    ['mofcom announcement no 46 of 2023', 'policy:latin'],
    ['8703.21', 'product:cars'],
    ['870321', 'product:cars'],
    ['HS 8703.21', 'product:cars'],
    ['hs2022 870321', 'product:cars'],
    ['ISIC 2910', 'sector:cars'],
    ['wikidata:Q190117', 'sector:cars'],
    ['Q190117', 'sector:cars'],
  ])('%s is found first, and is certain', async (text, id) => {
    const { search, match } = await ask(source, { text });
    expect(search.edges[0].node.id).toBe(id);
    expect(search.edges[0].score).toBeGreaterThanOrEqual(0.98);
    expect(search.edges.filter(({ score }: { score: number }) => score >= 0.98)).toHaveLength(1);
    expect(match[0].candidates[0].node.id).toBe(id);
  });

  it('says which code fits', async () => {
    expect((await ask(source, { text: '国发[2024]1号' })).search.edges[0]).toMatchObject({
      score: 0.98,
      matchedName: '国发〔2024〕1号',
    });
    expect((await ask(source, { text: 'HS 2022 8703.21' })).search.edges[0]).toMatchObject({
      score: 1,
      matchedName: 'HS 2022 8703.21',
    });
  });

  it.each(['Q19011', '国发〔202〕', 'SITC 2910', '440100 国发'])('%s is no whole code', async (text) => {
    const { search } = await ask(source, { text });
    expect(search.edges.filter(({ score }: { score: number }) => score >= 0.98)).toEqual([]);
  });

  it.each([
    [{ eq: '国发[2024]1号' }, ['policy:first']],
    [{ eq: '國發【２０２４】 1 號' }, ['policy:first']],
    [{ eq: '国发〔2024〕' }, []],
    [{ eq: '〔〕' }, []],
    [{ in: ['国发(2024)11号', '国办发 2024 1号'] }, ['policy:eleventh', 'policy:office']],
    [{ startsWith: '国发[2024' }, ['policy:eleventh', 'policy:first']],
    [{ contains: '发（2024）1' }, ['policy:eleventh', 'policy:first', 'policy:office']],
    [{ contains: '〔' }, []],
    [{ known: true }, ['policy:announcement', 'policy:eleventh', 'policy:first', 'policy:latin', 'policy:office']],
  ])('documentNumber %j', async (documentNumber, ids) => {
    const { policies } = await ask(filters, { where: { documentNumber } });
    expect(policies.edges.map(({ node }: { node: { id: string } }) => node.id).sort()).toEqual(ids);
    expect(policies.totalCount).toBe(ids.length);
  });
});
