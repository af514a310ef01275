/** The text of a file, plain or packed, as lines: as it is read, never whole. */
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip, type Gunzip } from 'node:zlib';
import { InvalidInput } from '../../changesets/problem.js';
import { limits } from '../../limits.js';
import { Decoder } from './decoder.js';
import { refusal } from './refusal.js';
import type { TableFormat } from './table-format.js';

/** A file to read, and what it is called when something is wrong with it. */
export interface InputFile {
  readonly name: string;
  readonly path: string;
  readonly format?: TableFormat | undefined;
  /** For files of others. */
  readonly bounds?: Bounds;
}

interface Bounds {
  readonly lines: number;
  /** Bytes of a packed file that is unpacked. */
  readonly unpacked: number;
}

export interface TextLine {
  /** Without its line feed; a carriage return before it stays. */
  readonly text: string;
  /** 1 is the first. */
  readonly number: number;
}

/** Characters: no record of text is longer, and one that has no end would fill the memory. */
export const longestLine = 16 * 1024 * 1024;

/** Gzip makes tables ten times smaller, now and then fifty; what grows more was made to fill a memory or a disk. */
const mostGrowth = limits.imports.growth.value;
const growthAllowed = 16 * 1024 * 1024;

/**
 * The lines of a file, in lists as they come. Told by its first bytes whether it is packed with gzip. Throws an InvalidInput that says where the file
 * cannot be read any further: cut off, in another encoding, binary, without an end of line.
 */
export async function* linesOf(file: InputFile): AsyncGenerator<TextLine[]> {
  const place = { line: 1 };
  const lines = new LineSplitter(file, place);
  const decoder = new Decoder(file);
  try {
    for await (const bytes of bytesOf(file, place)) yield lines.add(await decoder.text(bytes, place.line));
    yield [...lines.add(await decoder.text(undefined, place.line)), ...lines.end()];
  } catch (cause) {
    throw cause instanceof InvalidInput ? cause : unreadable(file.name, place.line, cause as NodeJS.ErrnoException);
  }
}

async function* bytesOf(file: InputFile, place: { readonly line: number }): AsyncGenerator<Buffer> {
  const { head, size } = await beginning(file.path);
  const stream = createReadStream(file.path, { highWaterMark: 32 * 1024 });
  if (head[0] === 0x1f && head[1] === 0x8b) yield* unpackedBytes(file, size, stream, place);
  else yield* stream as AsyncIterable<Buffer>;
}

async function* unpackedBytes(
  { name, bounds }: InputFile,
  size: number,
  stream: ReadStream,
  place: { readonly line: number },
): AsyncGenerator<Buffer> {
  const unpacked: Gunzip = stream.on('error', (error) => unpacked.destroy(error)).pipe(createGunzip());
  let length = 0;
  try {
    for await (const bytes of unpacked as AsyncIterable<Buffer>) {
      length += bytes.length;
      if (length > (bounds?.unpacked ?? Infinity))
        throw refusal(
          name,
          place.line,
          `is larger than ${bounds?.unpacked.toLocaleString('en')} bytes when it is unpacked: split it`,
        );
      if (length > growthAllowed && length > mostGrowth * size)
        throw refusal(
          name,
          place.line,
          `grows more than ${mostGrowth} times when it is unpacked, which no table does: unpack it and look`,
        );
      yield bytes;
    }
  } finally {
    stream.destroy();
  }
}

/** The first bytes of a file, and its size. */
export async function beginning(path: string): Promise<{ readonly head: Buffer; readonly size: number }> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return { head: buffer.subarray(0, bytesRead), size: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

/** Splits at line feeds only: a text may hold other characters that end lines elsewhere, such as U+2028. */
class LineSplitter {
  private pending: string[] = [];
  private length = 0;

  constructor(
    private readonly file: InputFile,
    private readonly place: { line: number },
  ) {}

  add(text: string): TextLine[] {
    const [first = '', ...others] = text.split('\n');
    this.pending.push(first);
    this.length += first.length;
    if (others.length === 0) return (this.mustEnd(), []);
    const last = others.pop() ?? '';
    const lines = [this.pending.join(''), ...others].map((each) => ({ text: each, number: this.place.line++ }));
    this.mustBeFew();
    [this.pending, this.length] = [[last], last.length];
    return lines;
  }

  end(): TextLine[] {
    const last = this.pending.join('');
    const text = last.endsWith('\u001A') ? last.slice(0, -1) : last; // DOS ends files with Ctrl-Z
    return text === '' ? [] : [{ text, number: this.place.line }];
  }

  private mustBeFew(): void {
    const { name, bounds } = this.file;
    if (bounds !== undefined && this.place.line > bounds.lines + 1)
      throw refusal(name, bounds.lines + 1, `goes on after ${bounds.lines.toLocaleString('en')} lines: split the file`);
  }

  private mustEnd(): void {
    if (this.length > longestLine)
      throw refusal(
        this.file.name,
        this.place.line,
        `has a line of more than ${longestLine.toLocaleString('en')} characters, which no record has`,
      );
  }
}

function unreadable(name: string, line: number, { code, message }: NodeJS.ErrnoException): Error {
  if (code === 'Z_BUF_ERROR') return refusal(name, line, 'ends in the middle: the packed file was cut off; get it again');
  if (code?.startsWith('Z_') === true)
    return refusal(name, line, 'is damaged: it begins like a packed file (gzip) and cannot be unpacked; get it again');
  return refusal(name, line, `cannot be read (${code ?? message})`);
}
