import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/changesets/problem.js';
import type { Graph } from '../../src/graph/port.js';
import { ProblemList } from '../../src/import/load/problems.js';
import { engines } from '../support/engines.js';
import { head, imported, mapping, world } from './importing.js';

const hash = 'a'.repeat(64);
const evidence = `"evidence":[{"document":"document:list","record":"1","summary":"It says so."}]`;
const claim = (predicate: string, subject: string, object: string) =>
  `{"type":"claim","subject":"${subject}","predicate":"${predicate}","object":"${object}",${evidence}}`;
const region = (id: string) => `{"type":"entity","id":"region:${id}","level":"COUNTY","names":[{"value":"${id}","lang":"en"}]}`;
const csv = (...rows: string[]) => [head, ...rows, ''].join('\n');
const good = 'a1,The first,n,2024-02-05,agency:ministry,';

const list = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join(',');

/** What is larger than src/limits.ts allows, by name: the file, and what is said of it. */
const tooLarge: readonly (readonly [string, string, string | Buffer, readonly string[]])[] = [
  [
    'a table of 100,000 columns',
    't.csv',
    `${list(100_000, (n) => `c${n}`)}\n`,
    ['t.csv:1:1001 is one of 100,000 columns: a table has at most 1,000 ("c1000")'],
  ],
  [
    'a row of many cells and a million characters',
    't.csv',
    csv(list(200_000, String)),
    ['t.csv:2:1 begins a row of more than 1,000,000 characters: no row may have more ("0")'],
  ],
  [
    'a line of JSON that is too long',
    't.jsonl',
    `{"type":"entity","id":"${'x'.repeat(1_000_000)}"}`,
    ['t.jsonl:1:1 is longer than 1,000,000 characters: no record may be'],
  ],
  [
    'a line of JSON with too many values',
    't.jsonl',
    `{"type":"entity","id":"person:x","names":[${list(20_000, () => '1')}]}`,
    ['t.jsonl:1:40038 has more than 20,000 values: write it as several records'],
  ],
  [
    'an entity with 1,001 names',
    't.jsonl',
    `{"type":"entity","id":"person:x","names":[${list(1_001, (n) => `{"value":"${n}","lang":"en","kind":"ALIAS"}`)}]}`,
    ['t.jsonl:1:42 must have at most 1,000 entries'],
  ],
  [
    'a claim with 1,001 pieces of evidence',
    't.jsonl',
    `{"type":"claim","subject":"agency:ministry","predicate":"names","value":"x","evidence":[${list(1_001, (n) => `{"document":"document:list","record":"${n}","summary":"x"}`)}]}`,
    ['t.jsonl:1:88 must have at most 1,000 entries'],
  ],
  [
    'YAML of 300,000 keys',
    't.yaml',
    list(300_000, (n) => `k${n}: 1`).replaceAll(',', '\n'),
    ['t.yaml:200001:8 has more than 200,000 keys and list entries: split the file, or write JSON Lines'],
  ],
  [
    'YAML of 100,000 unknown keys',
    't.yaml',
    list(100_000, (n) => `k${n}: 1`).replaceAll(',', '\n'),
    ['t.yaml:1:5 is an unknown key'],
  ],
  ['YAML of one key twice', 't.yaml', 'a: 1\nb: { 01: 1, 1: 2, 01: 3 }\n', ['t.yaml:2:19 Map keys must be unique']],
  ['YAML of 100,000 brackets', 't.yaml', '['.repeat(100_000), ['t.yaml:1:33 is nested more than 32 levels deep']],
  [
    'YAML that is nested by indentation',
    't.yaml',
    Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    ['is nested more than 32 levels deep'],
  ],
  ['YAML of 100,000 lists in one line', 't.yaml', '- '.repeat(100_000), ['is nested more than 32 levels deep']],
  [
    'YAML of 1,001 aliases',
    't.yaml',
    `- &a x\n${'- *a\n'.repeat(1_001)}`,
    ['t.yaml:1002:3 has more than 1,000 aliases: write out what they name'],
  ],
];

