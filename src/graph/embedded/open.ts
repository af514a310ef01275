import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GrafeoDB } from '@grafeo-db/js';
import { GraphError } from '../errors.js';

/** Opens the engine on a file, or in memory. Says in one sentence why it cannot. */
export async function openDatabase(file?: string): Promise<GrafeoDB> {
  const { GrafeoDB } = await engine();
  if (file === undefined) return GrafeoDB.create();
  mustBeWritable(file);
  try {
    return existsSync(file) ? GrafeoDB.open(file) : GrafeoDB.create(file);
  } catch (cause) {
    throw new GraphError('STORAGE', reason(file, (cause as Error).message), { cause });
  }
}

async function engine(): Promise<typeof import('@grafeo-db/js')> {
  try {
    const module = await import('@grafeo-db/js');
    return (module as unknown as { default: typeof import('@grafeo-db/js') }).default;
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
    throw new GraphError('STORAGE', `${file} cannot be written: mend its permissions, or set POLICYGRAPH_DATA to another folder.`, { cause });
  }
}

function reason(file: string, message: string): string {
  return /lock/i.test(message)
    ? `${file} is open in another process: stop that one, or set POLICYGRAPH_DATA to another folder.`
    : `${file} cannot be opened; it may be damaged or of another version: move it away to start with the built-in data.`;
}
