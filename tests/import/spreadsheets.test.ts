import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cellsWith } from '../../src/export/formulas.js';
import { Table } from '../../src/export/table.js';
import type { Graph } from '../../src/graph/port.js';
import { isLeftover } from '../../src/import/leftovers.js';
import { slugOf } from '../../src/import/mapping/slug.js';
import type { TableFormat } from '../../src/import/source/table-format.js';
import { engines } from '../support/engines.js';
import { imported } from './importing.js';
import { row, workbook } from './workbooks.js';

const mapping = (rest = ''): string => `document: document:list
record: "{n}"
${rest}
once: [ { id: "document:list", title: The list } ]
entities:
  - id: "policy:{n}"
    names: [ { value: "{t}", lang: zh } ]
    properties: { announcedOn: { from: "{d}", as: date } }
`;
const slugs = `document: document:list
record: "{n}"
once: [ { id: "document:list", title: The list } ]
entities:
  - id: "organization:{t|slug}"
    shared: true
    names: [ { value: "{t}", lang: en } ]
`;

describe.each(engines)('what spreadsheets leave behind, on $name', ({ empty }) => {
  let graph: Graph;
  const opened: Graph[] = [];
  let imports = 0;
  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  async function problems(content: string | Buffer, map = mapping(), name = 't.csv', format: TableFormat = {}): Promise<string> {
    try {
      imports += 1;
      const outcome = await imported(graph, { name, content, mapping: map, id: `number-${imports}`, format });
      return outcome.problems.lines().join('\n');
    } catch (error) {
      return (error as Error).message;
    }
  }
  const ids = async (label: string) =>
    (
      await graph.read<{ id: string }>({
        name: 'test',
        text: `MATCH (n:${label}) RETURN n.id AS id ORDER BY n.id`,
        parameters: {},
      })
    ).map(({ id }) => id);

  it.each([
    ['rows of commas', 'n,t,d\n1,甲,2024\n,,\n,,\n'],
    ['rows of more commas than the head', 'n,t,d\n,,,,,\n1,甲,2024\n,\n'],
    ['rows of spaces and quotes', 'n,t,d\n1,甲,2024\n" ","",\u3000\n'],
    ['characters of no width around cells', 'n,t,d\n\u200B1,\u200B\uFEFF甲\u2060,\u200B2024\u200B\n'],
    ['Ctrl-Z on a line of its own', 'n,t,d\r\n1,甲,2024\r\n\x1A'],
    ['Ctrl-Z after the last cell', 'n,t,d\n1,甲,2024\x1A'],
  ])('passes over %s', async (_, content) => {
    expect(await problems(content)).toBe('');
    expect(await ids('Policy')).toEqual(['policy:1']);
  });

  it.each([
    '#N/A',
    '#REF!',
    '#DIV/0!',
    '#VALUE!',
    '#####',
    'NaN',
    'None',
    'NULL',
    'N/A',
    '-',
    '--',
    '—',
    '——',
    '－',
    '/',
    '?',
    '...',
    '*',
  ])('reports a name that is %s', async (left) => {
    expect(await problems(`n,t,d\n1,${left},2024\n`)).toContain('t.csv:2:2 is a placeholder for a missing value');
    expect(await problems(`n,t,d\n${left},甲,2024\n`)).toContain('t.csv:2:1 is a placeholder for a missing value');
    expect(await problems(`n,t,d\n1,甲,${left}\n`)).toContain('t.csv:2:3 ');
    expect(await problems(`n,t,d\n1,${left},2024\n`, slugs)).toContain('t.csv:2:2 is a placeholder for a missing value');
    expect(await ids('Policy')).toEqual([]);
  });

  it.each(['甲', '-1', '%', 'NA', 'No', 'N', 'A-', '#1', '1/2', '2024-02', 'Nona'])('knows %s for a text', (text) => {
    expect(isLeftover(text)).toBe(false);
  });

  it('reads the text of an export whose formulas are escaped', async () => {
    const texts = ['=1+1', "'quoted'", '＋1', 'a; =1'];
    const table = new Table<string>(
      [
        ['n', (text) => String(texts.indexOf(text))],
        ['t', (text) => text],
        ['d', () => '2024'],
      ],
      cellsWith('escape'),
    );
    expect(await problems(table.lines(texts), mapping('formulas: escaped'))).toBe('');
    const found = await graph.read<{ name: string }>({
      name: 'test',
      text: 'MATCH (n:Policy) RETURN n.name AS name ORDER BY n.id',
      parameters: {},
    });
    expect(found.map(({ name }) => name)).toEqual(texts);
    expect(await problems('n,t,d\n', mapping('formulas: yes'))).toContain('must be one of escaped');
  });

  it('takes them as a mapping says', async () => {
    expect(await problems('n,t,d\n1,甲,#N/A\n2,乙,-\n3,丙,\n', mapping('empty: ["#N/A", "-"]'))).toBe('');
    expect(await problems('n,t,d\n4,甲,-\n', mapping('dates: { none: ["-"] }'))).toBe('');
    expect(await problems('n,t,d\n5,-,2024\n', mapping('empty: ["-"]'))).toContain('must have a PREFERRED name');
    const looked = mapping('lookups: { names: { "-": Nobody } }').replace(
      'value: "{t}"',
      'value: { from: "{t}", lookup: names }',
    );
    expect(await problems('n,t,d\n6,-,2024\n', looked)).toBe('');
    const skipped = mapping().replace('value: "{t}"', 'value: { from: "{t}", otherwise: keep }');
    expect(await problems('n,t,d\n7,None,2024\n', skipped)).toBe('');
    expect(await ids('Policy')).toEqual(['policy:1', 'policy:2', 'policy:3', 'policy:4', 'policy:6', 'policy:7']);
  });

  it.each([
    ['n;t;d\n1;甲;2024\n', "has semicolons between its columns, not commas: pass --delimiter ';'"],
    ['n\tt\td\n1\t甲\t2024\n', 'has tabs between its columns, not commas: pass --delimiter tab'],
    ['n|t|d\n1|甲|2024\n', "has vertical bars between its columns, not commas: pass --delimiter '|'"],
    ['n，t，d\n1，甲，2024\n', 'has "，" between its columns'],
    ['"n";"t, in Chinese";"d"\n', 'has semicolons between its columns'],
    ['sep=;\nn;t;d\n', 'begins with a line that only Excel understands'],
    [gzipSync(Buffer.from('504b030414000000', 'hex')), 'is a ZIP archive'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is a workbook of Excel of an old form (.xls) or with a password'],
    [Buffer.from('\uFEFFn,t,d\n', 'utf16le'), 'is UTF-16LE, not UTF-8: pass --encoding utf-16le'],
    [Buffer.from('\uFEFF编号,标题\n', 'utf16le').swap16(), 'is UTF-16BE, not UTF-8: pass --encoding utf-16be'],
    [Buffer.from('n,t,d\n1,甲,2024\n', 'utf16le'), 'is UTF-16LE, not UTF-8'],
    [Buffer.from('n,t,d\n1,甲,2024\n', 'utf16le').swap16(), 'is UTF-16BE, not UTF-8'],
    ['%PDF-1.7\n', 'is a PDF'],
    ['<html><table><tr><td>n</td></tr></table>', 'is HTML or XML'],
  ])('refuses a file with its cause: %j', async (content, cause) => {
    for (const name of ['t.csv', 't.xlsx']) expect(await problems(content, mapping(), name)).toContain(`${name}:1:1 ${cause}`);
  });

  const encoded = {
    gb18030: Buffer.from(
      'bix0LGQKMSy52NPav6rVucr9vt3SqsvYytS147XEzajWqiwyMDI0CjIs1se727jbv9rQ0LavvMa7riwyMDIzLTA1Cg==',
      'base64',
    ),
    big5: Buffer.from('bix0LGQKMSzD9qnzscCwyrzGvtqtbq/AuNXCSaq6s3GqviwyMDI0CjIstLy8erTkpGam5rDKrXC1ZSwyMDIzLTA1Cg==', 'base64'),
    shift_jis: Buffer.from(
      'bix0LGQKMSyMb43PjlmLxo/IgsyJ74tjgsmCwoKigsQsMjAyNAoyLIpPlrGPyIKpgueCzIKokm2C54K5LDIwMjMtMDUK',
      'base64',
    ),
    'windows-1252': Buffer.from('n,t,d\n1,Décret relatif à la Réunion,2024\n2,Arrêté,2023-05\n', 'latin1'),
    'utf-16le': Buffer.from('\uFEFFn,t,d\n1,智慧港口,2024\n2,乙,2023\n', 'utf16le'),
    'utf-16be': Buffer.from('n,t,d\n1,智慧港口,2024\n2,乙,2023\n', 'utf16le').swap16(),
  };

  it.each(Object.entries(encoded))('names %s by default, and reads it when it is named', async (encoding, content) => {
    const line = encoding.startsWith('utf-16') ? 1 : 2;
    const named = `t.csv:${line}:1 is ${encoding.toUpperCase()}, not UTF-8: pass --encoding ${encoding} (encoding: ${encoding} in the mapping)`;
    expect(await problems(content)).toBe(named);
    expect(await problems(content, mapping(`encoding: ${encoding}`))).toBe('');
    expect(await ids('Policy')).toEqual(['policy:1', 'policy:2']);
    expect(await problems(gzipSync(content), mapping(), 't.csv.gz', { encoding })).toBe('');
  });

  it('lists what so few characters may be, and reports what is damaged', async () => {
    const few = Buffer.from('n,t,d\n1,\xBC\xD7,2024\n', 'latin1');
    expect(await problems(few)).toMatch(
      /^t\.csv:2:1 is not UTF-8: so few characters may be GB18030, .*; pass --encoding gb18030/,
    );
    const damaged = Buffer.concat([Buffer.from('n,t,d\n1,智慧港口,2024\n2,'), Buffer.from([0xff]), Buffer.from('乙,2023\n')]);
    expect(await problems(damaged)).toBe('t.csv:3:1 is not UTF-8: save it as UTF-8, or name its encoding with --encoding');
  });

  it.each([
    ['gb18030', 'n,t,d\n1,智慧港口,2024\n', 't.csv:1:1 is UTF-8, not GB18030'],
    ['utf-16le', '\uFEFFn,t,d\n1,甲乙,2024\n', 't.csv:1:1 is UTF-8, not UTF-16LE'],
    ['utf-16be', encoded['utf-16le'], 't.csv:1:1 is UTF-16LE, not UTF-16BE'],
    ['gb18030', Buffer.from('n,t,d\n1,\xFF,2024\n', 'latin1'), 't.csv:2:1 is not GB18030'],
  ])('refuses %s for what is in another encoding', async (encoding, content, cause) => {
    expect(await problems(content, mapping(), 't.csv', { encoding })).toContain(cause);
  });

  it.each([
    [';', ';'],
    ['tab', '\t'],
    ['|', '|'],
    ['，', '，'],
  ])('reads the delimiter %s', async (delimiter, sign) => {
    const content = [
      ['n', 't', 'd'],
      ['1', `"甲,${sign} ""乙"""`, '2024'],
    ]
      .map((cells) => `${cells.join(sign)}\r\n`)
      .join('');
    expect(await problems(`\uFEFF${content}`, mapping(), 't.csv', { delimiter })).toBe('');
    expect(await problems('n,t,d\n', mapping(), 't.csv', { delimiter })).toContain('has commas between its columns, not ');
    const ragged = `n${sign}t${sign}d\n1${sign}2\n`;
    expect(await problems(ragged, mapping(), 't.csv', { delimiter })).toContain('has 2 cells where the head has 3');
  });

  it.each([
    ['delimiter: ab', 'map.yaml:3:12 must be one sign such as ; or |, or the word tab: "ab" is none'],
    ['encoding: gb1803', 'map.yaml:3:11 is an unknown encoding: "gb1803"; known are utf-8, '],
  ])('refuses %s of a mapping', async (line, cause) => {
    expect(await problems('n,t,d\n', mapping(line))).toContain(cause);
  });

  const number = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
  const title = '<c t="s"><v>1</v></c>';
  const cells = (...days: string[]) => row('n', 't', 'd') + days.map((day, index) => row(String(index + 1), title, day)).join('');
  const first = (rows: string, more: Partial<Parameters<typeof workbook>[0]> = {}) => workbook({ sheets: { 一: rows }, ...more });
  const announced = async () =>
    (
      await graph.read<{ text: string }>({
        name: 'test',
        text: 'MATCH (n:Policy) RETURN n.name + "|" + coalesce(n.announcedOn, "") AS text ORDER BY n.id',
        parameters: {},
      })
    ).map(({ text }) => text);

  it('reads the sheet of a workbook: shared texts, days, numbers and results of formulas', async () => {
    const formula = '<c t="str"><f>A1</f><v>2023-05</v></c>';
    const iso = '<c t="d"><v>2024-02-05T00:00:00</v></c>';
    const rows = cells(number(45_327, 1), number(45_352, 2), number(45_327.4375, 3), number(2024), formula, iso, '<c r="D8"/>');
    expect(await problems(await first(rows), mapping(), 't.xlsx')).toBe('');
    const days = ['2024-02-05', '2024-03', '2024-02-05', '2024', '2023-05', '2024-02-05', ''];
    expect(await announced()).toEqual(days.map((day) => `行动 计划|${day}`));
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await problems(await first(cells(number(43_865, 1)), { is1904: true }), mapping(), 't.xlsx')).toBe('');
    expect(await announced()).toEqual(['行动 计划|2024-02-05']);
  });

  it('reads codes with zeros before them, cells by their places, and texts without their readings', async () => {
    const rows = `${row('n', 't', 'd')}<row r="5"><c r="A5" s="4"><v>7</v></c><c r="B5" t="s"><v>2</v></c></row><row r="6"><c r="B6" s="1"/></row>`;
    expect(await problems(await first(rows), mapping(), 't.xlsx')).toBe('');
    expect(await ids('Policy')).toEqual(['policy:0007']);
    expect(await announced()).toEqual(['東京|']);
  });

  const merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:B4"/></mergeCells>';
  const doctype = '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>';
  const bomb = `<worksheet>${' '.repeat(20_000_000)}</worksheet>`;
  it.each([
    [cells('<c><f>NOW()</f></c>'), {}, 't.xlsx:2:3 is a formula without its result'],
    [cells(number('1.2345678901234568E+17')), {}, 't.xlsx:2:3 is a number of more than 15 digits'],
    [cells('<c t="e"><v>#REF!</v></c>'), {}, 't.xlsx:2:3 is no date of the forms EDTF (2024-02-05)'],
    [cells(number(60, 1)), {}, 't.xlsx:2:3 '],
    [cells(), { after: merged }, 't.xlsx:2:1 has merged cells (B2:B4)'],
    [
      cells(),
      { sheets: { 一: cells(), 二: '' } },
      't.xlsx:1:1 has 2 sheets: name one with --sheet (sheet: in the mapping): 一, 二',
    ],
    [cells(), { hidden: '一' }, 't.xlsx:1:1 has no sheet that is shown: name one of 一 with --sheet'],
    [cells(), { parts: { 'xl/worksheets/sheet0.xml': '<worksheet><row>' } }, 't.xlsx:1:1 cannot be read as a workbook'],
    [cells(), { parts: { 'xl/sharedStrings.xml': doctype } }, 't.xlsx:1:1 cannot be read as a workbook'],
    [cells(), { parts: { 'xl/worksheets/sheet0.xml': bomb } }, 'which grows more than 200 times when it is unpacked'],
    ['', {}, 't.xlsx:1:1 holds no records: it is empty'],
  ])('refuses what a workbook does not say for certain: %#', async (rows, more, cause) => {
    expect(await problems(await first(rows, more), mapping(), 't.xlsx')).toContain(cause);
  });

  it('reads the sheet of a name, whatever the file is called, and lists the sheets for an unknown one', async () => {
    const policies = row('n', 't', 'd') + row('1', '甲', '2024');
    const content = await workbook({ sheets: { Notes: row('x'), Policies: policies } });
    expect(await problems(content, mapping(), 't.csv', { sheet: 'Policies' })).toBe('');
    expect(await problems(content, mapping('sheet: Policies'), 't.xlsx')).toBe('');
    expect(await problems(content, mapping('sheet: Policy'), 't.xlsx')).toBe(
      't.xlsx:1:1 has no sheet "Policy"; it has Notes, Policies. Did you mean "Policies"?',
    );
    expect(await problems(content, mapping(), 't.csv')).toBe(
      't.csv:1:1 is a ZIP archive, as workbooks of Excel are: call it .xlsx, or name the sheet with --sheet',
    );
    expect(await problems(content.subarray(0, 300), mapping(), 't.xlsx')).toContain('t.xlsx:1:1 cannot be read as a workbook');
  });

  it('gives names that differ in signs ids of their own, and one name in two widths one', async () => {
    expect(await problems('n,t\n0,100%\n1,100\n2,C#\n3,C\n4,Ａ公司\n5,A公司\n6,C++\n7,Ｃ＃\n', slugs)).toBe('');
    expect(await ids('Organization')).toEqual(
      [...new Set(['100%', '100', 'C#', 'C', 'A公司', 'C++'].map((name) => `organization:${slugOf(name)}`))].sort(),
    );
    expect(await ids('Organization')).toHaveLength(6);
  });

  it.each([
    ['Foo, Inc.', 'Foo Inc'],
    ['A (B)', 'A B'],
    ['e-commerce', 'e commerce'],
    ["Xi'an", 'Xian'],
  ])('reports %s and %s, which make one id', async (one, other) => {
    expect(await problems(`n,t\n1,"${one}"\n2,"${other}"\n`, slugs)).toMatch(
      /^t\.csv:3:2 makes the id organization:.* and so does "/,
    );
    expect(await problems(`n,t\n1,"${one}"\n2,"${one.toUpperCase()}"\n3,"  ${one}"\n`, slugs)).toBe('');
  });
});

describe('a slug', () => {
  it.each([
    ['100%', '100'],
    ['C#', 'C'],
    ['A+', 'A'],
    ['A-', 'A'],
    ['A*', 'A'],
    ['-5', '5'],
    ['3.5', '3-5'],
    ['1,000', '1 000'],
    ['R&D', 'R D'],
    ['Yahoo!', 'Yahoo'],
    ['A/B', 'A B'],
    ['@home', 'home'],
    ['公司（北京）', '公司(上海)'],
  ])('of %s is another than of %s', (one, other) => {
    expect(slugOf(one)).not.toBe(slugOf(other));
  });

  it.each([
    ['Ａ公司', 'A公司'],
    ['公司（北京）', '公司(北京)'],
    ['ＡＢＣ　Ｌｔｄ', 'ABC Ltd'],
    ['商务部  研究院', '商务部 研究院'],
    ['ﬁnance', 'finance'],
    ['Ｃ＃', 'C#'],
  ])('of %s is that of %s', (one, other) => {
    expect(slugOf(one)).toBe(slugOf(other));
  });
});
