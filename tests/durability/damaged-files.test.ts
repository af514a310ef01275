/** Files of an embedded graph that are missing, exchanged, empty, or not files. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, afterAll, describe, expect, it } from 'vitest';
import { contentOf, filesOf, makeStores, putFiles, type Files } from '../../reliability/corruption/stores.js';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';

const mark = `${graphFile}.mark`;
const restore =
  /: restore it from a backup with "policygraph restore", or move \S+graph\.grafeo\* away to start with the built-in data\.$/;

type Store = Awaited<ReturnType<typeof makeStores>>[number];

let folder: string;
let stores: Readonly<Record<string, Store>>;
let others: Readonly<Record<string, Store>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-damaged-'));
  const made = async (name: string) =>
    Object.fromEntries((await makeStores(join(folder, name))).map((each) => [each.name, each]));
  [stores, others] = [await made('one'), await made('other')];
});
afterAll(() => rmSync(folder, { recursive: true }));

const data = () => join(folder, 'data');
const at = (name: string) => join(data(), name);
beforeEach(() => rmSync(data(), { recursive: true, force: true }));

/** The content of the graph in the folder, or why it is refused. */
async function opened(): Promise<string> {
  try {
    const graph = await EmbeddedGraph.open(data());
    return await contentOf(graph).finally(() => graph.close());
  } catch (error) {
    return (error as Error).message;
  }
}

const filesNamed = (store: Store, part: string): Files => new Map([...store.files].filter(([path]) => path.includes(part)));

describe.each(['closed', 'killed'])('a graph that was %s', (name) => {
  const own = () => stores[name] as Store;
  const other = () => others[name] as Store;

  it('opens with all that was acknowledged, and once more after that', async () => {
    putFiles(data(), own().files);
    expect([await opened(), await opened()]).toEqual([own().content, own().content]);
  });

  it('is missing', async () => {
    putFiles(data(), own().files);
    rmSync(at(graphFile));
    expect(await opened()).toMatch(/graph\.grafeo is missing, though files beside it belong to it/);
    expect(await opened()).toMatch(restore);
    for (const file of filesOf(data()).keys()) renameSync(at(file), join(folder, 'moved'));
    rmSync(`${at(graphFile)}.wal`, { recursive: true, force: true });
    expect(await opened()).toBe('');
  });

  it.each([0, 1, 5_000, 12_288])('is cut to %i bytes', async (length) => {
    putFiles(data(), own().files);
    truncateSync(at(graphFile), length);
    expect(await opened()).toMatch(/graph\.grafeo is damaged/);
    expect(await opened()).toMatch(restore);
  });

  it('is a folder', async () => {
    putFiles(data(), own().files);
    rmSync(at(graphFile));
    mkdirSync(at(graphFile));
    expect(await opened()).toMatch(/graph\.grafeo is not a file: move it away to start with the built-in data\.$/);
  });

  it('is exchanged for that of another folder', async () => {
    putFiles(data(), new Map([...own().files, [graphFile, other().files.get(graphFile)!]]));
    expect(await opened()).toMatch(/graph\.grafeo is not the graph that was here, but another one/);
    rmSync(at(mark));
    expect(await opened()).toMatch(name === 'closed' ? /^policy:/ : /graph\.grafeo is damaged \(its log is of another graph/);
  });

  it('is exchanged with its mark, and is that of another folder', async () => {
    putFiles(data(), other().files);
    expect(await opened()).toBe(other().content);
  });

  it('has the mark of another folder', async () => {
    putFiles(data(), new Map([...own().files, ...filesNamed(other(), '.mark')]));
    expect(await opened()).toMatch(/is not the graph that was here, but another one/);
  });

  it.each([
    ['no mark', () => rmSync(at(mark))],
    ['an empty mark', () => truncateSync(at(mark), 0)],
    [
      'a folder as mark',
      () => {
        rmSync(at(mark));
        mkdirSync(at(mark));
      },
    ],
    ['unfinished files of a process that was killed', () => writeFileSync(`${at(mark)}.part`, 'half')],
    ['a damaged search index', () => writeFileSync(`${at(graphFile)}.search`, 'no index')],
  ])('has %s', async (what, change) => {
    putFiles(data(), own().files);
    change();
    if (what === 'a folder as mark') expect(await opened()).toMatch(/graph\.grafeo\.mark/);
    else expect([await opened(), await opened()]).toEqual([own().content, own().content]);
  });
});

describe('a graph that was killed', () => {
  it.each([
    ['is missing', () => rmSync(`${at(graphFile)}.wal`, { recursive: true })],
    ['is empty', () => rmSync(at([...filesNamed(stores['killed']!, '.wal').keys()][0]!))],
    ['is that of another folder', () => putLog(others['killed']!)],
    ['lacks its last write', () => cutLog(60)],
    ['lacks half of its last write', () => cutLog(10)],
  ])('is damaged when its log %s', async (_, change) => {
    putFiles(data(), stores['killed']!.files);
    change();
    expect(await opened()).toMatch(/graph\.grafeo is damaged \(/);
    expect(await opened()).toMatch(restore);
  });

  function putLog(store: Store): void {
    rmSync(`${at(graphFile)}.wal`, { recursive: true });
    mkdirSync(`${at(graphFile)}.wal`);
    for (const [path, bytes] of filesNamed(store, '.wal')) writeFileSync(at(path), bytes);
  }

  function cutLog(bytes: number): void {
    const [[path, log]] = [...filesNamed(stores['killed']!, '.wal')] as [[string, Buffer]];
    truncateSync(at(path), log.length - bytes);
  }
});

it('an older file in the place of a newer one is refused', async () => {
  putFiles(data(), new Map([...stores['closed']!.files, [graphFile, stores['never written to']!.files.get(graphFile)!]]));
  expect(await opened()).toMatch(/graph\.grafeo is damaged/);
});
