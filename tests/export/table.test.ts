import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
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
/** Formulas, and where each gets a '. */
const formulas = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t1',
  '\r1',
  '\n1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '﹦1',
  '﹣x',
  '\uFEFF=1',
  '\u200B\u202E@x',
  '\u00A0\u3000－x',
  '"=1"',
  '“ ＝1',
  '\u0000+1',
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

/** What one program or another takes for the beginning of a cell: a line, and what a semicolon or a tab separates. */
const inside = [
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['\n=1', "'\n'=1"],
  ['a\n=1', "a\n'=1"],
  ['a\r\n @x', "a\r\n' @x"],
  ['a;=1;b', "a;'=1;b"],
  ['a;"=1"', 'a;\'"=1"'],
  ['a\t\t-1+1', "a\t\t'-1+1"],
  ['=1;＝2\n+3', "'=1;'＝2\n'+3"],
  ["a;'b", "a;''b"],
  ["'a;\t'=\n''", "''a;\t''=\n'''"],
] as const;

describe('formulas', () => {
  it.each(inside)('inside %j are none any more, and come back', (text, escaped) => {
    expect(escapeFormula(text)).toBe(escaped);
    expect(unescapeFormula(escaped)).toBe(text);
  });

  it('of any text come back, and no cell or line begins with a sign', () => {
    const signs = fc.constantFrom(...`=+-@＝＋－＠﹦﹢﹣﹫'"“;,\t\r\n \u00A0\uFEFF\u200B\0a1末`);
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 1 })) }), (text) => {
        const escaped = String(escapeFormula(text));
        expect(unescapeFormula(escaped)).toBe(text);
        if (!/^-?[\d.]+(?:[eE][+-]?\d+)?$/.test(text))
          for (const cell of escaped.split(/[\t\r\n;]/))
            expect(cell.replace(/^[\s"“\0\u200B]+/u, '')).toMatch(/^(?![=+\-@＝＋－＠])/);
      }),
      { numRuns: 300 },
    );
  });

  it.each(formulas)('%j is none any more, and comes back', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
    expect(unescapeFormula(`'${text}`)).toBe(text);
  });

  it.each([-5, 0, '-5', '-1.5e-7', 'a; b', 'a\nb', '"a"', 'a=b', 'a-b', '1+1', '末'])('%j is none', (cell) => {
    expect(escapeFormula(cell)).toBe(cell);
    expect(unescapeFormula(String(cell))).toBe(String(cell));
  });
});
