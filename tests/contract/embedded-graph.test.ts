import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
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
