import { accessSync, constants, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type * as Grafeo from '@grafeo-db/js';
import { GraphError } from '../errors.js';
import { isFull, storageFull } from '../storage-full.js';
import { openingError } from './errors.js';
import { checksumOf } from './integrity/checksum.js';
import { databaseOf, renameDatabase } from './integrity/graph-header.js';
import { mustBeComplete, mustBeNew, mustMatch } from './integrity/guard.js';
import { readMark, writeMark } from './integrity/mark.js';
import { indexPath } from './search/index-file.js';
import { syncFile, syncFolder } from './sync.js';

/** Opens the engine on a file, or in memory. A new file starts as a copy of `template`. Throws an error with a one-sentence reason. */
export async function openDatabase(file?: string, template?: string): Promise<Grafeo.GrafeoDB> {
  const { GrafeoDB } = await engine();
  if (file === undefined) return GrafeoDB.create();
  mustBeWritable(file);
  try {
    if (!existsSync(file)) {
      mustBeNew(file);
      if (template === undefined || !existsSync(template)) return GrafeoDB.create(file);
      copyGraph(template, file);
    }
    mustBeWhole(GrafeoDB, file);
    return GrafeoDB.open(file);
  } catch (cause) {
    throw openingError(file, cause);
  }
}

/** Opening a file to write cuts a damaged end off: what was not closed is read first. */
function mustBeWhole(engine: typeof Grafeo.GrafeoDB, file: string): void {
  const mark = readMark(file);
  mustMatch(file, mark);
  if (mark === undefined || mark.closed !== undefined) return;
  const database = engine.openReadOnly(file);
  try {
    mustBeComplete(file, mark, Number(database.currentEpoch()));
  } finally {
    database.close();
  }
}

/** Makes a graph of a closed one, with its search index, which is copied first: a process that ends in between leaves an index that the next start recognises as of another graph. */
function copyGraph(source: string, target: string): void {
  mustMatch(source, readMark(source));
  if (existsSync(indexPath(source))) copyWhole(indexPath(source), indexPath(target));
  copyWhole(source, target, renameDatabase);
}

/** The file appears with all that is in it, or not at all. */
function copyWhole(source: string, target: string, change: (copy: string) => void = () => undefined): void {
  const part = `${target}.${process.pid}.part`;
  try {
    copyFileSync(source, part);
    change(part);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes all that a database holds to another file, which appears whole or not at all. */
export function saveWhole(database: Grafeo.GrafeoDB, target: string): void {
  const part = `${target}.part`;
  const remains = [part, `${part}.partial`, `${part}.partial.creating`]; // the engine's own, and it leaves them on a full disk
  const clear = () => remains.forEach((path) => rmSync(path, { force: true }));
  try {
    clear();
    database.save(part);
    syncFile(part);
    renameSync(part, target);
    syncFolder(dirname(target));
  } catch (cause) {
    clear();
    if (isFull(cause)) throw storageFull(cause);
    throw new GraphError('STORAGE', `The copy ${target} could not be written, and nothing was changed.`, { cause });
  }
}

/** Removes copies that a process which was killed did not finish; the graph must be open, so that no other process is at them. */
export function clearRemains(file: string): void {
  for (const entry of readdirSync(dirname(file), { withFileTypes: true }))
    if (entry.isFile() && entry.name.startsWith(`${basename(file)}.`) && /\.(part|partial|creating|compact)$/.test(entry.name))
      rmSync(join(dirname(file), entry.name), { force: true });
}

/** Marks a closed file as whole, with its last commit. */
export function seal(file: string, commit: number): void {
  const database = databaseOf(file);
  if (database !== undefined) writeMark(file, { database, closed: checksumOf(file), acknowledged: commit, synced: commit });
}

async function engine(): Promise<typeof Grafeo> {
  try {
    const module = await import('@grafeo-db/js');
    return (module as unknown as { default: typeof Grafeo }).default; // a CommonJS module, and its types say otherwise
  } catch (cause) {
    throw new GraphError(
      'STORAGE',
      `The embedded engine has no binary for ${process.platform}-${process.arch} here: add it with "npm install @grafeo-db/js-${process.platform}-${process.arch}", or set NEO4J_URI to use a Neo4j.`,
      { cause },
    );
  }
}

function mustBeWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new GraphError(
      'STORAGE',
      `${file} cannot be written: mend its permissions, or set POLICYGRAPH_DATA to another folder.`,
      { cause },
    );
  }
}
