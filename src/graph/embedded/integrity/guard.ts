/** Whether a graph file is the one that its mark describes. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { GraphError } from '../../errors.js';
import { bootOf } from './boot.js';
import { checksumOf } from './checksum.js';
import { databaseOf } from './graph-header.js';
import { markPath, type Mark } from './mark.js';

/** Throws STORAGE where a graph was here and its file is missing: a new one in its place would be taken for it. */
export function mustBeNew(file: string): void {
  if (!existsSync(markPath(file)) && !hasLog(file)) return;
  throw new GraphError(
    'STORAGE',
    `${file} is missing, though files beside it belong to it: restore it from a backup with "policygraph restore", or move ${file}* away to start with the built-in data.`,
  );
}

/** Throws STORAGE for a file that is damaged, or of another graph than its mark. It is only read. */
export function mustMatch(file: string, mark: Mark | undefined): void {
  if (!statSync(file).isFile())
    throw new GraphError('STORAGE', `${file} is not a file: move it away to start with the built-in data.`);
  const database = databaseOf(file);
  if (database === undefined) throw damaged(file);
  if (mark === undefined) return;
  if (mark.database !== database)
    throw new GraphError(
      'STORAGE',
      `${file} is not the graph that was here, but another one: put the right one back, or delete ${markPath(file)} to use this one.`,
    );
  if (mark.closed === undefined) return;
  const { bytes, crc32 } = checksumOf(file);
  if (bytes !== mark.closed.bytes || crc32 !== mark.closed.crc32) throw damaged(file);
}

/** Throws STORAGE for a graph that lacks commits which were acknowledged. After a power cut these are only those that the disk had confirmed. */
export function mustBeComplete(file: string, mark: Mark, commit: number): void {
  const isSameBoot = mark.owner === undefined || mark.owner.boot === bootOf();
  const lost = (isSameBoot ? mark.acknowledged : mark.synced) - commit;
  if (lost > 0) throw damaged(file, ` (its last ${lost === 1 ? 'change is' : `${lost} changes are`} missing)`);
}

export const damaged = (file: string, how = '', cause?: unknown): GraphError =>
  new GraphError(
    'STORAGE',
    `${file} is damaged${how}: restore it from a backup with "policygraph restore", or move ${file}* away to start with the built-in data.`,
    { cause },
  );

/** Whether the engine's log of a graph is here. */
function hasLog(file: string): boolean {
  const log = logFolder(file);
  return existsSync(log) && readdirSync(log).length > 0;
}

/** The folder of the engine's write-ahead log. */
export const logFolder = (file: string): string => `${file}.wal`;
