import { describe, expect, it } from 'vitest';
import { sdmxPeriod } from '../../src/export/sdmx-period.js';
import { sdmxUnit } from '../../src/export/sdmx-unit.js';

describe('periods of SDMX', () => {
  it.each([
    ['2024', 'A', '2024', 'EXACT'],
    ['2024-02', 'M', '2024-02', 'EXACT'],
    ['2024-12', 'M', '2024-12', 'EXACT'],
    ['2024-02-29', 'D', '2024-02-29', 'EXACT'],
    ['2024-33', 'Q', '2024-Q1', 'EXACT'],
    ['2024-34', 'Q', '2024-Q2', 'EXACT'],
    ['2024-36', 'Q', '2024-Q4', 'EXACT'],
    ['2024-37', 'T', '2024-T1', 'EXACT'],
    ['2024-39', 'T', '2024-T3', 'EXACT'],
    ['2024-40', 'S', '2024-S1', 'EXACT'],
    ['2024-41', 'S', '2024-S2', 'EXACT'],
    ['2024?', 'A', '2024', 'UNCERTAIN'],
    ['2024-02~', 'M', '2024-02', 'APPROXIMATE'],
    ['2024-02%', 'M', '2024-02', 'UNCERTAIN'],
    ['2024-02-05/2024-02-11', undefined, '2024-02-05/P7D', 'EXACT'],
    ['[2032-33]', 'Q', '2032-Q1', 'EXACT'],
    ['2024-33%', 'Q', '2024-Q1', 'UNCERTAIN'],
    ['2024-02-05T00:00:00+08:00', 'D', '2024-02-05', 'EXACT'],
    ['[2013-24]', undefined, '2013-12-01/P90D', 'EXACT'],
    ['2020/2022', undefined, '2020-01-01/P1096D', 'EXACT'],
    ['2020~/2022', undefined, '2020-01-01/P1096D', 'APPROXIMATE'],
    ['[2019-04-21..2019-04-30]', undefined, '2019-04-21/P10D', 'ONE_OF'],
    ['202X', undefined, '2020-01-01/P3653D', 'ONE_OF'],
    ['{2019,2021}', undefined, '2019-01-01/P1096D', 'ALL_OF'],
    ['2019/..', undefined, undefined, 'OPEN'],
    ['[..2019-04]', undefined, undefined, 'OPEN'],
  ])('%s is %s %s, %s', (edtf, frequency, text, status) => {
    expect({ frequency: undefined, ...sdmxPeriod(edtf) }).toEqual({ frequency, text, status });
  });

  it('a season has a length of its own, and no period none', () => {
    expect(sdmxPeriod('2024-22').text).toMatch(/^2024-\d\d-\d\d\/P\d+D$/);
    expect(sdmxPeriod(undefined)).toEqual({});
  });
});

describe('units of SDMX', () => {
  it.each([
    ['{car}', '{car}', 0],
    ['CNY', 'CNY', 0],
    ['%', '%', 0],
    ['km', 'km', 0],
    ['10*4.{car}', '{car}', 4],
    ['10*4{car}', '{car}', 4],
    ['10^8.CNY', 'CNY', 8],
    ['10*6', '1', 6],
    ['10', '10', 0],
  ])('%s is %s times ten to the power of %i', (unit, measure, multiplier) => {
    expect(sdmxUnit(unit)).toEqual({ measure, multiplier });
  });
});
