/** Units in words: every unit of the built-in data, those that imports accept by everyday names, and any other as it is printed. */
import { readFileSync, readdirSync } from 'node:fs';
import { createTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { namedUnits } from '../../../src/changesets/units/everyday.js';
import { root } from '../../../src/root.js';
import { UnitWords } from '../../../web/explorer/parts/unit-words.ts';

function wordsIn(locale: 'en' | 'zh'): UnitWords {
  const file = new URL(`web/explorer/messages/${locale}/units.json`, root);
  const messages = { units: JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> };
  const t = createTranslator({ locale, messages, namespace: 'units' });
  return new UnitWords(t as unknown as ConstructorParameters<typeof UnitWords>[0], locale);
}

/** The units of the files in data/. */
function unitsOfData(): string[] {
  const folder = new URL('data/', root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const texts = files.map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/\b(?:unit|convertedUnit): (?:"([^"]+)"|([^\s,}]+))/g)]);
  return [...new Set(found.map(([, quoted, plain]) => quoted ?? plain ?? ''))];
}

describe('a unit', () => {
  const [english, chinese] = [wordsIn('en'), wordsIn('zh')];

  it('has words in both languages, for each that data has or an everyday name means', () => {
    const units = [...unitsOfData(), ...namedUnits].filter((unit) => unit !== '1');
    expect(units).toEqual(expect.arrayContaining(['{car}', '{vehicle}', '{user}/mo', 'USD/kg', 'CNY', '%', 'kW.h']));
    for (const unit of units) {
      expect([unit, english.of(unit)]).toEqual([unit, expect.stringMatching(/^\p{L}[\p{L} -]+$/u)]);
      expect([unit, chinese.of(unit)]).toEqual([unit, expect.stringMatching(/^%$|^[\p{Script=Han}/]+$/u)]);
    }
  });

  it.each([
    ['{car}', 1, 'car', '辆'],
    ['{car}', 15_000, 'cars', '辆'],
    ['{user}/mo', 2, 'users per month', '名用户/月'],
    ['mo', 2, 'months', '个月'],
    ['USD/kg', 1, 'US dollar per kilogram', '美元/千克'],
    ['EUR/{household}/a', 9, 'euros per household per year', '欧元/户/年'],
    ['10*4.t', 3, '× 10,000 tonnes', '×10,000吨'],
    ['1000.{person}', 3, '× 1,000 people', '×1,000人'],
    ['kW.h/{person}', 2, 'kilowatt-hours per person', '千瓦时/人'],
    ['kg{CO2}', 2, 'kilograms (CO2)', '千克（CO2）'],
    ['/a', 2, 'per year', '/年'],
    ['{parking_space}', 2, 'parking space', 'parking space'],
    ['cm3', 2, 'cm³', 'cm³'],
    ['[acr_us]', 2, 'acr', 'acr'],
    ['1', 2, '', ''],
  ])('%s of %d is "%s" and "%s"', (unit, count, en, zh) => {
    expect([english.of(unit, count), chinese.of(unit, count)]).toEqual([en, zh]);
  });
});
