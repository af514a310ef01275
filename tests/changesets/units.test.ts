import { describe, expect, it } from 'vitest';
import { everydayUnit, scaled } from '../../src/changesets/units/everyday.js';
import { unitProblem } from '../../src/changesets/units/unit-problem.js';

describe('a unit', () => {
  it.each(
    `CNY USD XDR USD/kg CNY/{car} % kg t Mt m2 km2 har a mo d kW.h GW.h TW.h/a 1 {car} {user}/mo 10*4.{car} 10*8.CNY [bbl_us]/d kg/m3 m/s2 g.m.s-2 /a kg/(m2.a) t{CO2} {50-100} 100.kg mg/L [ppm] Cel [degF] Gbit/s MiBy [lb_av] u 10^3.t`.split(
      ' ',
    ),
  )('%s is known', (unit) => {
    expect(unitProblem(unit)).toBeUndefined();
  });

  it.each([
    ['rmb', 'write "CNY"'],
    ['RMB', 'write "CNY"'],
    ['人民币', 'write "CNY"'],
    ['cny', 'write "CNY"'],
    ['万元', 'write "CNY" with the value times 10,000'],
    ['亿元', 'write "CNY" with the value times 100,000,000'],
    ['萬元', 'write "CNY" with the value times 10,000'],
    ['亿美元', 'write "USD" with the value times 100,000,000'],
    ['万亿元', 'write "CNY" with the value times 1,000,000,000,000'],
    ['万辆', 'write "{car}" with the value times 10,000'],
    ['萬輛', 'write "{car}" with the value times 10,000'],
    ['千吨', 'write "t" with the value times 1,000'],
    ['万吨', 'write "t" with the value times 10,000'],
    ['百万人次', 'write "{visit}" with the value times 1,000,000'],
    ['亿千瓦时', 'write "kW.h" with the value times 100,000,000'],
    ['亿kWh', 'write "kW.h" with the value times 100,000,000'],
    ['万', 'write "1" with the value times 10,000'],
    ['million USD', 'write "USD" with the value times 1,000,000'],
    ['USD million', 'write "USD" with the value times 1,000,000'],
    ['billion yuan', 'write "CNY" with the value times 1,000,000,000'],
    ['thousand tonnes', 'write "t" with the value times 1,000'],
    ['千克', 'write "kg"'],
    ['千瓦时', 'write "kW.h"'],
    ['kWh', 'write "kW.h"'],
    ['％', 'write "%"'],
    ['percent', 'write "%"'],
    ['per cent', 'write "%"'],
    ['car', 'write "{car}"'], // a centiare by accident
    ['MT', 'write "t"'], // a megatesla
    ['pc', 'write "{piece}"'], // a parsec
    ['ha', 'write "har"'],
    ['m²', 'write "m2"'],
    ['ＣＮＹ', 'write "CNY"'],
    ['vehicles', 'write "{vehicle}"'],
    ['warehouses', 'Did you mean "{warehouses}"?'],
    ['XYZ', 'Did you mean "{XYZ}"?'],
    ['$', 'must be a currency of ISO 4217'],
    ['', 'must be a currency'],
    ['{}', 'must be a currency'],
    ['{辆}', 'must be a currency'],
    ['{a b}', 'must be a currency'],
    ['kg//m', 'must be a currency'],
    ['kg/', 'must be a currency'],
    ['(kg', 'must be a currency'],
    ['kg)', 'must be a currency'],
    ['kg m', 'must be a currency'],
    ['km%', 'must be a currency'],
    ['0', 'must be a currency'],
    ['[foo]', 'must be a currency'],
  ])('%s is not known, and the reason says what is', (unit, reason) => {
    expect(unitProblem(unit)).toContain(reason);
  });

  it('that is known has no everyday form', () => {
    expect(everydayUnit('kg')).toBeUndefined();
    expect(everydayUnit('m2')).toBeUndefined();
  });

  it('of everyday is scaled digit by digit', () => {
    expect(everydayUnit('万辆')).toEqual({ unit: '{car}', power: 4 });
    expect(scaled(12.3, { unit: '{car}', power: 4 })).toBe(123_000);
    expect(scaled(1.005, { unit: 'CNY', power: 8 })).toBe(100_500_000);
    expect(scaled(-1e-7, { unit: 'CNY', power: 8 })).toBe(-10);
  });
});
