import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf, type Change } from '../../src/graph/stored/changeset.js';
import type { Label } from '../../src/model/model.js';
import type { Graph } from '../../src/graph/port.js';
import type { EntityRecord, ObservationRecord } from '../../src/graph/stored/record-types.js';
import { maxObservations } from '../../src/graph/statistics/statistics.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const entity = (label: Label, slug: string, properties: EntityRecord['properties'] = {}): EntityRecord => ({
  id: `${label.toLowerCase()}:${slug}`,
  label,
  names: [{ value: slug, lang: 'en', kind: 'PREFERRED' }],
  codes: [],
  identifiers: [],
  properties,
});

const observation = (id: string, value: number, rest: Partial<ObservationRecord>): ObservationRecord => ({
  id: `observation:${id}`,
  indicator: 'indicator:cars',
  about: ['product:car'],
  region: 'region:CN',
  value,
  unit: '{car}',
  comparator: 'EXACT',
  kind: 'ACTUAL',
  ...rest,
});

const change: Change = {
  changeset: { id: 'changeset:one', author: 'tests', reason: 'figures', origin: 'tests', recordedAt: '2025-01-01T00:00:00.000Z' },
  entities: [
    entity('Indicator', 'cars', { kind: 'FLOW' }),
    entity('Indicator', 'fleet', { kind: 'STOCK' }),
    entity('Indicator', 'many', { kind: 'FLOW' }),
    entity('Product', 'car'),
    entity('Product', 'truck'),
    entity('Region', 'CN', { level: 'COUNTRY' }),
    entity('Region', 'GD', { level: 'PROVINCE' }),
    entity('Region', 'SD', { level: 'PROVINCE' }),
  ],
  claims: [],
  observations: [
    observation('a', 100, { period: '2021' }),
    observation('b', 150, { period: '2022' }),
    observation('c', 200, { period: '2023', comparator: 'MORE_THAN' }),
    observation('d', 500, { period: '2025', kind: 'TARGET' }),
    observation('e', 10, { period: '2022', region: 'region:GD' }),
    observation('f', 20, { period: '2022', region: 'region:SD' }),
    observation('g', 25, { period: '2023', region: 'region:SD', comparator: 'AT_LEAST' }),
    observation('h', 7, { period: '2022', about: ['product:truck'], unit: 'CNY' }),
    observation('i', 1, { period: '2022', indicator: 'indicator:fleet' }),
    ...Array.from({ length: maxObservations + 1 }, (_, number) =>
      observation(`many${number}`, number, {
        indicator: 'indicator:many',
        region: 'region:GD',
        about: [],
        period: number === 0 ? '2020' : '2021',
      }),
    ),
  ],
  retractedClaims: [],
  addedRelations: [],
  removedRelations: [],
};

/** In milliseconds: Neo4j plans a statement when it first meets it, which on a busy machine takes seconds. */
const deadline = 60_000;

