/** A segment in a file: a line about it, and its arrays one after another as they are in memory. */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Postings } from './postings.js';
import type { Position } from '../../search/entity-changes.js';
import { tables, type Segment } from './segment.js';
import { Strings } from './strings.js';

/** Another form of the file, or of tokens, is another one. */
const format = 2;

/** The first four bytes, as this machine writes them: on one with another order of bytes the file is of no use. */
const magic = 0x78_64_6e_69;

interface Header extends Position {
  readonly format: number;
  /** The length of each array. */
  readonly lengths: readonly number[];
}

const beginning = 12; // magic, checksum of all that follows them, length of the header

/** Writes a file, which appears whole or not at all. */
export async function writeSegment(path: string, segment: Segment, position: Position): Promise<void> {
  const arrays = arraysOf(segment);
  const header = Buffer.from(
    JSON.stringify({ ...position, format, lengths: arrays.map(({ length }) => length) } satisfies Header),
  );
  const parts = [
    header,
    padding(beginning + header.length),
    ...arrays.flatMap((array) => [bytesOf(array), padding(array.byteLength)]),
  ];
  const first = Uint32Array.of(
    magic,
    parts.reduce((sum, part) => crc32(part, sum), 0),
    header.length,
  );
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w');
    try {
      for (const bytes of [bytesOf(first), ...parts]) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What a file holds; undefined for one that is missing, damaged, or of another format. */
export async function readSegment(path: string): Promise<{ readonly segment: Segment; readonly position: Position } | undefined> {
  const file = await readFile(path).catch(() => undefined);
  if (file === undefined || file.length < beginning) return undefined;
  const bytes = file.byteOffset % alignment === 0 ? file : Buffer.from(new Uint8Array(file).buffer);
  const [found, sum, length] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3);
  if (found !== magic || sum !== crc32(bytes.subarray(beginning))) return undefined;
  const header = JSON.parse(bytes.toString('utf8', beginning, beginning + (length as number))) as Header;
  if (header.format !== format) return undefined;
  return { segment: segmentIn(bytes, beginning + (length as number), header.lengths), position: header };
}

function segmentIn(bytes: Buffer, start: number, lengths: readonly number[]): Segment {
  let [offset, index] = [aligned(start), 0];
  const next = <T extends Uint8Array | Uint16Array | Uint32Array>(type: ArrayType<T>): T => {
    const array = new type(bytes.buffer, bytes.byteOffset + offset, lengths[index++] as number);
    offset = aligned(offset + array.byteLength);
    return array;
  };
  const strings = () => new Strings(next(Uint16Array), next(Uint32Array));
  const postings = () => new Postings(strings(), next(Uint32Array), next(Uint8Array));
  return { ids: strings(), words: postings(), wholes: postings(), readings: postings(), descriptions: postings() };
}

type ArrayType<T> = new (buffer: ArrayBufferLike, offset: number, length: number) => T;

/** In the order in which `segmentIn` reads them. */
function arraysOf(segment: Segment): (Uint8Array | Uint16Array | Uint32Array)[] {
  const ofStrings = ({ units, starts }: Strings) => [units, starts];
  const ofPostings = ({ tokens, starts, bytes }: Postings) => [...ofStrings(tokens), starts, bytes];
  return [...ofStrings(segment.ids), ...tables.flatMap((table) => ofPostings(segment[table]))];
}

const alignment = 8;
const aligned = (offset: number): number => Math.ceil(offset / alignment) * alignment;
const padding = (length: number): Buffer => Buffer.alloc(aligned(length) - length);
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer => Buffer.from(buffer, byteOffset, byteLength);
