import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cellsWith } from '../../src/export/formulas.js';
import { Table } from '../../src/export/table.js';
import type { Graph } from '../../src/graph/port.js';
import { isLeftover } from '../../src/import/leftovers.js';
import { slugOf } from '../../src/import/mapping/slug.js';
import { engines } from '../support/engines.js';
import { imported } from './importing.js';

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
  let number = 0;
  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  async function problems(content: string | Buffer, map = mapping(), name = 't.csv'): Promise<string> {
    try {
      number += 1;
      const outcome = await imported(graph, { name, content, mapping: map, id: `number-${number}` });
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
    ['n;t;d\n1;甲;2024\n', 'is separated by semicolons'],
    ['n\tt\td\n1\t甲\t2024\n', 'is separated by tabs'],
    ['n|t|d\n1|甲|2024\n', 'is separated by vertical bars'],
    ['"n";"t, in Chinese";"d"\n', 'is separated by semicolons'],
    ['sep=;\nn;t;d\n', 'begins with a line that only Excel understands'],
    [Buffer.from('504b030414000000', 'hex'), 'is a ZIP archive, as workbooks of Excel (.xlsx) are'],
    [gzipSync(Buffer.from('504b030414000000', 'hex')), 'is a ZIP archive'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is a workbook of Excel (.xls)'],
    [Buffer.from('\uFEFFn,t,d\n', 'utf16le'), 'is UTF-16'],
    [Buffer.from('n,t,d\n', 'utf16le'), 'is UTF-16'],
    [Buffer.from('n,t,d\n', 'utf16le').swap16(), 'is UTF-16'],
    ['%PDF-1.7\n', 'is a PDF'],
    ['<html><table><tr><td>n</td></tr></table>', 'is HTML or XML'],
    [Buffer.from('n,t,d\n1,\xBC\xD7,2024\n', 'latin1'), 'is not UTF-8'],
  ])('refuses a file with its cause: %j', async (content, cause) => {
    const line = cause === 'is not UTF-8' ? 2 : 1;
    for (const name of ['t.csv', 't.xlsx'])
      expect(await problems(content, mapping(), name)).toContain(`${name}:${line}:1 ${cause}`);
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
