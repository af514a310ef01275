import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf, type Change } from '../../src/graph/stored/changeset.js';
import { relationsOf } from '../../src/graph/inference/derive.js';
import type { Label } from '../../src/model/model.js';
import type { Graph } from '../../src/graph/port.js';
import type { ClaimRecord, EntityRecord, ObservationRecord } from '../../src/graph/stored/record-types.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const entity = (label: Label, slug: string): EntityRecord => ({
  id: `${label.toLowerCase()}:${slug}`,
  label,
  names: [{ value: slug, lang: 'en', kind: 'PREFERRED' }],
  codes: [],
  identifiers: [],
  properties: {},
});

let number = 0;
const claim = (subject: string, predicate: string, said: Partial<ClaimRecord>): ClaimRecord => {
  number += 1;
  return {
    id: `claim:c${String(number).padStart(2, '0')}`,
    subject,
    predicate,
    attributes: {},
    attributedTo: [],
    evidence: [{ document: `document:d${number % 2}`, summary: `Source ${number}.` }],
    ...said,
  };
};
const observation = (id: string, value: number, rest: Partial<ObservationRecord> = {}): ObservationRecord => ({
  id: `observation:${id}`,
  indicator: 'indicator:cars',
  about: ['product:car', 'program:pilot'],
  region: 'region:CN',
  period: '2023',
  value,
  unit: '{car}',
  comparator: 'EXACT',
  kind: 'ACTUAL',
  ...rest,
});

const observations = [
  observation('a', 15_000),
  observation('b', 16_000, { about: ['program:pilot', 'product:car'] }),
  observation('c', 14_000, { comparator: 'MORE_THAN' }),
  observation('d', 90_000, { kind: 'TARGET' }),
  observation('e', 90, { unit: '%' }),
  observation('f', 1, { about: ['product:car'] }),
  observation('g', 2, { region: 'region:CN-SD' }),
  observation('h', 3, { period: '2022' }),
  observation('i', 100, { period: '2021', comparator: 'MORE_THAN' }),
  observation('j', 120, { period: '2021-01-01/2021-12-31' }),
  observation('k', 5, { kind: 'CHANGE', unit: '%', basePeriod: '2022' }),
  observation('l', 9, { kind: 'CHANGE', unit: '%', basePeriod: '2021' }),
];

const claims = [
  ...observations.map(({ id, value }) => claim(id, 'value', { value })),
  claim('policy:notice', 'announcedOn', { value: '2024-02-05' }),
  claim('policy:notice', 'announcedOn', { value: '2024-02-07' }),
  claim('policy:notice', 'announcedOn', { value: '2024-02' }),
  claim('policy:notice', 'unnamedIssuers', { value: 4 }),
  claim('policy:notice', 'unnamedIssuers', { value: 5 }),
  claim('policy:notice', 'PROVIDES', { value: 'This.' }),
  claim('policy:notice', 'PROVIDES', { value: 'That.' }),
  claim('program:pilot', 'startedOn', { value: '2019' }),
  claim('program:pilot', 'startedOn', { value: '2019-04' }),
  claim('policy:notice', 'status', { value: 'ANNOUNCED', until: '2024-02-29' }),
  claim('policy:notice', 'status', { value: 'IN_FORCE', from: '2024-03-01' }),
  claim('region:CN-SD', 'PART_OF', { object: 'region:CN' }),
  claim('region:city', 'PART_OF', { object: 'region:CN-SD' }),
  claim('region:city', 'PART_OF', { object: 'region:CN' }),
  claim('region:city', 'PART_OF', { object: 'region:JP', from: '2020' }),
  claim('region:town', 'PART_OF', { object: 'region:CN', until: '1990' }),
  claim('region:town', 'PART_OF', { object: 'region:JP', from: '1991' }),
  claim('organization:venture', 'PART_OF', { object: 'organization:one' }),
  claim('organization:venture', 'PART_OF', { object: 'organization:two' }),
  claim('organization:one', 'LOCATED_IN', { object: 'region:CN' }),
  claim('organization:one', 'LOCATED_IN', { object: 'region:JP' }),
];

const change: Change = {
  changeset: {
    id: 'changeset:one',
    author: 'tests',
    reason: 'sources that differ',
    origin: 'tests',
    recordedAt: '2025-01-01T00:00:00.000Z',
  },
  entities: [
    ...['CN', 'CN-SD', 'JP', 'city', 'town'].map((slug) => entity('Region', slug)),
    ...['one', 'two', 'venture'].map((slug) => entity('Organization', slug)),
    entity('Policy', 'notice'),
    entity('Program', 'pilot'),
    entity('Product', 'car'),
    entity('Indicator', 'cars'),
    entity('Document', 'd0'),
    entity('Document', 'd1'),
  ],
  claims,
  observations,
  retractedClaims: [],
  addedRelations: relationsOf(claims),
  removedRelations: [],
};

const fields =
  '{ totalCount pageInfo { hasNextPage endCursor } edges { cursor node { predicate period { edtf } subject { id } claims { value object { id } evidence { summary document { id } } } } } }';
