/**
 * The file of a backup: gzipped lines of JSON. The first is the manifest, the last has the hash of all others; between them are the keys, where they are included,
 * and the batches of src/graph/stored/contents.ts. It is the same for both engines, so that a backup of one can be restored to the other.
 */
import type { Key } from '../accounts/key.js';
import { GraphError } from '../graph/errors.js';
import { mustNotBeNewer } from '../graph/model-version.js';
import type { Graph } from '../graph/port.js';
import type { Batch, Totals } from '../graph/stored/contents.js';

export const formatName = 'policygraph-backup';
export const formatVersion = 1;

/** Nodes and relations are those that the store counted when the backup began. */
export interface Manifest extends Totals {
  readonly format: typeof formatName;
  readonly formatVersion: number;
  /** The version of the program that made it. */
  readonly program: string;
  readonly engine: Graph['engine'];
  readonly engineVersion: string;
  readonly modelVersion: number;
  /** The number of the last changeset, and when it was recorded. */
  readonly sequence: number;
  readonly recordedAt: string | null;
  readonly madeAt: string;
}

/** The last line. */
export interface End extends Totals {
  /** Of all lines before it. */
  readonly sha256: string;
}

export type Line = Batch | { readonly keys: readonly Key[] };

/** Refuses what this program cannot restore. */
export function mustBeRestorable(path: string, manifest: Partial<Manifest> | undefined): asserts manifest is Manifest {
  if (manifest?.format !== formatName) throw new GraphError('STORAGE', `${path} is not a backup of PolicyGraph.`);
  const { formatVersion: version = Infinity, modelVersion = 0, program = 'a later version' } = manifest;
  if (version > formatVersion)
    throw new GraphError(
      'STORAGE',
      `${path} was made by PolicyGraph ${program}, whose backups this program does not know: restore it with that program.`,
    );
  mustNotBeNewer(modelVersion);
}

export const damaged = (path: string, how: string, cause?: unknown): GraphError =>
  new GraphError('STORAGE', `${path} is damaged (${how}), and nothing was restored: use another backup.`, { cause });
