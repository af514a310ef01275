import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import type { Graph } from '../../src/graph/port.js';
import { cyclesOf } from '../../src/changesets/cycles.js';
import { IdMap } from '../../src/import/load/id-map.js';
import { dateReader } from '../../src/import/mapping/dates.js';
import { slugOf } from '../../src/import/mapping/slug.js';
import { draft } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { head, imported, world, type Given } from './importing.js';

const rows = [
  'a1,The first,n,2024-02-05,agency:ministry,policy:a3',
  'a2,The second,p,113/3/1,,policy:a1',
  'a3,The third,n,1970-01-01,agency:ministry,',
];
const csv = (...lines: string[]) => [head, ...lines, ''].join('\n');

describe.each(engines)('a load on $name', ({ empty }) => {
  let graph: Graph;
  const opened: Graph[] = [];
  const load = (given: Partial<Given> = {}) => imported(graph, { name: 't.csv', content: csv(...rows), ...given });
  const policies = async () =>
    (
      await graph.read<{ id: string; version: number }>({
        name: 'test',
        text: 'MATCH (n:Policy) RETURN n.id AS id, n.version AS version ORDER BY n.id',
        parameters: {},
      })
    ).map(({ id, version }) => `${id} ${version}`);

  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
    await load({ name: 'world.yaml', content: world, id: 'world' });
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  it('lands, also where rows speak of later ones and batches end between them', async () => {
    const { written, rows: read } = await load({ batch: 1, content: gzipSync(csv(...rows)) });
    expect([read, written?.count('ENTITY_CREATED'), written?.count('CLAIM_ASSERTED')]).toEqual([3, 3, 6]);
    expect(await policies()).toEqual(['policy:a1 1', 'policy:a2 1', 'policy:a3 1']);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('reads a small file once, whatever is wrong in it', async () => {
    expect((await load({ batch: 1 })).reads).toBe(1);
    const wrong = await load({ id: 'wrong', content: csv(...rows, 'b1,Alone,n,2024-02-05,agency:unknown,'), batch: 1 });
    expect([wrong.reads, wrong.written, wrong.problems.lines()]).toEqual([
      1,
      undefined,
      ['t.csv:5:5 names an unknown entity: "agency:unknown" ("agency:unknown")'],
    ]);
  });

  it('reads a large file once to check it and once to write it, and again only where all of it shows what is wrong', async () => {
    const large = (amended: string) => {
      const line = (row: number) => `b${row},A title,n,2024-02-05,,${row === 9 ? amended : ''},${'-'.repeat(900_000)}`;
      return [`${head},notes`, ...Array.from({ length: 10 }, (_, row) => line(row)), ''].join('\n');
    };
    const right = await load({ content: large('policy:b0'), batch: 4 });
    expect([right.reads, right.rows, right.written?.count('CLAIM_ASSERTED')]).toEqual([2, 10, 11]);
    const wrong = await load({ id: 'wrong', content: large('policy:b10') });
    expect([wrong.reads, wrong.written, wrong.problems.total]).toEqual([3, undefined, 1]);
  });

  it('that comes again changes nothing, and one that was cut off goes on', async () => {
    await load({ batch: 2 });
    const again = await load({ batch: 2 });
    expect([again.written?.kinds.size, again.written?.repeated, again.written?.batches]).toEqual([0, 3, 3]);
    await graph.write([
      { name: 'test', text: "MATCH (c:Changeset {id: 'changeset:import-test-2'}) DETACH DELETE c", parameters: {} },
    ]);
    const resumed = await load({ batch: 2 });
    expect([resumed.written?.repeated, resumed.written?.unchanged]).toEqual([2, 2]);
    const other = await load({ id: 'other', batch: 1 });
    expect([other.written?.kinds.size, other.written?.repeated]).toEqual([0, 0]);
  });

  it('of what was merged since is refused before anything is written, and told which id to name', async () => {
    await load();
    await applyChangeset(graph, draft({ merges: [{ entity: 'policy:a2', into: 'policy:a1' }] }));
    const more = csv('a4,The fourth,n,2024-02-05,agency:ministry,policy:a2', ...rows);
    const { problems, written } = await load({ id: 'more', content: more, batch: 1 });
    expect(written).toBeUndefined();
    const named = 'names "policy:a2", which is merged into "policy:a1": name that one';
    expect([...new Set(problems.lines())]).toEqual([
      `t.csv:2:6 ${named} ("policy:a2")`,
      `t.csv:4:1 ${named} ("a2")`,
      't.csv:4:1 was merged into policy:a1; use policy:a1 ("a2")',
    ]);
    expect(await policies()).toEqual(['policy:a1 2', 'policy:a3 1']);
  });

  it('under the name of other files is refused in one sentence', async () => {
    await load();
    await expect(load({ fingerprint: 'two' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The name "test" belongs to another import, of t.csv (one): choose another --id, or omit it.',
    });
  });

  it('reports what would change, and writes nothing', async () => {
    const { written } = await load({ dryRun: true, batch: 1 });
    expect([written?.count('ENTITY_CREATED'), written?.count('CLAIM_ASSERTED'), written?.first[0]?.id]).toEqual([
      3,
      6,
      'policy:a1',
    ]);
    expect(await policies()).toEqual([]);
  });

  it('keeps what is good; what is wrong, and what depends on it, can be mended and fed again', async () => {
    const content = csv(
      'a1,The first,x,2024,,',
      'a2,The second,n,2024,,policy:a1',
      'a3,The third,n,2024,,',
      'a4,The fourth,n,2024,,policy:a2',
    );
    const { folder, rejected, written } = await load({ content, keepGood: true });
    expect([rejected, written?.count('ENTITY_CREATED'), await policies()]).toEqual([3, 1, ['policy:a3 1']]);
    const rejects = readFileSync(join(folder, 'rejects'), 'utf8');
    expect(rejects).toBe(csv('a1,The first,x,2024,,', 'a2,The second,n,2024,,policy:a1', 'a4,The fourth,n,2024,,policy:a2'));
    expect(readFileSync(join(folder, 'rejects.reasons.txt'), 'utf8').split('\n')).toEqual([
      'line 2: t.csv:2:3 is not in the lookup table "kinds": add it there ("x")',
      'line 3: t.csv:3:6 names an unknown entity: "policy:a1" ("policy:a1")',
      'line 4: t.csv:5:6 names an unknown entity: "policy:a2" ("policy:a2")',
      '',
    ]);
    await load({ content: rejects.replace(',x,', ',n,'), id: 'mended' });
    expect(await policies()).toEqual(['policy:a1 1', 'policy:a2 1', 'policy:a3 1', 'policy:a4 1']);
    expect(existsSync(join((await load({ keepGood: true, id: 'good' })).folder, 'rejects'))).toBe(false);
  });

  it('gives rejected YAML back as JSON Lines, observations with their claim', async () => {
    const evidence = 'evidence: [ { document: "document:list", record: "1", summary: x } ]';
    const content = `document: document:list
observations:
  - { indicator: "indicator:cars", value: 10, unit: "{car}", kind: ACTUAL, ${evidence} }
`;
    const { folder } = await load({ name: 'o.yaml', content, keepGood: true, id: 'yaml' });
    const indicator = '{"type":"entity","id":"indicator:cars","unit":"{car}","names":[{"value":"Cars","lang":"en"}]}\n';
    const mended = readFileSync(join(folder, 'rejects'), 'utf8') + indicator;
    const { written, problems } = await load({ name: 'o.jsonl', content: mended, id: 'lines' });
    expect(problems.lines()).toEqual([]);
    expect([written?.count('OBSERVATION_RECORDED'), written?.count('CLAIM_ASSERTED')]).toEqual([1, 1]);
  });
});

describe('what a load rests on', () => {
  it('keeps a hundred thousand ids in little memory, and each apart', () => {
    const ids = new IdMap();
    for (let n = 0; n < 100_000; n += 1) expect.soft(ids.add(`policy:number-${n}`, n)).toBe(true);
    expect([ids.size, ids.get('policy:number-99999'), ids.get('policy:other'), ids.add('policy:number-7', 1)]).toEqual([
      100_000,
      99_999,
      undefined,
      false,
    ]);
  });

  it('finds cycles, also of one step and very long ones, and nothing else', () => {
    const chain = Array.from({ length: 50_000 }, (_, n) => ({ subject: `r${n}`, object: `r${n + 1}` }));
    const into = { subject: 'x', object: 'r0' };
    expect([...chain, into].filter(cyclesOf([...chain, into]))).toEqual([]);
    const closed = [...chain, into, { subject: 'r50000', object: 'r0' }, { subject: 'y', object: 'y' }];
    expect(closed.filter(cyclesOf(closed))).toHaveLength(50_002);
  });

  it.each([
    ['Ministry of Commerce', 'ministry-of-commerce'],
    ['Côte d’Ivoire', 'cote-divoire'],
    ['商务部', 'n5b0fbf09de'],
    ['C++', 'c-nf1deb75fa2'],
  ])('always makes the same slug of %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each([
    ['2024-02', '2024-02'],
    ['5/2/2024', '2024-02-05'],
    ['中華民國94年1月3日', '2005-01-03'],
    ['1970-01-01', undefined],
    ['', undefined],
  ])('reads the date %s', (text, date) => {
    const read = dateReader({ formats: ['DD/MM/YYYY', '中華民國RRR年MM月DD日'], none: ['1970-01-01'] });
    expect(read(text)).toEqual({ date: date === undefined ? undefined : fuzzyDate(date) });
    expect(read('31/2/2024')).toHaveProperty('error');
  });
});
