import edtf from 'edtf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateError, edtfDays } from '../../src/graph/time/edtf.js';

/** Worked out by hand from ISO 8601-2:2019 and the EDTF levels; seasons are meteorological. */
const forms: readonly (readonly [text: string, earliest: string | undefined, latest: string | undefined])[] = [
  // seasons, and those of a hemisphere
  ['2001-21', '2001-03-01', '2001-05-31'],
  ['2001-22', '2001-06-01', '2001-08-31'],
  ['2001-23', '2001-09-01', '2001-11-30'],
  ['2001-24', '2001-12-01', '2002-02-28'],
  ['2023-24', '2023-12-01', '2024-02-29'],
  ['2001-25', '2001-03-01', '2001-05-31'],
  ['2001-26', '2001-06-01', '2001-08-31'],
  ['2001-27', '2001-09-01', '2001-11-30'],
  ['2001-28', '2001-12-01', '2002-02-28'],
  ['2001-29', '2001-09-01', '2001-11-30'],
  ['2001-30', '2001-12-01', '2002-02-28'],
  ['2001-31', '2001-03-01', '2001-05-31'],
  ['2001-32', '2001-06-01', '2001-08-31'],
  // quarters, thirds, halves
  ['2024-33', '2024-01-01', '2024-03-31'],
  ['2024-34', '2024-04-01', '2024-06-30'],
  ['2024-35', '2024-07-01', '2024-09-30'],
  ['2024-36', '2024-10-01', '2024-12-31'],
  ['2024-37', '2024-01-01', '2024-04-30'],
  ['2024-38', '2024-05-01', '2024-08-31'],
  ['2024-39', '2024-09-01', '2024-12-31'],
  ['2024-40', '2024-01-01', '2024-06-30'],
  ['2024-41', '2024-07-01', '2024-12-31'],
  ['2024-33~', '2024-01-01', '2024-03-31'],
  ['202X-33', '2020-01-01', '2029-03-31'],
  // significant digits, and long years
  ['1950S2', '1900-01-01', '1999-12-31'],
  ['1950S3', '1950-01-01', '1959-12-31'],
  ['1950S1', '1000-01-01', '1999-12-31'],
  ['1950S4', '1950-01-01', '1950-12-31'],
  ['Y2E3', '2000-01-01', '2000-12-31'],
  ['Y19E2S2', '1900-01-01', '1999-12-31'],
  // unspecified digits
  ['156X-12-25', '1560-12-25', '1569-12-25'],
  ['15XX-12-XX', '1500-12-01', '1599-12-31'],
  ['1XXX', '1000-01-01', '1999-12-31'],
  ['XXXX-12', '0000-12-01', '9999-12-31'],
  ['1984-1X', '1984-10-01', '1984-12-31'],
  ['2024-02-1X', '2024-02-10', '2024-02-19'],
  ['2023-02-XX', '2023-02-01', '2023-02-28'],
  ['2023-XX-31', '2023-01-31', '2023-12-31'],
  ['20XX-02-29', '2000-02-29', '2096-02-29'],
  ['XX24', '0024-01-01', '9924-12-31'],
  // qualifiers
  ['1984?', '1984-01-01', '1984-12-31'],
  ['2004-06-~11', '2004-06-11', '2004-06-11'],
  ['2004?-06-11', '2004-06-11', '2004-06-11'],
  ['?2004-06-~11', '2004-06-11', '2004-06-11'],
  ['2011-23~', '2011-09-01', '2011-11-30'],
  // intervals
  ['1964/2008', '1964-01-01', '2008-12-31'],
  ['2004-02-01/2005', '2004-02-01', '2005-12-31'],
  ['1985/', '1985-01-01', undefined],
  ['/1985-04', undefined, '1985-04-30'],
  ['../1985-04-12', undefined, '1985-04-12'],
  ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-03'],
  ['2024-33/2024-35', '2024-01-01', '2024-09-30'],
  ['1950S2/1960~', '1900-01-01', '1960-12-31'],
  // sets
  ['[1667,1668,1670..1672]', '1667-01-01', '1672-12-31'],
  ['[..1760-12-03]', undefined, '1760-12-03'],
  ['[1760-01,1760-02,1760-12..]', '1760-01-01', undefined],
  ['[..1983-12-31,1984-10-10..1984-11-01]', undefined, '1984-11-01'],
  ['{1960, 1961-12}', '1960-01-01', '1961-12-31'],
  ['{1667..1670-12}', '1667-01-01', '1670-12-31'],
  ['[2023-24]', '2023-12-01', '2024-02-29'],
  ['[1670,1665]', '1665-01-01', '1670-12-31'],
  // instants keep the day that they are written with
  ['2024-02-05T00:00:00+08:00', '2024-02-05', '2024-02-05'],
  ['2024-02-05T23:30:00Z', '2024-02-05', '2024-02-05'],
  ['2024-02-05T23:30:00-11:00', '2024-02-05', '2024-02-05'],
  ['2024-02-05T00:00:00', '2024-02-05', '2024-02-05'],
  ['2024-02-05T00:00:00.000+0800', '2024-02-05', '2024-02-05'],
  ['2024-02-05T24:00:00', '2024-02-05', '2024-02-05'],
  ['2024-02-05T23:30:00Z/2024-02-06T00:30:00+08:00', '2024-02-05', '2024-02-06'],
  // the first and last years
  ['0000', '0000-01-01', '0000-12-31'],
  ['0100-02', '0100-02-01', '0100-02-28'],
  ['9999-12-31', '9999-12-31', '9999-12-31'],
];

