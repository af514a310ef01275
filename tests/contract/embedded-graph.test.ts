import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compactCopy, replaceBy } from '../../src/graph/embedded/compact.js';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
import { openDatabase } from '../../src/graph/embedded/open.js';
import { Places } from '../../src/graph/places.js';
import { rowsOf } from '../../src/graph/embedded/rows.js';
import type { Statement } from '../../src/graph/query.js';

const run = promisify(execFile);
const statement = <Row>(text: string, parameters = {}): Statement<Row> => ({ name: 'test', text, parameters });
const create = (id: string) => statement('CREATE (entity:Entity {id: $id})', { id });
const idsOf = (graph: EmbeddedGraph) =>
  graph.read(statement<{ id: string }>('MATCH (entity:Entity) RETURN entity.id AS id ORDER BY id'));
const errorOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );

/** One sentence, which names the file or folder and what to do. */
const oneSentence = (about: string) =>
  new RegExp(`^[^\\n]*${about.replaceAll(/[.\\/]/g, '\\$&')}[^\\n]*: [^\\n.]*(\\.[a-z][^\\n.]*)*\\.$`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-contract-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

async function written(into: string): Promise<void> {
  const graph = await EmbeddedGraph.open(into);
  await graph.prepare();
  await graph.write([create('policy:a')]);
  await graph.close();
}

describe('the embedded graph of a folder', () => {
  it('makes the folder, and finds again what was written', async () => {
    const deep = join(folder, 'a', 'b');
    await written(deep);
    const graph = await EmbeddedGraph.open(deep);
    await graph.prepare();
    expect(await idsOf(graph)).toEqual([{ id: 'policy:a' }]);
    expect((await errorOf(graph.write([create('policy:a')]))).code).toBe('CONFLICT');
    await graph.close();
  });

  it('begins as a copy of a template, and leaves another graph as it is', async () => {
    await written(join(folder, 'template'));
    const template = join(folder, 'template', graphFile);
    const [fresh, old] = [
      await EmbeddedGraph.open(join(folder, 'fresh'), template),
      await EmbeddedGraph.open(join(folder, 'old')),
    ];
    await old.close();
    const again = await EmbeddedGraph.open(join(folder, 'old'), template);
    expect([await idsOf(fresh), await idsOf(again)]).toEqual([[{ id: 'policy:a' }], []]);
    await Promise.all([fresh.close(), again.close()]);
    expect(readdirSync(join(folder, 'fresh')).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('keeps a copy beside its file of what has landed, in place of an earlier one', async () => {
    await written(folder);
    const graph = await EmbeddedGraph.open(folder);
    const path = `${join(folder, graphFile)}.kept`;
    expect(await graph.keepCopy('kept')).toBe(path);
    const write = graph.write([create('policy:b')]);
    expect(await graph.keepCopy('kept')).toBe(path);
    await write;
    await graph.write([create('policy:c')]);
    await graph.close();
    const copy = await EmbeddedGraph.open(join(folder, 'copy'), path);
    expect(await idsOf(copy)).toEqual([{ id: 'policy:a' }, { id: 'policy:b' }]);
    await copy.close();
  });

  it('has a compact file in place of one that has grown to twice its size, with all that was written', async () => {
    const file = join(folder, graphFile);
    const database = await openDatabase(file);
    for (const length of [100_000, 100_001]) {
      const texts = Array.from({ length: 20 }, (_, id) => ({ id: `policy:${id}`, text: randomBytes(length).toString('hex') }));
      const write = 'UNWIND $rows AS row MERGE (entity:Entity {id: row.id}) SET entity.text = row.text';
      await database.executeCypher(write, { rows: texts });
      database.walCheckpoint();
    }
    const size = () => statSync(file).size;
    const before = size();
    expect(compactCopy(database, file, before, 0)).toBeUndefined();
    expect(compactCopy(database, file, 0)).toBeUndefined();
    const copy = compactCopy(database, file, 0, 0) ?? '';
    database.close();
    replaceBy(copy, file);
    expect(size()).toBeLessThan(0.8 * before);
    expect(readdirSync(folder)).toEqual([graphFile]);
    const graph = await EmbeddedGraph.open(folder);
    expect(await idsOf(graph)).toHaveLength(20);
    await graph.close();
  });

  it('refuses a second process in one sentence, and lets it in when the first is gone', async () => {
    const graph = await EmbeddedGraph.open(folder);
    const second = async () =>
      JSON.parse(
        (await run(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('open-folder.ts', import.meta.url)), folder]))
          .stdout,
      ) as { message: string };
    const refused = await second();
    expect(refused).toMatchObject({ name: 'GraphError', code: 'STORAGE' });
    expect(refused.message).toMatch(oneSentence(join(folder, graphFile)));
    expect(refused.message).toContain('another process');
    await graph.close();
    expect(await second()).toEqual({ opened: true });
  });

  it('says that a folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const error = await errorOf(EmbeddedGraph.open(join(folder, 'file', 'below')));
    expect(error.code).toBe('STORAGE');
    expect(error.message).toMatch(oneSentence(join(folder, 'file', 'below')));
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder cannot be written', async () => {
    chmodSync(folder, 0o555);
    const error = await errorOf(EmbeddedGraph.open(folder));
    expect(error.code).toBe('STORAGE');
    expect(error.message).toMatch(oneSentence(join(folder, graphFile)));
  });

  it('says that its file is a folder', async () => {
    mkdirSync(join(folder, graphFile));
    const error = await errorOf(EmbeddedGraph.open(folder));
    expect(error.code).toBe('STORAGE');
    expect(error.message).toMatch(oneSentence(join(folder, graphFile)));
  });

  it.each([
    ['is no graph', (file: string) => writeFileSync(file, 'This is a text. '.repeat(10_000))],
    ['has lost its second half', (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
    [
      'has another beginning',
      (file: string) => writeFileSync(file, Buffer.concat([Buffer.alloc(64, 0xff), readFileSync(file).subarray(64)])),
    ],
  ])('refuses by name a file that %s', async (_, damage) => {
    await written(folder);
    const file = join(folder, graphFile);
    damage(file);
    const error = await errorOf(EmbeddedGraph.open(folder));
    expect(error.code).toBe('STORAGE');
    expect(error.message).toMatch(oneSentence(file));
    expect(existsSync(file)).toBe(true);
  });
});

describe('the embedded graph in memory', () => {
  it('keeps nothing', async () => {
    const graph = await EmbeddedGraph.open(':memory:');
    await graph.write([create('policy:a')]);
    expect(await graph.keepCopy('kept')).toBeUndefined();
    await graph.close();
    const next = await EmbeddedGraph.open(':memory:');
    expect(await idsOf(next)).toEqual([]);
    await next.close();
  });

  it('takes a cycle for a mistake, and a Map for none', async () => {
    const graph = await EmbeddedGraph.open(':memory:');
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(await errorOf(graph.read(statement('RETURN $cycle AS cycle', { cycle })))).toBeInstanceOf(Error);
    expect(await graph.read(statement('RETURN 1 AS n'))).toEqual([{ n: 1 }]);
    await graph.close();
  });
});

describe('a result of many rows', () => {
  const rows = 50_000;
  const result = async () =>
    (await openDatabase()).executeCypher('UNWIND range(1, $rows) AS n RETURN n, toString(n) AS text', { rows });

  it('is made into objects while others get their turn', async () => {
    const many = await result();
    let turns = 0;
    const turn = (): NodeJS.Immediate => setImmediate(() => (turns++, (next = turn())));
    let next = turn();
    const made = await rowsOf(many);
    clearImmediate(next);
    expect(made).toHaveLength(rows);
    expect(made.at(-1)).toEqual({ n: rows, text: String(rows) });
    expect(turns).toBeGreaterThan(5);
  });

  it('is left when its reader leaves', async () => {
    const many = await result();
    const controller = new AbortController();
    const reason = new Error('The client left.');
    setImmediate(() => controller.abort(reason));
    expect(await errorOf(rowsOf(many, controller.signal))).toBe(reason);
  });
});

describe('statements in the engine', () => {
  const reason = new Error('It took too long.');
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  /** Work whose end is decided here. */
  function work() {
    const begun = { yes: false };
    let end: (value: number) => void = () => undefined;
    const ended = new Promise<number>((resolve) => (end = resolve));
    return { begun, end, run: () => ((begun.yes = true), ended) };
  }

  it('wait for a place, in their order', async () => {
    const places = new Places(1);
    const [first, second, third] = [work(), work(), work()];
    const ends = [first, second, third].map(({ run: begin }) => places.run(begin));
    first.end(1);
    expect(await ends[0]).toBe(1);
    await tick();
    expect([second.begun.yes, third.begun.yes]).toEqual([true, false]);
    second.end(2);
    third.end(3);
    expect(await Promise.all(ends)).toEqual([1, 2, 3]);
  });

  it('keep their place until they have ended, also when nobody waits for them', async () => {
    const places = new Places(1);
    const [left, waits] = [work(), work()];
    const controller = new AbortController();
    const abandoned = errorOf(places.run(left.run, controller.signal));
    const after = places.run(waits.run);
    await tick();
    controller.abort(reason);
    expect(await abandoned).toBe(reason);
    await tick();
    expect(waits.begun.yes).toBe(false);
    left.end(1);
    waits.end(2);
    expect(await after).toBe(2);
  });

  it('never begin when the reader leaves before their turn', async () => {
    const places = new Places(1);
    const [first, second, third] = [work(), work(), work()];
    const controller = new AbortController();
    const ends = [places.run(first.run), places.run(third.run)];
    const never = errorOf(places.run(second.run, controller.signal));
    controller.abort(reason);
    expect(await never).toBe(reason);
    first.end(1);
    third.end(3);
    expect(await Promise.all(ends)).toEqual([1, 3]);
    expect(second.begun.yes).toBe(false);
  });

  it('give up their place when they fail', async () => {
    const places = new Places(1);
    expect(await errorOf(places.run(() => Promise.reject(reason)))).toBe(reason);
    await places.empty();
    expect(await places.run(() => Promise.resolve(1))).toBe(1);
  });

  it('have all ended when the graph is closed, also those that nobody waits for', async () => {
    const graph = await EmbeddedGraph.open(folder);
    const controllers = Array.from({ length: 20 }, () => new AbortController());
    const long = statement('UNWIND range(1, 700) AS a UNWIND range(1, 700) AS b RETURN count(a + b) AS n');
    const reads = controllers.map(({ signal }) => errorOf(graph.read(long, { signal })));
    await tick();
    for (const controller of controllers) controller.abort(reason);
    expect(new Set(await Promise.all(reads))).toEqual(new Set([reason]));
    expect(await graph.read(statement('RETURN 1 AS n'))).toEqual([{ n: 1 }]);
    const waiting = Array.from({ length: 20 }, () => graph.read(long));
    await graph.close();
    for (const rows of await Promise.all(waiting)) expect(rows).toEqual([{ n: 490_000 }]);
    await written(folder);
  });
});