/** What is refused, by name: the file, and what is said of it. */
const refused: readonly (readonly [string, string, string | Buffer, readonly string[]])[] = [
  [
    'ragged rows',
    't.csv',
    csv(good, 'a2,Too few,n', 'a3,Too many,n,2024,agency:ministry,,,'),
    [
      't.csv:3:1 has 3 cells where the head has 6: quote cells that contain commas',
      't.csv:4:1 has 8 cells where the head has 6: quote cells that contain commas',
    ],
  ],
  [
    'a quote that does not end',
    't.csv',
    csv('a1,"The first,n,2024,agency:ministry,'),
    ['t.csv:2:2 begins with a quote that does not end: close it, or double it where it is part of the text'],
  ],
  [
    'text after a closing quote',
    't.csv',
    csv('a1,"The" first,n,2024,agency:ministry,'),
    ['t.csv:2:2 goes on after its closing quote: double the quotes that are part of the text ("The first")'],
  ],
  ['duplicate ids', 't.csv', csv(good, good), ['t.csv:3:1 is the id of another entity already, at t.csv:2 ("a1")']],
  [
    'a dangling reference',
    't.csv',
    csv('a1,The first,n,2024-02-05,agency:ministry;agency:nobody,'),
    ['t.csv:2:5 names an unknown entity: "agency:nobody" ("agency:ministry;agency:nobody")'],
  ],
  [
    'a wrong date',
    't.csv',
    csv('a1,The first,n,2023-02-30,agency:ministry,', 'a2,The second,n,2024/13/01,,', 'a3,The third,n,2204-01-01,,'),
    [
      't.csv:2:4 is no date of the forms EDTF (2024-02-05), YYYY/MM/DD, RRR/MM/DD ("2023-02-30")',
      't.csv:3:4 is no date of the forms EDTF (2024-02-05), YYYY/MM/DD, RRR/MM/DD ("2024/13/01")',
      't.csv:4:4 is a date outside of … to 2030-12-31, which the mapping gives as its bounds ("2204-01-01")',
    ],
  ],
  [
    'a value that a table lacks',
    't.csv',
    csv('a1,The first,x,2024,,'),
    ['t.csv:2:3 is not in the lookup table "kinds": add it there ("x")'],
  ],
  [
    'a cell of 10 MB',
    't.csv',
    csv(good, `a2,${'x'.repeat(10_000_000)},n,2024,,`),
    ['t.csv:3:2 is longer than 1,000,000 characters: no cell may be ("' + 'x'.repeat(78) + '…)'],
  ],
  [
    'a quoted cell of 10 MB and no end',
    't.csv',
    `${head}\na1,"${'ten bytes\n'.repeat(1_000_000)}`,
    ['t.csv:2:2 is longer than 1,000,000 characters: no cell may be'],
  ],
  [
    'NUL bytes',
    't.csv',
    csv('a1,The\0first,n,2024,,'),
    ['t.csv:2:2 holds a NUL character, which no text has: take it out ("The\\u0000first")'],
  ],
  [
    'NUL in JSON',
    't.jsonl',
    '{"type":"entity","id":"person:x\\u0000"}',
    ['t.jsonl:1:1 holds a NUL character, which no text has: take it out'],
  ],
  ['NUL in YAML', 't.yaml', '- id: a\0', ['t.yaml:1:1 holds a NUL character, which no text has: take it out']],
  ['an empty file', 't.csv', '', ['t.csv:1:1 holds no records: it is empty']],
  ['an empty packed file', 't.jsonl.gz', gzipSync(''), ['t.jsonl.gz:1:1 holds no records: it is empty']],
  ['only a head', 't.csv', `${head}\n`, ['t.csv:1:1 holds no records: it is empty']],
  [
    'Latin-1',
    't.csv',
    Buffer.from(csv(good, 'a2,Caf\u00e9,n,2024,,'), 'latin1'),
    ['t.csv:3:1 is WINDOWS-1252, not UTF-8: pass --encoding windows-1252'],
  ],
  [
    'UTF-16',
    't.csv',
    Buffer.from(`\uFEFF${csv(good)}`, 'utf16le'),
    ['t.csv:1:1 is UTF-16LE, not UTF-8: pass --encoding utf-16le'],
  ],
  [
    'a packed file that was cut off',
    't.csv.gz',
    gzipSync(csv(...Array.from({ length: 20_000 }, (_, n) => `a${n},Number ${n * 7919},n,2024,,`))).subarray(0, 40_000),
    ['ends in the middle: the packed file was cut off; get it again'],
  ],
  [
    'a damaged packed file',
    't.csv.gz',
    Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(100, 7)]),
    ['t.csv.gz:1:1 is damaged: it begins like a packed file (gzip) and cannot be unpacked; get it again'],
  ],
  [
    'a gzip bomb of empty lines',
    't.csv.gz',
    gzipSync(Buffer.alloc(18 * 1024 * 1024, '\n')),
    ['grows more than 200 times when it is unpacked, which no table does: unpack it and look'],
  ],
  [
    'a gzip bomb of one line',
    't.csv.gz',
    gzipSync(Buffer.alloc(17 * 1024 * 1024, 'x')),
    ['t.csv.gz:1:1 grows more than 200 times when it is unpacked, which no table does: unpack it and look'],
  ],
  ['a column twice', 't.csv', `${head},id\n`, ['t.csv:1:7 is the name of another column already ("id")']],
  [
    'no such column',
    't.csv',
    `id,title,kind,date,issuers,__proto__\n${good}\n`,
    ['names an unknown column: "amends"; the table has id, title, kind, date, issuers, __proto__'],
  ],
  [
    'an unknown relation',
    't.jsonl',
    claim('LIKES', 'agency:ministry', 'region:north'),
    [
      't.jsonl:1:57 is not known; it must be PROVIDES, PURPOSE, STATED, LISTS_ALL_MEMBERS, NOTE, or a relation of docs/model.md ("LIKES")',
    ],
  ],
  [
    'a PART_OF cycle',
    't.jsonl',
    [region('a'), region('b'), claim('PART_OF', 'region:a', 'region:b'), claim('PART_OF', 'region:b', 'region:a')].join('\n'),
    ['t.jsonl:3:69 would create a PART_OF cycle ("region:b")', 't.jsonl:4:69 would create a PART_OF cycle ("region:a")'],
  ],
  [
    'evidence out of the range of its text',
    't.jsonl',
    [
      `{"type":"entity","id":"document:part","title":"A part","rangeStart":10,"rangeEnd":90}`,
      `{"type":"claim","subject":"agency:ministry","predicate":"NOTE","value":"x","evidence":[{"document":"document:part","start":80,"end":95,"sha256":"${hash}","summary":"x"}]}`,
    ].join('\n'),
    ["t.jsonl:2:124 must lie in the document's own range, 10 to 90 (80)"],
  ],
  [
    'what is no JSON',
    't.jsonl',
    `${region('a')}\n{"type":`,
    ['t.jsonl:2:9 is not JSON (ValueExpected): each line must be one whole JSON object'],
  ],
  [
    'JSON that is nested too deep',
    't.jsonl',
    '['.repeat(200_000),
    ['t.jsonl:1:33 is nested more than 32 levels deep: no record is'],
  ],
  [
    '__proto__ in JSON',
    't.jsonl',
    '{"type":"entity","id":"person:x","names":[{"value":"x","lang":"en"}],"__proto__":{"polluted":true}}',
    ['is an unknown key: "__proto__"; allowed: id, names, description, codes, identifiers'],
  ],
  [
    'YAML that names itself again and again',
    't.yaml',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replaceAll(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ['alias'],
  ],
  ...tooLarge,
];

