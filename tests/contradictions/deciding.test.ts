import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountsAgree,
  commonTime,
  contradicting,
  datesAgree,
  holdTogether,
  textsAgree,
  type Amount,
} from '../../src/graph/inference/contradictions.js';
import { fuzzyDate, type Validity } from '../../src/graph/time/dates.js';
import { comparators } from '../../src/model/model.js';

const validity = (from?: string, until?: string): Validity => ({
  from: from === undefined ? undefined : fuzzyDate(from),
  until: until === undefined ? undefined : fuzzyDate(until),
});

describe('dates', () => {
  it.each([
    ['2019', '2019-04', true],
    ['2019-04', '[2019-04-21..2019-04-30]', true],
    ['2019', '2020', false],
    ['2024-02-05', '2024-02-07', false],
    ['2015-06~', '2015-07-03', true],
    ['2015-06~', '2015-09', false],
    ['2019-03/2019-05', '2019-04/2019-06', true],
    ['2019-04/..', '2031', true],
    ['../2019-04', '2031', false],
  ])('%s and %s: %s', (a, b, agree) => {
    expect([datesAgree(a, b), datesAgree(b, a)]).toEqual([agree, agree]);
  });
});

describe('values', () => {
  it.each<[string, number, string, number, boolean]>([
    ['EXACT', 15_000, 'EXACT', 16_000, false],
    ['EXACT', 15_000, 'EXACT', 15_000, true],
    ['MORE_THAN', 100, 'EXACT', 120, true],
    ['MORE_THAN', 100, 'EXACT', 100, false],
    ['AT_LEAST', 100, 'EXACT', 100, true],
    ['AT_LEAST', 100, 'LESS_THAN', 100, false],
    ['AT_LEAST', 100, 'AT_MOST', 100, true],
    ['MORE_THAN', 100, 'MORE_THAN', 500, true],
    ['LESS_THAN', 100, 'MORE_THAN', 100, false],
    ['ABOUT', 100, 'EXACT', 105, true],
    ['ABOUT', 100, 'EXACT', 106, false],
    ['ABOUT', -10, 'EXACT', -10.4, true],
    ['ABOUT', 100, 'MORE_THAN', 104, true],
    ['EXACT', 0, 'ABOUT', 0, true],
  ])('%s %d and %s %d: %s', (one, a, other, b, agree) => {
    const [first, second] = [
      { comparator: one, value: a },
      { comparator: other, value: b },
    ] as [Amount, Amount];
    expect([amountsAgree(first, second), amountsAgree(second, first)]).toEqual([agree, agree]);
  });

  it('agree with themselves, and either way round', () => {
    const amount = fc.record({
      comparator: fc.constantFrom(...(Object.keys(comparators) as (keyof typeof comparators)[])),
      value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    });
    fc.assert(fc.property(amount, amount, (a, b) => amountsAgree(a, a) && amountsAgree(a, b) === amountsAgree(b, a)));
  });

  it('that are texts are the same but for spaces, letter case and width', () => {
    expect(textsAgree('Notice No. 1', 'notice no.１')).toBe(true);
    expect(textsAgree('No. 1', 'No. 2')).toBe(false);
    expect(textsAgree(4, '4')).toBe(true);
  });
});

describe('the time of two claims', () => {
  it.each([
    [validity(), validity('2020'), true],
    [validity('2019', '2020'), validity('2020'), false],
    [validity('2019', '2021'), validity('2020'), true],
    [validity('2018', '2022'), validity('2020'), true],
    [validity('2018', '2020-06-30'), validity('2020-06-30'), false],
    [validity(undefined, '2019'), validity('2020'), false],
    [validity('2020-01-01', '2020-01-01'), validity('2020-01-01', '2020-01-01'), true],
    [validity('2020/..'), validity('2020'), false],
  ])('%j and %j overlap by every reading: %s', (a, b, together) => {
    expect([holdTogether(a, b), holdTogether(b, a)]).toEqual([together, together]);
  });

  it('is that in which all hold', () => {
    expect(commonTime([validity('2018', '2022-06'), validity('2020')])?.edtf).toBe('2020-12-31/2022-06-01');
    expect(commonTime([validity('2018'), validity('2020')])?.edtf).toBe('2020-12-31/..');
    expect(commonTime([validity(), validity()])).toBeUndefined();
    expect(commonTime([validity('2019-04/..'), validity('2019-04/..')])).toBeUndefined();
  });
});

describe('contradicting', () => {
  it('leaves out what agrees with all others, and keeps apart what no contradiction joins', () => {
    expect(contradicting(['2019', '2019-04', '2019-05', '2019'], datesAgree)).toEqual([['2019-04', '2019-05']]);
    const sameTens = (a: number, b: number) => a === b || Math.floor(a / 10) !== Math.floor(b / 10);
    expect(contradicting([11, 21, 12, 35, 22, 21], sameTens)).toEqual([
      [11, 12],
      [21, 22, 21],
    ]);
    expect(contradicting([], () => false)).toEqual([]);
  });

  it('gives each item in one group at most, with another that it contradicts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 25 }), (numbers) => {
        const items = numbers.map((value) => ({ value }));
        const agree = (a: { value: number }, b: { value: number }) => Math.abs(a.value - b.value) !== 2;
        const groups = contradicting(items, agree);
        expect(new Set(groups.flat()).size).toBe(groups.flat().length);
        for (const item of items)
          expect(groups.some((group) => group.includes(item))).toBe(items.some((other) => !agree(item, other)));
        for (const group of groups) for (const item of group) expect(group.some((other) => !agree(item, other))).toBe(true);
      }),
    );
  });
});
