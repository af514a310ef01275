import { accessSync, constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as Grafeo from '@grafeo-db/js';
import { GraphError } from '../errors.js';
import { indexPath } from './search/index-file.js';

/** Opens the engine on a file, or in memory. A new file starts as a copy of `template`. Throws an error with a one-sentence reason. */
export async function openDatabase(file?: string, template?: string): Promise<Grafeo.GrafeoDB> {
  const { GrafeoDB } = await engine();
  if (file === undefined) return GrafeoDB.create();
  mustBeWritable(file);
  try {
    if (!existsSync(file) && template !== undefined && existsSync(template)) copyGraph(template, file);
    return existsSync(file) ? GrafeoDB.open(file) : GrafeoDB.create(file);
  } catch (cause) {
    throw new GraphError('STORAGE', reason(file, (cause as Error).message), { cause });
  }
}

/** With its search index, which is copied first: a process that ends in between leaves an index that the next start recognises as of another graph. */
function copyGraph(source: string, target: string): void {
  if (existsSync(indexPath(source))) copyWhole(indexPath(source), indexPath(target));
  copyWhole(source, target);
}

/** The file appears with all that is in it, or not at all. */
function copyWhole(source: string, target: string): void {
  const part = `${target}.${process.pid}.part`;
  copyFileSync(source, part);
  renameSync(part, target);
}

/** Writes all that a database holds to another file, which appears whole or not at all. */
export function saveWhole(database: Grafeo.GrafeoDB, target: string): void {
  const part = `${target}.part`;
  try {
    rmSync(part, { force: true });
    database.save(part);
    renameSync(part, target);
  } catch (cause) {
    rmSync(part, { force: true });
    throw new GraphError('STORAGE', `The copy ${target} could not be written, and nothing was changed: is there room for it?`, {
      cause,
    });
  }
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

function reason(file: string, message: string): string {
  return /lock/i.test(message)
    ? `${file} is open in another process: stop that one, or set POLICYGRAPH_DATA to another folder.`
    : `${file} cannot be opened; it may be damaged or of another version: move it away to start with the built-in data.`;
}