describe.each(engines)('bad input on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await imported(graph, { name: 'world.yaml', content: world, id: 'world' });
  });
  afterAll(() => graph.close());

  const nodes = async () =>
    (await graph.read<{ n: number }>({ name: 'test', text: 'MATCH (n) RETURN count(n) AS n', parameters: {} }))[0]?.n;

  it.each(refused)('%s is refused by place, and nothing is written', async (_, name, content, sentences) => {
    const before = await nodes();
    const said = await imported(graph, { name, content }).then(
      ({ problems, written }) => (expect(written).toBeUndefined(), problems.lines().join('\n')),
      (error: unknown) => (expect(error).toBeInstanceOf(InvalidInput), (error as Error).message),
    );
    for (const each of sentences) expect(said).toContain(each);
    if (sentences.length > 1) expect(said.split('\n')).toEqual(sentences);
    expect(await nodes()).toBe(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('shows five problems of a kind, then their number', async () => {
    const rows = Array.from({ length: 1_234 }, (_, n) => `b${n},Number ${n},n,${n % 4 === 0 ? 'never' : `day ${n}`},,`);
    const { problems, rejected } = await imported(graph, { name: 't.csv', content: csv(...rows, 'c,Odd,x,,,') });
    expect([rejected, problems.total, problems.lines().slice(4)]).toEqual([
      1_235,
      1_235,
      [
        't.csv:6:4 is no date of the forms EDTF (2024-02-05), YYYY/MM/DD, RRR/MM/DD ("never")',
        '1,234 in all: column 4 is no date of the forms EDTF (2024-02-05), YYYY/MM/DD, RRR/MM/DD ("never" × 309, "day 1" × 1, "day 2" × 1, …)',
        't.csv:1236:3 is not in the lookup table "kinds": add it there ("x")',
      ],
    ]);
  });

  it('shows a thousand problems of all kinds, and counts the rest', () => {
    const problems = new ProblemList();
    for (let n = 0; n < 3_000; n += 1)
      problems.add([{ file: 't', line: n, field: `field of ${String.fromCharCode(0x4e00 + n)}`, value: n, message: 'is wrong' }]);
    expect([problems.total, problems.lines().length, problems.lines().at(-1)]).toEqual([3_000, 1_001, '… and 2,000 more']);
  });

  it('reads a byte-order mark, CRLF, empty lines, quotes and a column called __proto__', async () => {
    const content = `\uFEFF${head},__proto__\r\nq1,"The ""first"", of\r\ntwo lines",n,113/2/5,agency:ministry,,x\r\n\r\nq2,Plain,p,,,,\r\n`;
    const { written, problems } = await imported(graph, {
      name: 't.csv',
      content,
      mapping: `${mapping}  - { subject: "policy:{id}", predicate: NOTE, value: "{__proto__}" }\n`,
    });
    expect(problems.lines()).toEqual([]);
    expect(written?.count('ENTITY_CREATED')).toBe(2);
    const rows = await graph.read<{ node: Record<string, unknown> }>({
      name: 'test',
      text: 'MATCH (n:Policy) WHERE n.id STARTS WITH "policy:q" RETURN n {.*} AS node ORDER BY n.id',
      parameters: {},
    });
    expect(rows.map(({ node }) => [node['name'], node['announcedOn'] ?? null])).toEqual([
      ['The "first", of\ntwo lines', '2024-02-05'],
      ['Plain', null],
    ]);
  });
});
