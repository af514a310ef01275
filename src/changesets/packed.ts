import { gunzipSync, gzipSync } from 'node:zlib';
import type { Entry } from './report.js';

/** Plain data as one property of a node: the entries of a load are tens of thousands, which repeat one another. */
export const packed = (value: object): string => gzipSync(JSON.stringify(value)).toString('base64');

/** Entries of one chunk: a place in the log is found by this number, so that another is another stored form. */
export const chunkSize = 500;

/** The entries of a changeset in chunks, so that some can be read without the others. At least one: a changeset without any differs from one that is not logged. */
export function packedChunks(entries: readonly Entry[]): string[] {
  const chunks = Math.max(1, Math.ceil(entries.length / chunkSize));
  return Array.from({ length: chunks }, (_, index) => packed(entries.slice(index * chunkSize, (index + 1) * chunkSize)));
}

/** As `packedChunks`, of more entries than should be in memory at once. */
export async function packedAll(entries: AsyncIterable<Entry>): Promise<string[]> {
  const chunks: string[] = [];
  let chunk: Entry[] = [];
  for await (const entry of entries) {
    chunk.push(entry);
    if (chunk.length < chunkSize) continue;
    chunks.push(packed(chunk));
    chunk = [];
  }
  return chunk.length > 0 || chunks.length === 0 ? [...chunks, packed(chunk)] : chunks;
}

export const unpackedText = (text: string): string => gunzipSync(Buffer.from(text, 'base64')).toString();
export const unpackedAs = <T>(text: string): T => JSON.parse(unpackedText(text)) as T;

/** The entries of a chunk, or of a draft. */
export const unpacked = (text: string): Entry[] => unpackedAs<Entry[]>(text);

/** The entries of a changeset. */
export const unpackedChunks = (chunks: readonly string[] | null | undefined): Entry[] => (chunks ?? []).flatMap(unpacked);
