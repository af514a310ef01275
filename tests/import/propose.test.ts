/** Mappings that are proposed for tables, and what they make when they are given back unchanged. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { loadFiles } from '../../src/import/load/load-files.js';
import { Names, nameReader } from '../../src/import/mapping/match.js';
import { readMapping } from '../../src/import/mapping/mapping.js';
import { proposedMapping } from '../../src/import/propose/propose.js';
import { FileSet } from '../../src/import/source/file-set.js';
import { sourceOf } from '../../src/import/source/sources.js';
import { formatFor } from '../../src/import/source/table-format.js';
import type { Label } from '../../src/model/model.js';
import { engines } from '../support/engines.js';

const example = fileURLToPath(new URL('../../examples/first-import/policies.csv', import.meta.url));

describe.each(engines)('a proposed mapping, on $name', ({ builtIn }) => {
  let graph: Graph;
  let folder: string;
  beforeAll(async () => {
    graph = await builtIn();
    folder = mkdtempSync(join(tmpdir(), 'policygraph-propose-'));
  }, 300_000);
  afterAll(async () => {
    await graph.close();
    rmSync(folder, { recursive: true });
  });

  const sourceAt = (path: string, format = {}) => sourceOf(path, { hasMapping: true, format }, {}, process.stdin);
  async function proposed(name: string, content: string, type?: Label): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, content);
    return proposedMapping({ ...(await sourceAt(path)), name }, graph, type);
  }

  /** Imports with names looked up, as the command does. */
  async function imported(path: string, text: string) {
    writeFileSync(join(folder, 'map.yaml'), text);
    const mapping = readMapping(join(folder, 'map.yaml'));
    const files = new FileSet([await sourceAt(path, formatFor(mapping.item))], mapping);
    const names = new Names();
    for await (const _ of files.records(names.gather));
    const { ids } = await names.matched(graph);
    const contents = await files.contents([], undefined, nameReader(ids, new Map(), 'decisions.csv'));
    const rest = { author: 'tests', batch: 1_000, dryRun: true, keepGood: true, rejects: undefined, progress: () => undefined };
    return loadFiles(graph, { ...contents, ...rest });
  }

  it('of the example makes a graph of all rows but the two that are wrong', async () => {
    const text = await proposedMapping(await sourceAt(example), graph, undefined);
    for (const part of [
      'Each row is taken for a Policy',
      'record: "{编号}"',
      'formats: ["YYYY/MM/DD", "YYYY年MM月DD日"], none: ["-"]',
      '    "指导意见": GUIDELINE',
      '    # "函": ?',
      '{ value: "{政策名称}", lang: zh }',
      '{ value: "{English title}", lang: en }',
      'announcedOn: { from: "{发布日期}", as: date, otherwise: skip }',
      '{ from: "{发文机关}", split: "；", match: Agency, otherwise: skip }, predicate: ISSUED',
      'predicate: COVERS, object: { from: "{适用地区}", split: "、", match: Region, otherwise: skip }',
      'value: { from: "{投资额（亿元）}", as: number, otherwise: skip }, unit: "亿元"',
      '"链接": its head means url, which a Policy does not have',
    ])
      expect(text).toContain(part);
    const { rows, rejected, problems, notes, written } = await imported(example, text);
    expect([rows, rejected]).toEqual([200, 2]);
    expect(problems.lines()).toEqual([
      expect.stringMatching(/:90:1 is the id of another entity already/),
      expect.stringMatching(/:101:2 must have a PREFERRED name in some language/),
    ]);
    expect(notes.lines().join('\n')).toMatch(/:8:5 is no date of the forms .*\("2021\/13\/45"\)/);
    expect(written?.count('ENTITY_CREATED')).toBe(200); // 198 policies, the document and the indicator
    expect(written?.count('RELATION_ADDED')).toBeGreaterThan(300);
    expect(written?.count('OBSERVATION_RECORDED')).toBeGreaterThan(80);
  });

  it.each([
    [
      'programs.csv',
      'name,Start date,End date,Administered by,Region\nUsed-car pilot,01/02/2019,28/02/2020,Ministry of Commerce,Guangdong\nPort pilot,13/05/2021,14/06/2022,Ministry of Commerce,Shanghai\n',
      'Program',
      [
        'startedOn: { from: "{Start date}", as: date',
        'formats: ["DD/MM/YYYY"]',
        'predicate: ADMINISTERS',
        'predicate: COVERS, object: { from: "{Region}"',
      ],
    ],
    [
      't.csv',
      '企业名称,所在地,类型\n甲公司,广东省,企业\n乙银行,上海市,银行\n丙协会,北京市,协会\n',
      'Organization',
      ['"企业": COMPANY', 'predicate: LOCATED_IN, object: { from: "{所在地}", match: Region'],
    ],
    [
      'events.csv',
      'id;Event name;Start date\n1;Forum one;2024-02-05\n2;Forum two;2024-03\n',
      'Event',
      ['delimiter: ";"', 'startedOn: { from: "{Start date}", as: date'],
    ],
  ] as const)('of %s is of its type and can be given back unchanged', async (name, content, label, parts) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const format = content.includes(';') ? { delimiter: ';' } : {};
    const text = await proposedMapping(await sourceAt(path, format), graph, undefined);
    expect(text).toContain(`Each row is taken for a ${label}`);
    for (const part of parts) expect(text).toContain(part);
    expect((await imported(path, text)).rejected).toBe(0);
  });

  it('lists the types that it cannot decide between, and takes one that is named', async () => {
    const content = 'no,a,b\n1,x,y\n2,z,w\n';
    await expect(proposed('t.csv', content)).rejects.toThrow(
      't.csv:1:1 does not show what its rows are: pass --type, such as --type Policy',
    );
    expect(await proposed('t.csv', content, 'Topic')).toContain('Each row is taken for a Topic: as --type says');
    const either = 'no,name,start date\n1,x,2024\n2,y,2025\n';
    await expect(proposed('t.csv', either)).rejects.toThrow(
      /^t\.csv:1:1 may have rows of several types: (?=.*Program \(.*"start date" is startedOn)(?=.*Event \().*Pass --type with one of them$/,
    );
    await expect(proposed('t.csv', 'a;b\n1;2\n')).rejects.toThrow(
      "has semicolons between its columns, not commas: pass --delimiter ';'",
    );
  });
});
