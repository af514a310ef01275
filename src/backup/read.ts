import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Key } from '../accounts/key.js';
import { GraphError } from '../graph/errors.js';
import type { Batch } from '../graph/stored/contents.js';
import { damaged, mustBeRestorable, type End, type Line, type Manifest } from './format.js';

/** A backup whose every byte has been read and is as it was written. */
export interface Checked {
  readonly manifest: Manifest;
  readonly end: End;
  readonly keys: readonly Key[] | undefined;
}

const newline = 10;
const endOfLine = Buffer.from('\n');

/** Reads all of a backup. Throws a GraphError for one that is damaged, incomplete, or of a program that this one does not know. */
export async function checkBackup(path: string): Promise<Checked> {
  const hash = createHash('sha256');
  let manifest: Manifest | undefined;
  let keys: readonly Key[] | undefined;
  let last: Buffer | undefined;
  for await (const line of linesOf(path)) {
    if (last !== undefined) hash.update(last).update(endOfLine);
    if (manifest === undefined) manifest = manifestIn(path, line);
    else if (line.subarray(0, 8).equals(startOfKeys)) keys = (parsed(path, line) as { readonly keys: readonly Key[] }).keys;
    last = line;
  }
  const end = last === undefined ? undefined : endIn(last);
  if (manifest === undefined) throw new GraphError('STORAGE', `${path} is not a backup of PolicyGraph.`);
  if (end === undefined) throw damaged(path, 'its end is missing');
  if (end.sha256 !== hash.digest('hex')) throw damaged(path, 'its contents are not those that were written');
  return { manifest, end, keys };
}

/** The contents of a backup that was checked. */
export async function* batchesOf(path: string): AsyncGenerator<Batch> {
  let isFirst = true;
  for await (const line of linesOf(path)) {
    const value = isFirst ? undefined : (parsed(path, line) as Line | { readonly end: End });
    isFirst = false;
    if (value !== undefined && !('keys' in value) && !('end' in value)) yield value;
  }
}

const startOfKeys = Buffer.from('{"keys":');

function manifestIn(path: string, line: Buffer): Manifest {
  let manifest: Partial<Manifest> | undefined;
  try {
    manifest = JSON.parse(line.toString()) as Partial<Manifest>;
  } catch {
    // refused below, as any other file
  }
  mustBeRestorable(path, manifest);
  return manifest;
}

function endIn(line: Buffer): End | undefined {
  if (!line.subarray(0, 7).equals(Buffer.from('{"end":'))) return undefined;
  try {
    return (JSON.parse(line.toString()) as { readonly end: End }).end;
  } catch {
    return undefined;
  }
}

function parsed(path: string, line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch (error) {
    throw damaged(path, 'a line is not JSON', error);
  }
}

/** The lines of a gzipped file, also one that ends without a line ending. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  const unpacked = createGunzip();
  pipeline(createReadStream(path), unpacked, () => undefined); // its errors come out of the loop
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end)]);
        rest = [];
        start = end + 1;
      }
      rest.push(chunk.subarray(start));
    }
  } catch (error) {
    throw reasonOf(path, error);
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

function reasonOf(path: string, error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!code.startsWith('Z_')) return error;
  if (message === 'incorrect header check') return new GraphError('STORAGE', `${path} is not a backup of PolicyGraph.`);
  return damaged(path, code === 'Z_BUF_ERROR' ? 'its end is missing' : message, error);
}
