import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/changesets/problem.js';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { imported } from './importing.js';

const mappingOf = (dates: string, as = 'date'): string => `document: document:list
record: "{n}"
dates: { ${dates} }
once: [ { id: "document:list", title: The list } ]
entities:
  - id: "policy:{n}"
    names: [ { value: "{n}", lang: en } ]
    properties: { announcedOn: { from: "{d}", as: ${as} } }
`;

describe.each(engines)('dates of a table on $name', ({ empty }) => {
  let graph: Graph;
  let number = 0;
  beforeAll(async () => {
    graph = await empty();
  });
  afterAll(() => graph.close());

  /** The first and last day that the graph has of each date, or the problem of the only row. */
  async function read(texts: readonly string[], dates = '', as = 'date'): Promise<readonly (readonly string[] | string)[]> {
    number += 1;
    const rows = texts.map((text, index) => `t${number}-${index},"${text}"`);
    const content = ['n,d', ...rows, ''].join('\n');
    const outcome = await imported(graph, { name: 't.csv', content, mapping: mappingOf(dates, as), id: `t${number}` });
    if (outcome.written === undefined) return outcome.problems.lines();
    const found = await graph.read<{ first: string; last: string }>({
      name: 'test',
      text: 'MATCH (n:Policy) WHERE n.id STARTS WITH $start RETURN n.announcedOnEarliest AS first, n.announcedOnLatest AS last ORDER BY n.id',
      parameters: { start: `policy:t${number}-` },
    });
    return found.map(({ first, last }) => [first, last]);
  }

  it.each([
    ['2023-24', '2023/2024'],
    ['2020-21', '2020/2021'],
    ['2024-25', '2024/2025'],
    ['2021-25', '2021/2025'],
    ['2032-33', '2032/2033'],
    ['113', '113X for the decade; the format RRR reads years of the Republic of China'],
    ['99', '99XX'],
    ['113~', '113X'],
    ['45321', 'a spreadsheet counts'],
    ['45321.5', 'a spreadsheet counts'],
    ['20240205', 'need a format'],
    ['202411', 'need a format'],
    ['0113', 'years 1000 to 2999'],
    ['9912', 'years 1000 to 2999'],
    ['9999-12-31', 'years 1000 to 2999'],
    ['1130205', 'need a format'],
    ['2/5/2024', 'is no date'],
    ['2024-02-30', 'is no date'],
    ['2024-02-30 00:00:00', 'is no date'],
    ['令和6年', 'is no date'],
    ['FY2024', 'is no date'],
    ['/', 'neither a first nor a last day'],
    ['Y12000', 'years 0000 to 9999'],
  ])('that are none, or by accident, are refused: %s', async (text, reason) => {
    const [problem] = await read([text]);
    expect(problem).toContain('t.csv:2:2 ');
    expect(problem).toContain(reason);
  });

  it.each([
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['2024-37', '2024-01-01', '2024-04-30'],
    ['2024-33', '2024-01-01', '2024-03-31'],
    ['2024-41', '2024-07-01', '2024-12-31'],
    ['2023/2024', '2023-01-01', '2024-12-31'],
    ['[2023-24]', '2023-12-01', '2024-02-29'],
    ['2024-21', '2024-03-01', '2024-05-31'],
    ['１９４９', '1949-01-01', '1949-12-31'],
    ['2019-04-21T00:00:00+08:00', '2019-04-21', '2019-04-21'],
    ['2019-01-01T00:00:00+08:00', '2019-01-01', '2019-01-01'],
    ['2019-04-21T00:00:00Z', '2019-04-21', '2019-04-21'],
    ['2019-04-21T00:00:00', '2019-04-21', '2019-04-21'],
    ['2024-02-05T23:30:00Z', '2024-02-05', '2024-02-05'],
    ['2024-02-05 23:30:00', '2024-02-05', '2024-02-05'],
    ['2024-02-05 00:00:00.000 +0800', '2024-02-05', '2024-02-05'],
    ['2024-12-31T23:59:59-11:00', '2024-12-31', '2024-12-31'],
  ])('keep the days that they are written with: %s', async (text, first, last) => {
    expect(await read([text])).toEqual([[first, last]]);
  });

  it.each([
    ['民國RRR年MM月DD日', '民國113年2月5日', '2024-02-05'],
    ['RRRMMDD', '1130205', '2024-02-05'],
    ['RRRMMDD', '0990105', '2010-01-05'],
    ['YYYYMMDD', '20240205', '2024-02-05'],
    ['YYYY年M月D日', '2024年2月5日', '2024-02-05'],
    ['YYYY年M月D日', '2024年12月15日', '2024-12-15'],
    ['D/M/YYYY', '5/2/2024', '2024-02-05'],
    ['YYYY/M/D H:mm', '2024/2/5 0:00', '2024-02-05'],
    ['YYYY/MM/DD', '２０２４／２／５', '2024-02-05'],
    ['[v]YYYY.MM.DD', 'v2024.02.05', '2024-02-05'],
    ['YYYYMMDD[T]HHmmss', '20240205T233000', '2024-02-05'],
  ])('of the format %s are read: %s', async (format, text, day) => {
    expect(await read([text], `formats: ["${format}"]`)).toEqual([[day, day]]);
  });

  it('of a year alone are read where a format says so', async () => {
    expect(await read(['113', '99'], 'formats: [RRR]')).toEqual([
      ['2024-01-01', '2024-12-31'],
      ['2010-01-01', '2010-12-31'],
    ]);
  });

  it.each([
    ['RRRMMDD', '990105'],
    ['YYYYMMDD', '202411'],
    ['YYYYMMDD', '2024111'],
    ['YYYYMM', '20241'],
    ['DDMMYYYY', '5022024'],
    ['YYYYMMDD', '20241301'],
    ['YYYY-MM-DD[T]HH:mm', '2024-02-30T10:00'],
    ['YYYY年M月D日', '2024年2月30日'],
  ])('are only split as %s says: %s', async (format, text) => {
    const [problem] = await read([text], `formats: ["${format}"]`);
    expect(problem).toContain('t.csv:2:2 is no date of the forms');
  });

  it('that two formats read differently are asked about', async () => {
    const formats = 'formats: [DD/MM/YYYY, MM/DD/YYYY]';
    expect(await read(['25/12/2024', '5/5/2024'], formats)).toEqual([
      ['2024-12-25', '2024-12-25'],
      ['2024-05-05', '2024-05-05'],
    ]);
    expect((await read(['5/2/2024'], formats))[0]).toContain('may be 2024-02-05 or 2024-05-02');
  });

  it.each([
    ['YYYY-mm-dd', 'has "dd", which is not a token'],
    ['yyyy-MM-DD', 'has "yyyy", which is not a token'],
    ['YY-MM-DD', 'has "YY", which is not a token'],
    ['MMM D YYYY', 'has "MMM", which is not a token'],
    ['YYYY-MM-DDTHH:mm', 'has "T", which is not a token'],
    ['YYYYMD', 'has "M" next to other digits, where its width is ambiguous: write MM'],
    ['MM-DD', 'must have one year: YYYY or RRR'],
    ['YYYY/RRR', 'must have one year'],
    ['YYYY-DD', 'has a day and no month'],
    ['YYYY-MM-MM', 'has a month or a day twice'],
  ])('cannot have the format %s', async (format, reason) => {
    await expect(read(['2024'], `formats: ["${format}"]`)).rejects.toThrow(InvalidInput);
    await expect(read(['2024'], `formats: ["${format}"]`)).rejects.toThrow(reason);
  });

  it.each([
    [['1949', '1949-10', '2026', '../1950', '1820/..'], 'earliest: "1949-10-01"'],
    [['2024', '2024-06', '[2024-06-30..2025]', '2024-34'], 'latest: "2024-06-30"'],
  ])('%s may be within the bounds %s', async (texts, bounds) => {
    expect(await read(texts, bounds)).toHaveLength(texts.length);
  });

  it.each([
    ['[1820-01-01..1820-12-31]', 'earliest: "1949-10-01"'],
    ['1949-09', 'earliest: "1949-10-01"'],
    ['..1949', 'earliest: "1949-10-01"'],
    ['{1820,1949-09-30}', 'earliest: "1949-10-01"'],
    ['2024-07', 'latest: "2024-06-30"'],
    ['[2025..]', 'latest: "2024-06-30"'],
    ['2024-35', 'latest: "2024-06-30"'],
  ])('%s is outside of the bounds %s', async (text, bounds) => {
    const [problem] = await read([text], bounds);
    expect(problem).toMatch(text === '..1949' ? /is no date/ : /outside of/);
  });

  it('have bounds that are days, the first before the last', async () => {
    await expect(read(['2024'], 'earliest: "1949-13-01"')).rejects.toThrow('must be an EDTF date');
    await expect(read(['2024'], 'earliest: "1949-10-01", latest: "1900-01-01"')).rejects.toThrow('must not be before earliest');
  });

  it.each([
    ['date-or-earlier', '2024-02', [undefined, '2024-02-29']],
    ['date-or-later', '2024-02', ['2024-02-01', undefined]],
    ['date-or-earlier', '2019/2020', [undefined, '2020-12-31']],
    ['date-or-later', '[2019,2021]', ['2019-01-01', undefined]],
    ['date-or-later', '2024-37', ['2024-01-01', undefined]],
    ['date-or-earlier', '2019-01-01T00:00:00+08:00', [undefined, '2019-01-01']],
  ])('as %s: %s', async (as, text, days) => {
    expect(await read([text], '', as)).toEqual([days.map((day) => day ?? null)]);
  });
});