describe.each(engines)('statistics on $name', ({ empty, builtIn }) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(change));
    service = await serve(graph, { deadline });
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  const indicator = async (fields: string, id = 'indicator:cars', asOf = '') => {
    const { json } = await service.ask(`query${asOf} { indicator(id: "${id}") { ${fields} } }`);
    return { data: json.data?.indicator, error: json.errors?.[0] };
  };

  it('a series of a region, with changes', async () => {
    const { data } = await indicator(
      'series(region: "region:CN", about: "product:car") { period { edtf } value comparator unit change { absolute percent comparator since { edtf } } note observations { id } }',
    );
    expect(data.series).toEqual([
      {
        period: { edtf: '2021' },
        value: 100,
        comparator: 'EXACT',
        unit: '{car}',
        change: null,
        note: null,
        observations: [{ id: 'observation:a' }],
      },
      {
        period: { edtf: '2022' },
        value: 150,
        comparator: 'EXACT',
        unit: '{car}',
        change: { absolute: 50, percent: 50, comparator: 'EXACT', since: { edtf: '2021' } },
        note: null,
        observations: [{ id: 'observation:b' }],
      },
      {
        period: { edtf: '2023' },
        value: 200,
        comparator: 'MORE_THAN',
        unit: '{car}',
        change: null,
        note: expect.stringMatching(/bound/),
        observations: [{ id: 'observation:c' }],
      },
    ]);
  });

  it('a series of a kind, between days, or about something else', async () => {
    const { data } = await indicator(
      'targets: series(kind: TARGET) { value } late: series(region: "region:CN", from: "2022-01-01", to: "2022-12-31", about: "product:car") { value } trucks: series(about: "product:truck") { value unit }',
    );
    expect(data).toEqual({ targets: [{ value: 500 }], late: [{ value: 150 }], trucks: [{ value: 7, unit: 'CNY' }] });
  });

  it('sums by year and level', async () => {
    const { data } = await indicator(
      'statistics(by: [YEAR, REGION_LEVEL], about: "product:car") { keys { by value } count sum min max mean comparator unit kind observations { id } }',
    );
    const shown = (data.statistics as { keys: { value: string }[]; sum: number; comparator: string }[]).map(
      ({ keys, sum, comparator }) => [...keys.map(({ value }) => value), sum, comparator],
    );
    expect(shown).toEqual([
      ['2021', 'COUNTRY', 100, 'EXACT'],
      ['2022', 'COUNTRY', 150, 'EXACT'],
      ['2022', 'PROVINCE', 30, 'EXACT'],
      ['2023', 'COUNTRY', 200, 'MORE_THAN'],
      ['2023', 'PROVINCE', 25, 'AT_LEAST'],
    ]);
    expect(data.statistics[2]).toMatchObject({
      count: 2,
      min: 10,
      max: 20,
      mean: 15,
      unit: '{car}',
      kind: 'ACTUAL',
      observations: [{ id: 'observation:e' }, { id: 'observation:f' }],
    });
  });

  it('sums regions of one level', async () => {
    expect(
      (
        await indicator(
          'statistics(regionLevel: PROVINCE, by: [REGION]) { keys { value } sum smallest { id } largest { id } observations(first: 1) { id } }',
        )
      ).data.statistics,
    ).toEqual([
      {
        keys: [{ value: 'region:GD' }],
        sum: 10,
        smallest: { id: 'observation:e' },
        largest: { id: 'observation:e' },
        observations: [{ id: 'observation:e' }],
      },
      {
        keys: [{ value: 'region:SD' }],
        sum: 45,
        smallest: { id: 'observation:f' },
        largest: { id: 'observation:g' },
        observations: [{ id: 'observation:f' }],
      },
    ]);
    expect((await indicator('statistics(about: "product:car") { sum note min max }')).data.statistics).toEqual([
      { sum: null, note: expect.stringContaining('COUNTRY, PROVINCE'), min: 10, max: 200 },
    ]);
  });

  it('groups all kinds by KIND, and measured values by default', async () => {
    const { data } = await indicator(
      'all: statistics(by: [KIND], region: "region:CN", unit: "{car}") { kind count } targets: statistics(kind: TARGET) { kind sum }',
    );
    expect(data).toEqual({
      all: [
        { kind: 'ACTUAL', count: 3 },
        { kind: 'TARGET', count: 1 },
      ],
      targets: [{ kind: 'TARGET', sum: 500 }],
    });
  });

  it('refuses units that differ, and says which', async () => {
    const { error } = await indicator('statistics(by: [YEAR]) { sum }');
    expect(error).toMatchObject({ message: expect.stringContaining('CNY, {car}'), extensions: { code: 'BAD_USER_INPUT' } });
    expect((await indicator('statistics(by: [UNIT]) { unit }')).data.statistics).toEqual([{ unit: 'CNY' }, { unit: '{car}' }]);
  });

  it('has no sum of a stock', async () => {
    expect((await indicator('statistics { sum mean note }', 'indicator:fleet')).data.statistics).toEqual([
      { sum: null, mean: 1, note: expect.stringContaining('STOCK') },
    ]);
  });

  it('refuses to go over too many', { timeout: 60_000 }, async () => {
    const { error } = await indicator('statistics { sum }', 'indicator:many');
    expect(error).toMatchObject({ message: expect.stringContaining('10,000'), extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
    expect((await indicator('statistics(to: "2020-12-31") { sum }', 'indicator:many')).data.statistics).toEqual([{ sum: 0 }]);
  });

  it('knows nothing before it was recorded, not even the indicator', async () => {
    expect(
      (await indicator('series { value } statistics { sum }', 'indicator:cars', ' @asOf(knownAt: "2024-01-01T00:00:00Z")')).data,
    ).toBeNull();
  });

  it('lists observations about something, of a period', async () => {
    const { json } = await service.ask(
      '{ observations(about: "product:truck") { totalCount } some: observations(period: { from: "2022-01-01", to: "2023-12-31" }, indicator: "indicator:cars") { totalCount } not: observations(indicator: "indicator:cars", where: { not: { about: "product:car" } }) { totalCount } }',
    );
    expect(json.data).toEqual({ observations: { totalCount: 1 }, some: { totalCount: 6 }, not: { totalCount: 1 } });
  });

  it('shows how many used cars were exported more', { timeout: 120_000 }, async () => {
    const built = await builtIn();
    const other = await serve(built, { deadline });
    const { json } = await other.ask(
      '{ indicator(id: "indicator:cn-used-cars-exported") { series(region: "region:CN") { period { edtf } value change { absolute percent } } statistics(from: "2021-01-01", to: "2022-12-31") { sum comparator } } }',
    );
    await other.close();
    await built.close();
    expect(json.data.indicator.series.slice(0, 2)).toEqual([
      { period: { edtf: '2021' }, value: 15_000, change: null },
      { period: { edtf: '2022' }, value: 69_000, change: { absolute: 54_000, percent: 360 } },
    ]);
    expect(json.data.indicator.statistics).toEqual([{ sum: 84_000, comparator: 'EXACT' }]);
  });
});