describe('the days of EDTF', () => {
  it.each(forms)('%s are from %s to %s', (text, earliest, latest) => {
    expect(edtfDays(text)).toEqual({ earliest, latest });
  });

  it.each([
    ['2024-00', /EDTF/],
    ['2024-42', /EDTF/],
    ['2024-20', /EDTF/],
    ['2024-21-05', /EDTF/],
    ['2024-02-3X', /EDTF/],
    ['2023-02-29', /EDTF/],
    ['1900-02-29', /EDTF/],
    ['2024-02-05T25:00:00', /EDTF/],
    ['2024-02-30T10:00:00', /EDTF/],
    ['1950S0', /EDTF/],
    ['Y2024', /EDTF/],
    ['2019/2020/2021', /EDTF/],
    ['[2019..2020..2021]', /EDTF/],
    ['[2019,..2020]', /EDTF/],
    ['[2019..,2020]', /EDTF/],
    ['[..]', /EDTF/],
    ['[]', /EDTF/],
    ['[[2019]]', /EDTF/],
    ['[2019}', /EDTF/],
    ['2024-12/2024-01', /ends before it begins/],
    ['[2020..2019]', /ends before it begins/],
    ['2024-36/2024-33', /ends before it begins/],
    ['Y12000', /years 0000 to 9999/],
    ['Y-12000', /years 0000 to 9999/],
    ['Y17E8', /years 0000 to 9999/],
    ['Y171010000S3', /years 0000 to 9999/],
    ['-0044', /years 0000 to 9999/],
    ['-0044-03-15', /years 0000 to 9999/],
    ['9999-24', /years 0000 to 9999/],
  ])('are missing for "%s"', (text, reason) => {
    expect(() => edtfDays(text)).toThrow(DateError);
    expect(() => edtfDays(text)).toThrow(reason);
  });

  /** The edtf package takes set ranges, divisions of years, significant digits, leap days and zones otherwise; dates, months and intervals it reads as the standard does. */
  it('are those that the edtf package gives, where that keeps to the standard', () => {
    const digit = fc.constantFrom(...'0123456789X');
    const mark = fc.constantFrom('', '?', '~', '%');
    const month = fc.constantFrom('01', '02', '09', '10', '12', 'XX', '1X', '0X');
    const day = fc.constantFrom('01', '15', '28', 'XX');
    const date = fc
      .tuple(fc.constantFrom('1', '2'), digit, digit, digit, month, day, fc.constantFrom(4, 7, 10), mark)
      .map(([a, b, c, d, mm, dd, length, end]) => `${`${a}${b}${c}${d}-${mm}-${dd}`.slice(0, length)}${end}`);
    const end = fc.oneof(date, fc.constantFrom('', '..'));
    const text = fc.oneof(
      date,
      fc.tuple(end, end).map(([from, until]) => `${from}/${until}`),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const theirs = daysOfPackage(candidate);
        fc.pre(theirs !== undefined);
        expect(edtfDays(candidate)).toEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });
});

function daysOfPackage(text: string): object | undefined {
  const day = (instant: number | null) =>
    instant === null || !Number.isFinite(instant) ? undefined : new Date(instant).toISOString().slice(0, 10);
  try {
    const { min, max } = edtf(text) as { min: number | null; max: number | null };
    return { earliest: day(min), latest: day(max) };
  } catch {
    return undefined;
  }
}
