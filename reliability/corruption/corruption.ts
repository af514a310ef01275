/** Flips a bit of each byte of a graph's files, and cuts them at each length: each must be refused by name, or open with exactly what was acknowledged. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { GraphError } from '../../src/graph/errors.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { contentOf, makeStores, putFiles, type Files } from './stores.js';

export interface Outcomes {
  damages: number;
  refused: number;
  unharmed: number;
  /** What must not be: each with the damage that led to it. */
  readonly wrong: string[];
}

interface Damage {
  readonly name: string;
  readonly files: Files;
}

/** Damages each file at each `stride`-th place; the headers of the graph file at every one. */
export async function corrupt(folder: string, stride = 1, report: (text: string) => void = () => undefined): Promise<Outcomes> {
  const outcomes: Outcomes = { damages: 0, refused: 0, unharmed: 0, wrong: [] };
  for (const { name, files, content } of await makeStores(join(folder, 'store')))
    for (const path of files.keys()) {
      report(`${name}: ${path}`);
      for (const damage of damagesOf(files, path, stride))
        await note(outcomes, join(folder, 'damaged'), damage, `${name}: `, content);
    }
  return outcomes;
}

/** Bytes of the engine's three headers. */
const headers = 12_288;

function* damagesOf(files: Files, path: string, stride: number): Iterable<Damage> {
  const bytes = files.get(path) as Buffer;
  const step = (at: number) => (at % 4_096 < 100 && at < headers ? Math.min(stride, 3) : stride);
  for (let at = 0; at < bytes.length; at += step(at)) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ (1 << (at % 8));
    yield { name: `a bit of byte ${at} of ${path}`, files: new Map([...files, [path, changed]]) };
    yield { name: `${path} cut to ${at} bytes`, files: new Map([...files, [path, bytes.subarray(0, at)]]) };
  }
}

async function note(outcomes: Outcomes, folder: string, { name, files }: Damage, store: string, content: string): Promise<void> {
  putFiles(folder, files);
  outcomes.damages += 1;
  const outcome = await opened(folder);
  if (outcome instanceof GraphError && isTrue(outcome)) outcomes.refused += 1;
  else if (outcome === content) outcomes.unharmed += 1;
  else outcomes.wrong.push(`${store}${name}: ${outcome instanceof Error ? outcome.message : 'opened with something else'}`);
  rmSync(folder, { recursive: true });
}

async function opened(folder: string): Promise<string | Error> {
  try {
    const graph = await EmbeddedGraph.open(folder, undefined, { durability: 'normal' });
    return await contentOf(graph).finally(() => graph.close());
  } catch (error) {
    return error as Error;
  }
}

/** The one true reason, with what to do. */
const isTrue = ({ code, message }: GraphError): boolean =>
  code === 'STORAGE' &&
  / is damaged( \([^)]*\))?: restore it from a backup with "policygraph restore", or move .* away/.test(message);
