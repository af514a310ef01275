import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyOn, holdingDays, type Certainty } from '../../src/graph/time/certainty.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';

interface Case {
  readonly from?: string;
  readonly until?: string;
  /** The days of the documents that say so. */
  readonly stated?: readonly string[];
  readonly notBefore?: string;
  readonly knownFrom?: string;
}

const date = (text: string | undefined) => (text === undefined ? undefined : fuzzyDate(text));

function certainty({ from, until, stated = [], notBefore, knownFrom }: Case, on: string): Certainty | undefined {
  const validity = { from: date(from), until: date(until) };
  return certaintyOn({ ...validity, ...holdingDays(validity, stated.map(fuzzyDate), notBefore), knownFrom }, on);
}

const governor: Case = { stated: ['2024-03-27'] };
const pilot: Case = { from: '2019', stated: ['[2019-05-01..2019-12-31]', '2024-02-27'] };

describe('the certainty of a relation', () => {
  it.each<[string, Case, string, Certainty | undefined]>([
    ['of which one source speaks, on that very day', governor, '2024-03-27', 'CERTAIN'],
    ['of which one source speaks, the day after', governor, '2024-03-28', 'PRESUMED'],
    ['of which one source speaks, years after', governor, '2026-11-27', 'PRESUMED'],
    ['of which one source speaks, the day before', governor, '2024-03-26', 'POSSIBLE'],
    ['of which one source speaks, thirty years before', governor, '1990-01-01', 'POSSIBLE'],
    ['of which two sources speak, on the first day', { stated: ['2020-05-01', '2024-05-01'] }, '2020-05-01', 'CERTAIN'],
    ['of which two sources speak, between them', { stated: ['2020-05-01', '2024-05-01'] }, '2022-05-01', 'PRESUMED'],
    ['of which two sources speak, on the last day', { stated: ['2024-05-01', '2020-05-01'] }, '2024-05-01', 'CERTAIN'],
    ['of which a source of some month speaks, in that month', { stated: ['2024-03'] }, '2024-03-15', 'POSSIBLE'],
    ['of which a source of some month speaks, after that month', { stated: ['2024-03'] }, '2024-04-01', 'PRESUMED'],
    ['since a year, before the year', pilot, '2018-12-31', undefined],
    ['since a year, in the year', pilot, '2019-06-01', 'POSSIBLE'],
    ['since a year, before the last source', pilot, '2022-06-01', 'CERTAIN'],
    ['since a year, after the last source', pilot, '2024-02-28', 'PRESUMED'],
    ['since a day, with no later source', { from: '2024-01-01', stated: ['2023-12-01'] }, '2024-06-01', 'PRESUMED'],
    ['since an unknown day after one', { from: '2019/..', stated: ['2020-01-01'] }, '2020-01-02', 'PRESUMED'],
    ['since an unknown day before one', { from: '../2019', stated: ['2020-01-01'] }, '2019-12-31', 'CERTAIN'],
    ['until a month, before it', { until: '2023-12', stated: ['2022-01-01'] }, '2023-11-30', 'PRESUMED'],
    ['until a month, in it', { until: '2023-12', stated: ['2022-01-01'] }, '2023-12-15', 'POSSIBLE'],
    ['until a month, after it', { until: '2023-12', stated: ['2022-01-01'] }, '2024-01-01', undefined],
    ['until a month, told afterwards', { until: '2023-12', stated: ['2024-05-01'] }, '2023-11-30', 'POSSIBLE'],
    ['until an unknown day before one', { until: '../2019', stated: ['2017-01-01'] }, '2018-01-01', 'POSSIBLE'],
    ['with both ends, between them', { from: '2015', until: '2020', stated: ['2024-01-01'] }, '2017-01-01', 'CERTAIN'],
    ['of a policy, before its announcement', { stated: ['2024-02-27'], notBefore: '2024-02-05' }, '2024-02-04', undefined],
    ['of a policy, after its announcement', { stated: ['2024-02-27'], notBefore: '2024-02-05' }, '2024-02-06', 'POSSIBLE'],
    ['of a policy, said to hold before', { from: '2019', notBefore: '2024-02-05' }, '2020-01-01', undefined],
    ['of undated sources, before they were recorded', { knownFrom: '2026-05-01T08:00:00.000Z' }, '2026-04-30', 'POSSIBLE'],
    ['of undated sources, since they were recorded', { knownFrom: '2026-05-01T08:00:00.000Z' }, '2026-05-01', 'PRESUMED'],
  ])('%s', (_, relation, on, expected) => {
    expect(certainty(relation, on)).toBe(expected);
  });

  it('gives the first and the last day on which sources speak of it', () => {
    const stated = ['2024-02-27', '[2019-05-01..2019-12-31]', '2021'].map(fuzzyDate);
    expect(holdingDays({}, stated, undefined)).toMatchObject({
      firstStatedOn: '[2019-05-01..2019-12-31]',
      lastStatedOn: '2024-02-27',
    });
  });

  /** Every reading of two fuzzy ends is a pair of days among those they allow. */
  it('with both ends is CERTAIN when every reading includes the day, POSSIBLE when some do', () => {
    const iso = (offset: number) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
    const within = fc.integer({ min: 0, max: 40 }).map(iso);
    const span = fc.tuple(within, within).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
    const all = Array.from({ length: 41 }, (_, day) => iso(day));
    const days = ([first, last]: [string, string]) => all.filter((day) => first <= day && day <= last);
    fc.assert(
      fc.property(span, span, within, (from, until, on) => {
        fc.pre(from[1] <= until[0]);
        const readings = days(from).flatMap((begin) => days(until).map((end) => begin <= on && on <= end));
        const expected = readings.every(Boolean) ? 'CERTAIN' : readings.some(Boolean) ? 'POSSIBLE' : undefined;
        expect(certainty({ from: `[${from.join('..')}]`, until: `[${until.join('..')}]` }, on)).toBe(expected);
      }),
    );
  });
});
