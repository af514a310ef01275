import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyDate, type FuzzyDate } from '../../src/graph/time/dates.js';

const two = (number: number): string => String(number).padStart(2, '0');
const iso = (day: Date): string => day.toISOString().slice(0, 10);
const anyDay = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map(iso);
const qualifier = fc.constantFrom('', '~', '?', '%');
/** A day, month or year, each with how many of its characters are kept. */
const anyDate = fc
  .tuple(anyDay, fc.constantFrom(4, 7, 10), qualifier)
  .map(([day, length, mark]) => ({ day, text: `${day.slice(0, length)}${mark}` }));

function dateOrError(text: string): FuzzyDate | Error {
  try {
    return fuzzyDate(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

describe('a fuzzy date', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-05', '2024-02-05', '2024-02-05'],
    ['2019~', '2019-01-01', '2019-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['2019-04-XX', '2019-04-01', '2019-04-30'],
    ['2019-21', '2019-03-01', '2019-05-31'],
    ['2019-04-21/2019-04-30', '2019-04-21', '2019-04-30'],
    ['2019/..', '2019-01-01', undefined],
    ['../2019', undefined, '2019-12-31'],
    ['[2019-04-21..2019-04-30]', '2019-04-21', '2019-04-30'],
    ['[2019,2021-05]', '2019-01-01', '2021-05-31'],
    ['[2017,2019..2021]', '2017-01-01', '2021-12-31'],
    ['{2017,2019..2021}', '2017-01-01', '2021-12-31'],
    ['[2019..]', '2019-01-01', undefined],
    ['[..2019]', undefined, '2019-12-31'],
  ])('%s is from %s to %s', (text, earliest, latest) => {
    expect(fuzzyDate(text)).toEqual({ edtf: text, earliest, latest });
  });

  it.each([
    '',
    ' 2019',
    '2019 ',
    'April 2019',
    '2019-13',
    '2019-4-5',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29/1901',
    '20190405',
    '1554422400000',
    '..',
  ])('refuses "%s"', (text) => {
    expect(() => fuzzyDate(text)).toThrow(
      new RangeError(`"${text}" is not an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30].`),
    );
  });

  it.each([
    ['2020/2019', 'ends before it begins.'],
    ['[2020..2019]', 'ends before it begins.'],
    ['Y12000', 'is outside of the years 0000 to 9999, which are the ones kept.'],
    ['-0044', 'is outside of the years 0000 to 9999, which are the ones kept.'],
  ])('refuses "%s", which %s', (text, reason) => {
    expect(() => fuzzyDate(text)).toThrow(new RangeError(`"${text}" ${reason}`));
  });

  it('of a day, month or year holds every day of it, and no other', () => {
    fc.assert(
      fc.property(anyDate, ({ day, text }) => {
        const { edtf, earliest = '', latest = '' } = fuzzyDate(text);
        expect(edtf).toBe(text);
        expect(earliest <= day && day <= latest).toBe(true);
        const written = text.replace(/[~?%]$/, '');
        expect([earliest, latest].every((end) => end.startsWith(written))).toBe(true);
        const [before, after] = [new Date(earliest), new Date(latest)];
        before.setUTCDate(before.getUTCDate() - 1);
        after.setUTCDate(after.getUTCDate() + 1);
        expect(iso(before).startsWith(written) || iso(after).startsWith(written)).toBe(false);
      }),
    );
  });

  it('of a span or of one day among several reaches from the first to the last', () => {
    const plain = anyDate.map(({ day, text }) => ({ day, text: text.replace(/[~?%]$/, '') })); // the library takes no qualifier inside a set
    fc.assert(
      fc.property(
        plain,
        plain,
        fc.constantFrom(['', '/', ''], ['[', '..', ']'], ['[', ',', ']'], ['{', '..', '}']),
        (a, b, [open = '', join = '', close = '']) => {
          const [first, second] = a.day < b.day ? [a, b] : [b, a];
          fc.pre(join !== '..' || first.text.length === second.text.length); // a range goes from year to year, month to month or day to day
          fc.pre((fuzzyDate(first.text).latest ?? '') < (fuzzyDate(second.text).earliest ?? ''));
          expect(fuzzyDate(`${open}${first.text}${join}${second.text}${close}`)).toMatchObject({
            earliest: fuzzyDate(first.text).earliest,
            latest: fuzzyDate(second.text).latest,
          });
        },
      ),
    );
  });

  it('is a date or a RangeError, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d.X~?%/[\]{},YEQ-]{0,24}$/),
      fc
        .tuple(fc.nat(9999), fc.nat(15), fc.nat(35))
        .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const read = dateOrError(candidate);
        const days = 'edtf' in read ? [read.earliest, read.latest].filter((day) => day !== undefined) : [];
        expect('edtf' in read || read instanceof RangeError).toBe(true);
        expect(days.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day))).toEqual([]);
        expect((days[0] ?? '') <= (days.at(-1) ?? '')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
