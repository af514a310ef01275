import { describe, expect, it } from 'vitest';
import { dateProblem } from '../../src/changesets/written-date.js';

describe('a written date', () => {
  it.each([
    '2024',
    '2024-02',
    '2011-12', // a month in EDTF
    '2024-21', // a season: no span of years goes back
    '1998-22',
    '2024-33',
    '2024-37',
    '2024-40',
    '[2023-24]',
    '{2023-24}',
    '113X',
    '99XX',
    '0113',
    '1950S2',
    '2023/2024',
    '2024-02-05T00:00:00+08:00',
  ])('%s is taken', (text) => {
    expect(dateProblem(text)).toBeUndefined();
  });

  it.each([
    [
      '2023-24',
      'may be the years 2023 to 2024 or a part of the year: write 2023/2024 for the years, or [2023-24] for the season',
    ],
    ['2020-21', 'write 2020/2021 for the years'],
    ['2021-25', 'write 2021/2025 for the years'],
    ['1919-21', 'write 1919/1921 for the years'],
    ['2024-25~', 'write 2024/2025 for the years'],
    ['2023-24/2024-25', 'write 2023/2024 for the years'],
    ['2032-33', 'or [2032-33] for the part of the year'],
    ['2040-41', 'write 2040/2041 for the years'],
    ['113', 'may be a decade or a year of another calendar: write the year with four digits, or 113X for the decade'],
    ['99', 'or 99XX for the century'],
    ['113~', 'or 113X for the decade'],
    ['99/2024', 'or 99XX for the century'],
    ['45321', 'must be an EDTF date'],
    ['20240205', 'must be an EDTF date'],
    ['202411', 'must be an EDTF date'],
    ['2024-02-05 00:00:00', 'must be an EDTF date'],
    ['/', 'gives neither a first nor a last day'],
    ['../..', 'gives neither a first nor a last day'],
    ['Y12000', 'is outside of the years 0000 to 9999, which are the ones kept'],
    ['2024/2023', 'ends before it begins'],
  ])('%s is refused, and the reason says what to write', (text, reason) => {
    expect(dateProblem(text)).toContain(reason);
  });
});
