import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../src/export/formulas.js';
import { Table } from '../../src/export/table.js';
import { hostileTexts } from '../contract/hostile-texts.js';

const cells = [
  'First line.\nSecond line.',
  'First line.\r\nSecond line.',
  'First line.\rSecond line.',
  '\n',
  '\r',
  'a\u2028b\u0085c',
  'say "x"',
  '"',
  'a,b;c\td',
  ' before and after ',
  '\u3000full width\u00A0',
  "'quoted'",
  '007',
  'NA',
  ...hostileTexts.map(({ text }) => text).filter((text) => text !== ''),
];
const formulas = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '-',
  "'",
  "'=1",
  "''",
];

describe.each(['\n', '\r\n'] as const)('tables whose lines end in %j', (record_delimiter) => {
  it.each([...cells, ...formulas])('give the cell %j back', (cell) => {
    const table = new Table<string>(
      [
        ['id', () => 'a'],
        ['text', (text) => text],
        ['last', () => 1],
      ],
      { record_delimiter },
    );
    const read: unknown = parse(table.lines([cell, 'next']) + table.lines([cell]));
    expect(read).toEqual([
      ['id', 'text', 'last'],
      ['a', cell, '1'],
      ['a', 'next', '1'],
      ['a', cell, '1'],
    ]);
  });
});

describe('formulas', () => {
  it.each(formulas)('%j is none any more, and comes back', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
    expect(unescapeFormula(`'${text}`)).toBe(text);
  });

  it.each([-5, 0, '-5', '-1.5e-7', 'a=b', 'a-b', '1+1', '末'])('%j is none', (cell) => {
    expect(escapeFormula(cell)).toBe(cell);
    expect(unescapeFormula(String(cell))).toBe(String(cell));
  });
});
