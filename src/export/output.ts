/** Where an export goes: a stream, a file or a folder. Files appear whole or not at all. */
import { createWriteStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { makeFolder } from '../make-folder.js';
import type { Piece } from './formats.js';

export interface Packing {
  readonly gzip: boolean;
  /** The permissions of the file; those of the system by default. */
  readonly mode?: number;
}

/** Writes to a stream, as fast as it takes it, and leaves it open. */
export async function toStream(chunks: AsyncIterable<string | Uint8Array>, target: Writable, { gzip }: Packing): Promise<void> {
  await pipeline(Readable.from(chunks, { highWaterMark: 1 }), gzip ? createGzip() : new PassThrough(), target, { end: false });
}

/** Writes a file under another name, and gives it its own when it is whole. */
export async function toFile(chunks: AsyncIterable<string | Uint8Array>, path: string, packing: Packing): Promise<void> {
  const part = partOf(path);
  try {
    const file = createWriteStream(part, { flags: 'wx', ...(packing.mode === undefined ? {} : { mode: packing.mode }) });
    await pipeline(Readable.from(chunks, { highWaterMark: 1 }), packing.gzip ? createGzip() : new PassThrough(), file);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes files into a folder, which is made. Files there of other names are left alone. */
export async function toFolder(pieces: AsyncIterable<Piece>, folder: string, packing: Packing): Promise<void> {
  makeFolder(folder);
  const files = new Map<string, OpenFile>();
  try {
    for await (const { file, text, isPlain } of pieces) {
      const gzip = packing.gzip && isPlain !== true;
      const open = files.get(file) ?? new OpenFile(join(folder, gzip ? `${file}.gz` : file), { gzip });
      files.set(file, open);
      await open.write(text);
    }
    for (const file of files.values()) await file.end();
    for (const file of files.values()) file.name();
  } catch (error) {
    await Promise.all([...files.values()].map((file) => file.remove()));
    throw error;
  }
}

/** Whether something is there that an export would replace. */
export function isTaken(path: string, isFolder: boolean): boolean {
  return existsSync(path) && (!isFolder || readdirSync(path).length > 0);
}

/** One of the files of a folder, which are all open at once. */
class OpenFile {
  private readonly part: string;
  private readonly input = new PassThrough();
  private readonly done: Promise<void>;

  constructor(
    private readonly path: string,
    { gzip }: Packing,
  ) {
    this.part = partOf(path);
    this.done = pipeline(this.input, gzip ? createGzip() : new PassThrough(), createWriteStream(this.part, { flags: 'wx' }));
    this.done.catch(() => undefined); // reported by the next write, or by the end
  }

  /** Waits as long as the file is slower than what comes. */
  async write(text: string): Promise<void> {
    if (this.input.write(text)) return;
    await Promise.race([new Promise((resolve) => this.input.once('drain', resolve)), this.done]);
  }

  async end(): Promise<void> {
    this.input.end();
    await this.done;
  }

  name(): void {
    renameSync(this.part, this.path);
  }

  /** Not before it is closed: one that is only about to be opened would come back. */
  async remove(): Promise<void> {
    this.input.destroy();
    await this.done.catch(() => undefined);
    rmSync(this.part, { force: true });
  }
}

const partOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.part`);
