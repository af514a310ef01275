import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import { comparatorOf, series, statistics, type Comparator, type Value } from '../../src/graph/statistics/statistics.js';

let number = 0;
/** An observation of a region and a period; its id has the order of creation. */
function value(
  amount: number,
  { period, basePeriod, ...rest }: Partial<Omit<Value, 'period' | 'basePeriod'>> & { period?: string; basePeriod?: string } = {},
): Value {
  number += 1;
  return {
    id: `observation:${String(number).padStart(5, '0')}`,
    indicator: 'indicator:cars',
    about: [],
    region: 'region:CN',
    level: 'COUNTRY',
    unit: '{car}',
    comparator: 'EXACT',
    kind: 'ACTUAL',
    reportedBy: undefined,
    rank: undefined,
    rankedIn: undefined,
    converted: undefined,
    value: amount,
    period: period === undefined ? undefined : fuzzyDate(period),
    basePeriod: basePeriod === undefined ? undefined : fuzzyDate(basePeriod),
    ...rest,
  };
}

const year = (period: string, amount: number, { basePeriod, ...rest }: Partial<Value> = {}) => ({
  ...value(amount, { ...rest, period }),
  basePeriod,
});

describe('a series', () => {
  const changes = (values: readonly Value[], kind: Parameters<typeof series>[1] = 'FLOW') =>
    series(values, kind).map(({ period, change }) => [period?.edtf, change?.absolute, change?.percent, change?.since.edtf]);

  it('is ordered by period, with the change since the one before', () => {
    expect(changes([year('2022', 69_000), year('2021', 15_000), year('2023', 69_000)])).toEqual([
      ['2021', undefined, undefined, undefined],
      ['2022', 54_000, 360, '2021'],
      ['2023', 0, 0, '2022'],
    ]);
  });

  it('compares a year with a year and a month with a month, also past one another', () => {
    const mixed = [
      year('2022', 100),
      year('2023', 110),
      year('2023-01', 10),
      year('2023-02', 9),
      year('2023-01/2023-03', 28),
      year('2024', 120),
    ];
    expect(changes(mixed)).toEqual([
      ['2022', undefined, undefined, undefined],
      ['2023-01', undefined, undefined, undefined],
      ['2023-01/2023-03', undefined, undefined, undefined],
      ['2023', 10, 10, '2022'],
      ['2023-02', -1, -10, '2023-01'],
      ['2024', 10, expect.closeTo(9.0909, 3), '2023'],
    ]);
  });

  it('compares values at an instant with any before', () => {
    expect(changes([year('2022', 100), year('2023-06-30', 120)], 'STOCK')[1]).toEqual(['2023-06-30', 20, 20, '2022']);
    expect(changes([year('2022', 100), year('2023-06-30', 120)], 'FLOW')[1]?.[1]).toBeUndefined();
  });

  it.each<[string, Partial<Value>, RegExp]>([
    ['units differ', { unit: 't' }, /before is in \{car\}, this one in t/],
    ['the value is a bound', { comparator: 'MORE_THAN' }, /this value is only a bound/],
  ])('gives no change where %s, and says so', (_, rest, note) => {
    expect(series([year('2021', 1), year('2022', 2, rest)], 'FLOW')[1]).toMatchObject({
      value: 2,
      change: undefined,
      note: expect.stringMatching(note),
    });
  });

  it('gives an approximate change of approximate values, and none in percent of 0', () => {
    expect(series([year('2021', 0), year('2022', 2, { comparator: 'ABOUT' })], 'FLOW')[1]?.change).toEqual({
      absolute: 2,
      percent: undefined,
      comparator: 'ABOUT',
      since: fuzzyDate('2021'),
    });
    expect(series([year('2021', -10), year('2022', -5)], 'FLOW')[1]?.change?.percent).toBe(50);
  });

  it('makes one point of sources that agree, and gives no value where they do not', () => {
    const [agreed] = series(
      [
        year('2022', 100, { comparator: 'MORE_THAN' }),
        year('2022-01-01/2022-12-31', 120),
        year('2022', 118, { comparator: 'ABOUT' }),
      ],
      'FLOW',
    );
    expect(agreed).toMatchObject({
      value: 120,
      comparator: 'EXACT',
      observations: [{ value: 120 }, { value: 118 }, { value: 100 }],
    });
    const [differing, after] = series([year('2022', 100), year('2022', 120), year('2023', 130)], 'FLOW');
    expect(differing).toMatchObject({
      value: undefined,
      observations: [{ value: 100 }, { value: 120 }],
      note: expect.stringMatching(/contradict/),
    });
    expect(after).toMatchObject({ value: 130, change: undefined, note: expect.stringMatching(/before contradict/) });
  });

  it('never compares regions, kinds, things or bases with one another', () => {
    const others: Partial<Value>[] = [
      { region: 'region:JP' },
      { kind: 'TARGET' },
      { about: ['product:car'] },
      { basePeriod: fuzzyDate('2020') },
    ];
    for (const rest of others)
      expect(series([year('2021', 1), year('2022', 2, rest)], 'FLOW').map(({ change }) => change)).toEqual([
        undefined,
        undefined,
      ]);
    expect(
      series([year('2021', 1, { about: ['a', 'b'] }), year('2022', 2, { about: ['b', 'a'] })], 'FLOW')[1]?.change?.absolute,
    ).toBe(1);
  });

  it('keeps units apart that a source gives side by side', () => {
    const dollars = { unit: 'USD' };
    expect(
      changes([year('2021', 7), year('2021', 1, dollars), year('2022', 14), year('2022', 3, dollars)]).map(
        ([, absolute]) => absolute,
      ),
    ).toEqual([undefined, undefined, 7, 2]);
    expect(changes([year('2021', 7), year('2022', 3, dollars), year('2023', 14)]).map(([, absolute]) => absolute)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('puts what has no period last', () => {
    expect(changes([value(5), year('2021', 1)])).toEqual([
      ['2021', undefined, undefined, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('groups', () => {
  const provinces = ['GD', 'SD', 'ZJ'].flatMap((slug, index) =>
    ['2022', '2023'].map((period) => year(period, 10 * (index + 1), { region: `region:CN-${slug}`, level: 'PROVINCE' })),
  );

  it('add up what belongs together', () => {
    expect(statistics(provinces, ['YEAR'], 'FLOW')).toMatchObject([
      {
        keys: [{ by: 'YEAR', value: '2022' }],
        count: 3,
        sum: 60,
        mean: 20,
        comparator: 'EXACT',
        smallest: { value: 10 },
        largest: { value: 30 },
        unit: '{car}',
        kind: 'ACTUAL',
        note: undefined,
      },
      { keys: [{ by: 'YEAR', value: '2023' }], count: 3, sum: 60 },
    ]);
    expect(statistics(provinces, [], 'FLOW')).toMatchObject([{ keys: [], count: 6, sum: 120 }]);
    expect(statistics([], ['YEAR'], 'FLOW')).toEqual([]);
  });

  it('refuse units that differ, and name them', () => {
    const mixed = [
      ...provinces,
      year('2023', 5, { unit: 'USD', region: 'region:CN-HA', level: 'PROVINCE' }),
      year('2024', 6, { unit: 'CNY' }),
    ];
    expect(() => statistics(mixed, [], 'FLOW')).toThrow('CNY, USD, {car}');
    expect(() => statistics(mixed, ['YEAR'], 'FLOW')).toThrow(/^Values in USD, \{car\} cannot be taken together.*"unit".*UNIT/);
    expect(statistics(mixed, ['UNIT'], 'FLOW').map(({ unit, count }) => [unit, count])).toEqual([
      ['CNY', 1],
      ['USD', 1],
      ['{car}', 6],
    ]);
  });

  it('never put a target beside what was measured', () => {
    expect(
      statistics([year('2022', 1), year('2023', 2, { kind: 'TARGET' })], [], 'FLOW').map(({ kind, sum }) => [kind, sum]),
    ).toEqual([
      ['ACTUAL', 1],
      ['TARGET', 2],
    ]);
  });

  it.each(['STOCK', 'PRICE', 'SHARE', 'RATE', undefined] as const)('have a mean and no sum of %s', (kind) => {
    expect(statistics(provinces, ['YEAR'], kind)[0]).toMatchObject({
      sum: undefined,
      mean: 20,
      note: expect.stringMatching(/no sum/),
    });
  });

  it('have no sum of changes and percentages', () => {
    expect(statistics([year('2022', 1, { kind: 'CHANGE' })], [], 'FLOW')[0]).toMatchObject({
      sum: undefined,
      note: expect.stringMatching(/changes/),
    });
    expect(statistics([year('2022', 1, { unit: '%' })], [], 'FLOW')[0]).toMatchObject({
      sum: undefined,
      note: expect.stringMatching(/percentages/),
    });
  });

  it.each<[string, readonly Value[], RegExp]>([
    ['a country and its provinces', [...provinces, year('2022', 100)], /COUNTRY, PROVINCE/],
    ['a year and its months', [year('2022', 100), year('2022-03', 9)], /periods overlap/],
    ['periods that no source gives', [value(1), year('2022', 9)], /periods overlap/],
    ['a thing and more', [year('2022', 1, { about: ['a'] }), year('2022', 2, { about: ['a', 'b'] })], /of which one may be part/],
    ['a thing and everything', [year('2022', 1, { about: ['a'] }), year('2022', 2)], /of which one may be part/],
    [
      'blocs',
      [year('2022', 1, { region: 'region:ASEAN', level: 'BLOC' }), year('2022', 2, { region: 'region:RCEP', level: 'BLOC' })],
      /share members/,
    ],
    ['sources that contradict each other', [year('2022', 1), year('2022', 2)], /contradict/],
    [
      'bounds of both kinds',
      [year('2021', 1, { comparator: 'AT_LEAST' }), year('2022', 2, { comparator: 'AT_MOST' })],
      /lower bounds/,
    ],
  ])('count nothing twice: %s', (_, values, note) => {
    const [group] = statistics(values, [], 'FLOW');
    expect(group).toMatchObject({ sum: undefined, mean: undefined, note: expect.stringMatching(note) });
    expect([group?.smallest.value, group?.largest.value]).toEqual([
      Math.min(...values.map((each) => each.value)),
      Math.max(...values.map((each) => each.value)),
    ]);
  });

  it('count once what several sources give', () => {
    expect(
      statistics([year('2022', 100), year('2022', 100, { reportedBy: 'agency:a' }), year('2023', 50)], [], 'FLOW'),
    ).toMatchObject([{ count: 2, sum: 150, observations: [{}, {}, {}] }]);
  });

  it('by year have no year for a period of several', () => {
    expect(
      statistics([year('2022', 1), year('2022-12/2023-02', 1), value(1)], ['YEAR'], 'FLOW').map(({ keys, count }) => [
        keys[0]?.value,
        count,
      ]),
    ).toEqual([
      ['2022', 1],
      [undefined, 2],
    ]);
  });

  it('agree with adding up one by one', () => {
    const asked = fc.array(
      fc.record({
        province: fc.integer({ min: 0, max: 9 }),
        year: fc.integer({ min: 2000, max: 2009 }),
        amount: fc.integer({ min: -1000, max: 1000 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(asked, (all) => {
        const unique = [...new Map(all.map((each) => [`${each.province} ${each.year}`, each])).values()];
        const values = unique.map(({ province, year: period, amount }) =>
          year(String(period), amount, { region: `region:p${province}`, level: 'PROVINCE' }),
        );
        for (const group of statistics(values, ['YEAR'], 'FLOW')) {
          const amounts = unique.filter((each) => String(each.year) === group.keys[0]?.value).map(({ amount }) => amount);
          expect([group.count, group.sum, group.smallest.value, group.largest.value]).toEqual([
            amounts.length,
            amounts.reduce((a, b) => a + b, 0),
            Math.min(...amounts),
            Math.max(...amounts),
          ]);
        }
      }),
    );
  });
});

describe('the comparator of a sum', () => {
  it.each<[Comparator[], Comparator | undefined]>([
    [['EXACT', 'EXACT'], 'EXACT'],
    [['EXACT', 'ABOUT'], 'ABOUT'],
    [['EXACT', 'MORE_THAN'], 'MORE_THAN'],
    [['AT_LEAST', 'EXACT'], 'AT_LEAST'],
    [['AT_LEAST', 'MORE_THAN'], 'MORE_THAN'],
    [['ABOUT', 'MORE_THAN'], 'AT_LEAST'],
    [['LESS_THAN', 'EXACT'], 'LESS_THAN'],
    [['AT_MOST', 'ABOUT'], 'AT_MOST'],
    [['AT_MOST', 'AT_LEAST'], undefined],
  ])('of %j is %s', (all, expected) => {
    expect(comparatorOf(all)).toBe(expected);
  });
});
