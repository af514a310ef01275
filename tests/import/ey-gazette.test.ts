/** The mapping of examples/ey-gazette on entries made up here in the form of the real ones, and on some of those where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { imported } from './importing.js';

const mapping = readFileSync(fileURLToPath(new URL('../../examples/ey-gazette/mapping.yaml', import.meta.url)), 'utf8');
const real = fileURLToPath(new URL('../../../shared/data/ey-gazette-meta.jsonl.gz', import.meta.url));

const entry = (MetaId: string, more: Readonly<Record<string, string>>) => ({
  MetaId,
  Doc_Style_LName: '法規',
  Doc_Style_SName: '中央法規標準法之命令',
  PubGov: '交通部',
  PubGovName: '交通部',
  Officer_name: '部長 王一',
  Date_Created: '中華民國94年1月3日',
  GazetteId: `試字第${MetaId}號`,
  Title: `交通部令：修正第${MetaId}號辦法`,
  TitleEnglish: `Amendment of regulation ${MetaId}`,
  Keyword: '腳踏車',
  GazetteHTML: `http://gazette.example/${MetaId}`,
  ...more,
});
const entries = [
  entry('1', { Keyword: '腳踏車;道路(公路，街道);;腳踏車' }),
  entry('2', { PubGovName: '交通部試驗局', Officer_name: '局長 李二', Date_Created: '中華民國100年12月31日' }),
  entry('3', { PubGovName: '交通部;衛生署', Officer_name: '部長 王一;署長 張三‧四', Doc_Style_LName: '公告及送達' }),
  entry('4', { PubGov: '衛生署', PubGovName: '行政院衛生署', Officer_name: '局長 李二;副院長 趙?', GazetteId: '**' }),
  entry('5', { PubGov: '行政院', PubGovName: '行政院', Officer_name: '院長 游錫\uE766', Doc_Style_SName: '法規命令草案之預告' }),
];

const keywordsOf = ({ Keyword = '' }: { readonly Keyword?: string }) =>
  Keyword.split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

describe.each(engines)('the mapping of the gazette on $name', ({ empty }) => {
  let graph: Graph;
  const read = async (text: string) =>
    (await graph.read<{ line: string }>({ name: 'test', text, parameters: {} })).map(({ line }) => line);
  const load = (content: string | Buffer, id: string, dryRun = false) =>
    imported(graph, { name: 't.jsonl', content, mapping, id, dryRun });

  beforeAll(async () => {
    graph = await empty();
  });
  afterAll(() => graph.close());

  it('makes acts with their issuers, signatories and topics, and says whom it cannot read', async () => {
    const content = entries.map((each) => JSON.stringify(each)).join('\n');
    const expected = await load(content, 'made-up', true);
    const { rows, rejected, notes, written } = await load(content, 'made-up');
    expect(written?.kinds.get('ENTITY_CREATED')).toBe(expected.written?.kinds.get('ENTITY_CREATED'));
    expect(written?.kinds.get('CLAIM_ASSERTED')).toBe(expected.written?.kinds.get('CLAIM_ASSERTED'));
    expect([rows, rejected, notes.lines()]).toEqual([
      5,
      0,
      [expect.stringMatching(/^t\.jsonl:4:\d+ Officer_name is not of the form .*\("副院長 趙\?"\)$/)],
    ]);
    expect(
      await read("MATCH (p:Policy) RETURN p.kind + ' ' + p.announcedOn + ' ' + coalesce(p.status, '-') AS line ORDER BY p.id"),
    ).toEqual([
      'REGULATION 2005-01-03 -',
      'REGULATION 2011-12-31 -',
      'NOTICE 2005-01-03 -',
      'REGULATION 2005-01-03 -',
      'REGULATION 2005-01-03 DRAFT',
    ]);
    expect(
      await read("MATCH (:Policy {id: 'policy:tw-ey-gazette-1'})-[:HAS_TOPIC]->(t) RETURN t.name AS line ORDER BY line"),
    ).toEqual(['腳踏車', '道路(公路，街道)']);
    expect(await read("MATCH (a)-[:ISSUED]->(p) RETURN a.name + ' ' + p.id AS line ORDER BY p.id, line")).toEqual([
      'Ministry of Transportation and Communications policy:tw-ey-gazette-1',
      '交通部試驗局 policy:tw-ey-gazette-2',
      'Department of Health policy:tw-ey-gazette-3',
      'Ministry of Transportation and Communications policy:tw-ey-gazette-3',
      'Department of Health policy:tw-ey-gazette-4',
      'Executive Yuan policy:tw-ey-gazette-5',
    ]);
    expect(
      await read("MATCH (a)-[s:SIGNED]->(p) RETURN a.name + ' ' + s.title + ' ' + p.id AS line ORDER BY p.id, line"),
    ).toEqual([
      '王一 部長 policy:tw-ey-gazette-1',
      '李二 局長 policy:tw-ey-gazette-2',
      '張三‧四 署長 policy:tw-ey-gazette-3',
      '王一 部長 policy:tw-ey-gazette-3',
      '李二 局長 policy:tw-ey-gazette-4',
      'Yu Shyi-kun 院長 policy:tw-ey-gazette-5',
    ]);
  });

  it('claims a position only for one officer and one agency, for that day, and a parent body where two names say so', async () => {
    expect(
      await read(
        "MATCH (a)-[r:HOLDS_POSITION]->(b) RETURN a.name + ' ' + r.title + ' ' + b.name + ' ' + r.from + ' ' + r.until AS line ORDER BY line",
      ),
    ).toEqual([
      'Yu Shyi-kun 院長 Executive Yuan [..2005-01-03] [2005-01-03..]',
      '李二 局長 交通部試驗局 [..2011-12-31] [2011-12-31..]',
      '王一 部長 Ministry of Transportation and Communications [..2005-01-03] [2005-01-03..]',
    ]);
    expect(await read("MATCH (a)-[:PART_OF]->(b) RETURN a.name + ' ' + b.name AS line")).toEqual([
      '交通部試驗局 Ministry of Transportation and Communications',
    ]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it.skipIf(!existsSync(real))('takes three hundred of the real entries whole', { timeout: 120_000 }, async () => {
    const lines = gunzipSync(readFileSync(real)).toString('utf8').split('\n').slice(0, 300);
    const { rows, rejected, problems, notes, written } = await load(lines.join('\n'), 'real');
    expect([rows, rejected, problems.lines(), notes.lines()]).toEqual([300, 0, [], []]);
    expect(written?.count('CLAIM_ASSERTED')).toBeGreaterThan(2_000);
    const links = lines.map((line) => new Set(keywordsOf(JSON.parse(line) as { Keyword?: string })).size);
    const madeUp = entries.map((each) => new Set(keywordsOf(each)).size);
    expect(await read('MATCH ()-[r:HAS_TOPIC]->() RETURN count(r) AS line')).toEqual([sumOf(links) + sumOf(madeUp)]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });
});

if (!existsSync(real)) console.log(`The gazette itself is not loaded: there is none at ${real}.`);
