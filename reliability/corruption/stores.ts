/** Small graphs whose files are damaged: one that was closed, one whose process was killed, one that was never written to. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Graph } from '../../src/graph/port.js';

/** The files of a graph: what each holds, by its path in the folder. */
export type Files = ReadonlyMap<string, Buffer>;

const statement = (text: string, parameters = {}) => ({ name: 'test', text, parameters });

/** All that a graph holds, as text. */
export async function contentOf(graph: Graph): Promise<string> {
  const rows = await graph.read<{ id: string; text: string }>(
    statement('MATCH (node:Entity) RETURN node.id AS id, node.text AS text ORDER BY id'),
  );
  return rows.map(({ id, text }) => `${id} ${text}`).join('\n');
}

async function write(graph: Graph, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1)
    await graph.write([
      statement('CREATE (:Entity {id: $id, text: $text})', { id: `policy:${number}`, text: 'x'.repeat(number) }),
    ]);
}

/** Opened twice, so that it has older images; the copy that is taken while it is open is what a kill leaves. */
export async function makeStores(
  folder: string,
): Promise<{ readonly name: string; readonly files: Files; readonly content: string }[]> {
  const fresh = await EmbeddedGraph.open(folder);
  await fresh.close();
  const unwritten = filesOf(folder);
  const first = await EmbeddedGraph.open(folder);
  await write(first, 10, 15);
  await first.close();
  const second = await EmbeddedGraph.open(folder);
  await write(second, 15, 18);
  const killed = filesOf(folder);
  const content = await contentOf(second);
  await second.close();
  return [
    { name: 'never written to', files: unwritten, content: '' },
    { name: 'closed', files: filesOf(folder), content },
    { name: 'killed', files: killed, content },
  ];
}

export function filesOf(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}

export function putFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
