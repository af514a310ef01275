/** Numbers: what one way in refuses, every way in refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimal } from '../../src/changesets/decimal.js';
import { lostNumber } from '../../src/lost-number.js';
import { engines } from '../support/engines.js';
import { imported } from '../import/importing.js';
import { doorsOf, type Doors } from './doors.js';

describe('a decimal number', () => {
  it.each([
    ['12', 12],
    ['-1200.50', -1200.5],
    ['+12', 12],
    ['1e3', 1000],
    ['0', 0],
    ['0.0', 0],
    ['0.30000000000000004', 0.1 + 0.2],
    ['330000000000', 330_000_000_000],
    ['1000000000000000000000', 1e21],
    ['123456789012345680000', 123_456_789_012_345_680_000],
    ['5e-324', 5e-324],
  ])('%s is kept', (text, value) => {
    expect(decimal(text)).toEqual({ value });
  });

  it.each([
    '',
    ' 12',
    '0x10',
    '0b1',
    '0o14',
    '1_000',
    '1,000',
    '１２',
    'Infinity',
    'NaN',
    '1e400',
    '-1e400',
    '1e-400',
    '12345678901234567890',
    `1${'0'.repeat(500_000)}1`, // a pattern that looks for the zeros at its end takes minutes
    '9007199254740993',
    '0.1234567890123456789',
    '007',
    '1.',
    '.5',
    '12 %',
  ])('%s is refused', (text) => {
    expect(decimal(text)).toHaveProperty('error');
  });

  it.each([
    ['{"a":12345678901234567890}', '12345678901234567890', 5],
    ['[1, 1e400]', '1e400', 4],
    ['{"a":"12345678901234567890","b":[0.1234567890123456789]}', '0.1234567890123456789', 33],
    ['{"a\\"":-9007199254740993}', '-9007199254740993', 7],
  ])('is found in JSON: %s', (json, text, offset) => {
    expect(lostNumber(json)).toMatchObject({ text, offset });
  });

  it.each(['{"a":"1e400"}', '{"sha":"12345678901234567890","n":15}', '[0.30000000000000004, 1e3]', '{"a": 01.2.3.4.5.6.7.8.9}'])(
    'of JSON that loses none: %s',
    (json) => {
      expect(lostNumber(json)).toBeUndefined();
    },
  );
});

describe.each(engines)('numbers at every door of $name', ({ empty }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(empty);
  });
  afterAll(() => doors.close());

  const ways = ['applyChangeset', 'draftChangeset', 'JSON Lines', 'YAML', 'POST /import'] as const;
  const document = (rangeEnd: unknown) => [{ id: 'document:x', title: 'X', rangeStart: 0, rangeEnd }];

  it.each(ways)('%s takes what an Int holds', async (way) => {
    expect(await doors[way](document(2_147_483_647))).toBeUndefined();
  });

  it.each(ways.flatMap((way) => [2_147_483_648, 3_000_000_000, -2_147_483_649, 1.5].map((value) => [way, value] as const)))(
    '%s refuses the whole number %s',
    async (way, value) => {
      expect(await doors[way](document(value))).toMatch(/must be (a whole number|integer)/);
    },
  );

  it.each(ways.flatMap((way) => ['0x10', '1_000', '１２', '1,000', '1e400', ' 12'].map((value) => [way, value] as const)))(
    '%s refuses %s',
    async (way, value) => {
      expect(await doors[way](document(value))).toMatch(/integer|whole number/);
    },
  );

  const file = async (name: string, content: string, mapping?: string): Promise<string> => {
    try {
      const given = { name, content, dryRun: true, ...(mapping === undefined ? {} : { mapping }) };
      return (await imported(doors.graph, given)).problems.lines().join('\n');
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each(['12345678901234567890', '1e400', '0.1234567890123456789'])('%s is refused in files and requests', async (number) => {
    const line = `{"type":"observation","indicator":"indicator:x","unit":"%","kind":"ACTUAL","value":${number}}`;
    expect(await file('in.jsonl', line)).toMatch(/in\.jsonl:1:\d+ .*has more digits than can be kept/);
    expect(await file('in.yaml', `observations:\n  - { value: ${number} }\n`)).toMatch(/in\.yaml:2:\d+ has more digits/);
    const literal = `mutation { recordObservation(input: { reason: "x", observations: [{ value: ${number} }] }, dryRun: true) { outcome } }`;
    expect((await doors.ask(literal)).text).toContain('has more digits than can be kept');
    const body = `{"query":"{ graph { version } }","variables":{"value":${number}}}`;
    const answer = await fetch(`${doors.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('has more digits than can be kept')]);
  });

  it.each(['0x10', '0o14', '.inf', '.nan', '007', '-01.5'])('YAML refuses the number %s', async (number) => {
    expect(await file('in.yaml', `observations:\n  - { value: ${number} }\n`)).toMatch(/in\.yaml:2:\d+ /);
  });

  const mapping = `document: document:list
record: "{n}"
lookups: { codes: { 01: NOTICE, 1: PLAN, 0x10: LAW } }
once: [ { id: "document:list", title: The list } ]
entities:
  - id: "policy:{n}"
    names: [ { value: "{n}", lang: en } ]
    properties: { kind: { from: "{k}", lookup: codes }, unnamedIssuers: { from: "{d}", as: integer } }
`;
  const row = (value: string, kind = '') => file('t.csv', `n,d,k\na1,"${value}",${kind}\n`, mapping);

  it.each(['12', '1,000', '１２', '2147483647', ''])('a table has %s read right', async (value) => {
    expect(await row(value)).toBe('');
  });

  it.each(['3000000000', '2147483648', '0x10', '1_000', '1,00', '1.5', '1e400', '12345678901234567890', '007', '12个', '1 000'])(
    'a table has %s refused',
    async (value) => {
      expect(await row(value)).toMatch(/^t\.csv:2:2 /);
    },
  );

  it('a key of a lookup is text as it is written', async () => {
    for (const code of ['01', '1', '0x10']) expect(await row('', code)).toBe('');
    expect(await row('', '16')).toMatch(/^t\.csv:2:3 is not in the lookup table/);
  });
});
