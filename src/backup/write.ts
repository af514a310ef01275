import { createHash } from 'node:crypto';
import type { Key } from '../accounts/key.js';
import { modelVersion } from '../graph/model-version.js';
import type { Graph, Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import { contentsOf, totalsOf, type Batch } from '../graph/stored/contents.js';
import { programVersion } from '../program-version.js';
import { formatName, formatVersion, type End, type Manifest } from './format.js';

const lastChangeset = query<Record<string, never>, { sequence: number | null; recordedAt: string | null }>('changeset/last');

/** What becomes of a backup while it is written, and what it came to. */
export interface BackupOptions {
  /** Undefined: the backup has none. */
  readonly keys: readonly Key[] | undefined;
  readonly madeAt: string;
  /** Gets how many nodes and relations are written, and how many there are. */
  readonly progress: (done: number, all: number) => void;
}

/** The lines of a backup of what a reader sees. Returns the last one. */
export async function* backupLines(
  reader: Transaction,
  graph: Pick<Graph, 'engine' | 'version'>,
  { keys, madeAt, progress }: BackupOptions,
): AsyncGenerator<string, End> {
  const hash = createHash('sha256');
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const manifest = await manifestOf(reader, graph, madeAt);
  yield line(manifest);
  if (keys !== undefined) yield line({ keys });
  let [nodes, relations] = [0, 0];
  for await (const batch of contentsOf(reader)) {
    nodes += 'nodes' in batch ? batch.nodes.length : 0;
    relations += 'nodes' in batch ? 0 : batch.relations.length;
    yield line(batch satisfies Batch);
    progress(nodes + relations, manifest.nodes + manifest.relations);
  }
  const end = { nodes, relations, sha256: hash.digest('hex') };
  yield `${JSON.stringify({ end })}\n`;
  return end;
}

async function manifestOf(reader: Transaction, graph: Pick<Graph, 'engine' | 'version'>, madeAt: string): Promise<Manifest> {
  const [last] = await reader.run(lastChangeset({}));
  return {
    format: formatName,
    formatVersion,
    program: programVersion,
    engine: graph.engine,
    engineVersion: await graph.version(),
    modelVersion,
    sequence: last?.sequence ?? 0,
    recordedAt: last?.recordedAt ?? null,
    madeAt,
    ...(await totalsOf(reader)),
  };
}
