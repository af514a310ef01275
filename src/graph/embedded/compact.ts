/** Compacts the file of a graph. It keeps the pages of earlier checkpoints: after a large import these are half of it, and opening it takes as much more memory. */
import { renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GrafeoDB } from '@grafeo-db/js';
import { databaseOf, renameDatabase } from './integrity/graph-header.js';
import { saveWhole } from './open.js';
import { syncFolder } from './sync.js';

/** Bytes: smaller files are left as they are. */
const smallest = 64 * 1024 * 1024;

/** Bytes of a file; 0 in memory. */
export const sizeOf = (file: string | undefined): number =>
  file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);

/** A compact copy of a file that has grown to twice its size; undefined for others, or where there is no room for a copy. */
export function compactCopy(database: GrafeoDB, file: string, sizeBefore: number, least = smallest): string | undefined {
  if (sizeOf(file) < Math.max(least, 2 * sizeBefore)) return undefined;
  const copy = `${file}.compact`;
  try {
    saveWhole(database, copy);
    renameDatabase(copy, databaseOf(file)); // the mark of the file is also that of its copy
    return copy;
  } catch {
    return undefined; // the file is whole as it is
  }
}

/** Puts the copy in the place of a file that was closed. A power cut leaves one of the two. */
export function replaceBy(copy: string, file: string): void {
  renameSync(copy, file);
  syncFolder(dirname(file));
}