interface Node {
  readonly subject: { readonly id: string };
  readonly predicate: string;
  readonly period: { readonly edtf: string } | null;
  readonly claims: readonly {
    readonly value: string | null;
    readonly object: { readonly id: string } | null;
    readonly evidence: readonly object[];
  }[];
}
const shown = (connection: { edges: { node: Node }[] }) =>
  connection.edges.map(({ node: { subject, predicate, claims: found } }) => [
    subject.id,
    predicate,
    found.map(({ value, object }) => object?.id ?? value).sort(),
  ]);

const ofNotice = [
  ['policy:notice', 'announcedOn', ['2024-02-05', '2024-02-07']],
  ['policy:notice', 'unnamedIssuers', ['4', '5']],
];
const ofCars = ['indicator:cars', 'value', ['15000', '16000']];
const ofCity = ['region:city', 'PART_OF', ['region:CN', 'region:CN-SD', 'region:JP']];

/** In milliseconds: Neo4j plans a statement when it first meets it, which on a busy machine takes seconds. */
const deadline = 60_000;

describe.each(engines)('contradictions on $name', ({ empty, builtIn }) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(change));
    service = await serve(graph, { deadline });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('pages the claims of each', async () => {
    const { json } = await service.ask('{ contradictions { edges { node { claims { id } first: claims(first: 1) { id } } } } }');
    const all = json.data.contradictions.edges as { node: Record<'claims' | 'first', object[]> }[];
    expect(all.map(({ node }) => node.first)).toEqual(all.map(({ node }) => node.claims.slice(0, 1)));
    expect(all.every(({ node }) => node.claims.length > 1)).toBe(true);
  });

  it(
    'of the whole graph are those of properties, values and single relations, each claim with its evidence',
    { timeout: 60_000 },
    async () => {
      const { json } = await service.ask(`{ contradictions ${fields} }`);
      expect(json.errors).toBeUndefined();
      expect(shown(json.data.contradictions)).toEqual([ofCars, ...ofNotice, ofCity]);
      const nodes = (json.data.contradictions.edges as { node: Node }[]).map(({ node }) => node);
      expect(nodes.map(({ period }) => period?.edtf)).toEqual(['2023', undefined, undefined, '2020-12-31/..']);
      for (const each of nodes.flatMap((node) => node.claims)) expect(each.evidence).toHaveLength(1);
    },
  );

  it.each([
    ['policy:notice', ofNotice],
    ['region:city', [ofCity]],
    ['indicator:cars', [ofCars]],
    ['product:car', [ofCars]],
    ['region:CN', [ofCars]],
    ['program:pilot', [ofCars]],
    ['region:town', []],
    ['organization:venture', []],
    ['organization:one', []],
    ['region:nowhere', []],
  ])('of %s', async (subject, expected) => {
    const { json } = await service.ask(
      `query($subject: ID!) { contradictions(subject: $subject) ${fields} entity(id: $subject) { contradictions ${fields} } }`,
      { subject },
    );
    expect(shown(json.data.contradictions)).toEqual(expected);
    if (json.data.entity !== null) expect(json.data.entity.contradictions).toEqual(json.data.contradictions);
  });

  it('come in pages', async () => {
    const page = async (after?: string) =>
      (await service.ask(`query($after: String) { contradictions(first: 3, after: $after) ${fields} }`, { after })).json.data
        .contradictions;
    const first = await page();
    const second = await page(first.pageInfo.endCursor);
    expect([...shown(first), ...shown(second)]).toEqual([ofCars, ...ofNotice, ofCity]);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([4, true, false]);
  });

  it('refuses a cursor that is none', async () => {
    expect((await service.ask('{ contradictions(after: "x") { totalCount } }')).json.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('end when a claim is retracted, and stay for those who ask what was known before', async () => {
    const wrong = claims.find(({ predicate, value }) => predicate === 'unnamedIssuers' && value === 5);
    await graph.write(
      statementsOf({
        changeset: {
          id: 'changeset:two',
          author: 'tests',
          reason: 'it was wrong',
          origin: 'tests',
          recordedAt: '2025-06-01T00:00:00.000Z',
        },
        entities: [],
        claims: [],
        observations: [],
        retractedClaims: [wrong?.id as string],
        addedRelations: [],
        removedRelations: [],
      }),
    );
    const count = async (asOf: string) =>
      (
        await service.ask(
          `query${asOf} { contradictions(subject: "policy:notice") { totalCount } all: contradictions { totalCount } }`,
        )
      ).json.data;
    expect(await count('')).toEqual({ contradictions: { totalCount: 1 }, all: { totalCount: 3 } });
    expect(await count(' @asOf(knownAt: "2025-03-01T00:00:00Z")')).toEqual({
      contradictions: { totalCount: 2 },
      all: { totalCount: 4 },
    });
    expect(await count(' @asOf(knownAt: "2024-03-01T00:00:00Z")')).toEqual({
      contradictions: { totalCount: 0 },
      all: { totalCount: 0 },
    });
  });

  it('of the built-in data are none', { timeout: 120_000 }, async () => {
    const built = await builtIn();
    const other = await serve(built, { deadline });
    const { json } = await other.ask(`{ contradictions ${fields} }`);
    await other.close();
    await built.close();
    expect(shown(json.data.contradictions)).toEqual([]);
  });
});
