/** The headers of an engine file, of container format 3: the engine falls back to the older of its two images where the newer one's header is damaged. */
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const page = 4_096;
const pages = { file: 0, images: [page, 2 * page] };

/** Bytes that a checksum covers, which follows them. */
const covered = { file: 72, image: 80 };

const database = { start: 16, end: 32 };

/** The engine's random id of a database, which its write-ahead log repeats; undefined where any of the three headers is damaged. */
export function databaseOf(file: string): string | undefined {
  const bytes = headers(file);
  const isWhole = matches(bytes, pages.file, covered.file) && pages.images.every((at) => matches(bytes, at, covered.image));
  return isWhole ? bytes.toString('hex', database.start, database.end) : undefined;
}

/** Gives a file that is not open another id: a copy must not take the log, or the mark, of the graph that it was made of. Returns the id. */
export function renameDatabase(file: string, id = randomBytes(database.end - database.start).toString('hex')): string {
  const header = headers(file).subarray(0, page);
  header.write(id, database.start, 'hex');
  header.writeUInt32LE(crc32(header.subarray(0, covered.file)), covered.file);
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, header, 0, page, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return id;
}

/** Bytes that a short file lacks are 0. */
function headers(file: string): Buffer {
  const bytes = Buffer.alloc(3 * page);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

/** A header of zeros, which was never written, matches neither: the engine writes all three when it makes a file. */
const matches = (bytes: Buffer, at: number, length: number): boolean =>
  bytes.readUInt32LE(at + length) === crc32(bytes.subarray(at, at + length));
