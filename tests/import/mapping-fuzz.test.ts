/** Mappings of any form: each is read, or refused with its places; none fails in another way. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Problem } from '../../src/changesets/problem.js';
import { parsedMapping, columnsOf } from '../../src/import/mapping/mapping.js';
import { dateReader } from '../../src/import/mapping/dates.js';
import { mappedRow } from '../../src/import/mapping/row.js';
import { IdNames } from '../../src/import/mapping/id-names.js';
import { unmatched } from '../../src/import/mapping/match.js';

const words = [
  '{id}',
  '{id|slug}',
  '{',
  '}',
  '{}',
  '{|}',
  '{id|}',
  '{a|b}',
  '{__proto__}',
  '',
  'YYYY',
  'x',
  '__proto__',
  'constructor',
  '(?<a>',
  '(?<a>.+)',
  'toString',
];
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 12 }),
);
const format = fc
  .array(
    fc.constantFrom(
      'YYYY',
      'YYYYYYYY',
      'YY',
      'RRR',
      'MM',
      'M',
      'DD',
      'D',
      'HH',
      'mm',
      '-',
      '/',
      '[',
      ']',
      '[年]',
      '(',
      '\\',
      '1',
      '*',
      'Q',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const keys = [
  'from',
  'split',
  'lookup',
  'match',
  'on',
  'default',
  'as',
  'otherwise',
  'when',
  'unless',
  'each',
  'shared',
  'id',
  'names',
  'value',
  'lang',
  'properties',
  'subject',
  'predicate',
  'object',
  'evidence',
  'pattern',
  '__proto__',
  'toString',
];
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, true, 0, -1, Infinity, 'date', 'number', 'Agency'),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 4 }),
  ),
}));
const value = fc.oneof(
  text,
  node,
  fc.record(
    { from: text, split: text, as: fc.constantFrom('text', 'date', 'number', 'integer', 'date-or-later', 'x') },
    { requiredKeys: ['from'] },
  ),
);
const condition = fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 2 }), node), { maxKeys: 2 });
const entity = fc.record(
  {
    id: value,
    names: fc.array(fc.record({ value, lang: fc.constant('en') }), { maxLength: 2 }),
    properties: fc.dictionary(text, value, { maxKeys: 2 }),
    when: condition,
    each: text,
  },
  { requiredKeys: ['id'] },
);
const claim = fc.record(
  { subject: value, predicate: text, object: value, value, when: condition, each: text },
  { requiredKeys: ['subject', 'predicate'] },
);
const list = fc.oneof(
  node,
  fc.record({ from: text, split: text, pattern: text }),
  fc.record({ from: fc.dictionary(text, text, { maxKeys: 2 }), split: text }),
);
const mapping = fc.record(
  {
    document: fc.oneof(fc.constant('document:list'), text),
    record: value,
    summary: text,
    dates: fc.record(
      {
        formats: fc.array(format, { maxLength: 3 }),
        none: fc.array(text, { maxLength: 1 }),
        earliest: text,
        latest: fc.constantFrom('2020-01-01', 'x'),
      },
      { requiredKeys: [] },
    ),
    empty: fc.array(text, { maxLength: 2 }),
    lookups: fc.dictionary(text, fc.dictionary(text, text, { maxKeys: 2 }), { maxKeys: 2 }),
    lists: fc.dictionary(text, list, { maxKeys: 2 }),
    once: fc.array(node, { maxLength: 1 }),
    entities: fc.oneof(fc.array(entity, { maxLength: 2 }), node),
    claims: fc.oneof(fc.array(claim, { maxLength: 2 }), node),
    observations: fc.oneof(fc.array(claim, { maxLength: 1 }), node),
  },
  { requiredKeys: ['document', 'record'] },
);

/** What is wrong with a mapping, or with a row that it reads. */
function problemsOf(written: string): readonly Problem[] {
  const problems: Problem[] = [];
  const read = parsedMapping({ path: 'map.yaml', text: written }, problems);
  if (read === undefined) return problems;
  const { lookups = {}, dates = {} } = read.item;
  columnsOf(read.item);
  const rules = { lookups, dates: dateReader(dates), names: unmatched, madeOf: new IdNames() };
  const problem = (_: string | undefined, message: string) => ({ file: 't.csv', line: 2, column: 1, value: undefined, message });
  const row = { line: 2, raw: '1', cells: new Map([['id', '1;2024/02/05']]), problem };
  const record = mappedRow(row, { file: 't.csv', mapping: read.item, rules });
  return [...record.problems, ...record.notes];
}

it('are read, or refused with a place', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(mapping, node), fc.boolean(), (item, isFlow) => {
      const problems = problemsOf(isFlow ? (JSON.stringify(item) ?? '') : stringify(item));
      if (problems.length > 0) refused += 1;
      for (const { file, line, column, message } of problems) {
        expect([file, message]).toEqual([expect.stringMatching(/^(map\.yaml|t\.csv)$/), expect.stringMatching(/\S/)]);
        expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
      }
    }),
    { numRuns: 500, seed: 12 },
  );
  expect(refused).toBeGreaterThan(250);
});

it.each(['YYYYYYYY', 'YYYYYYYYMM', 'YYYYRRR', 'MMMM', '', 'YYYY-MM-DD-DD', 'HH', 'D'])(
  'name the place of the format "%s"',
  (format) => {
    const problems = problemsOf(`document: document:list\nrecord: "{id}"\ndates: { formats: [${JSON.stringify(format)}] }\n`);
    expect(problems).toMatchObject([{ file: 'map.yaml', line: 3, column: 20 }]);
  },
);
