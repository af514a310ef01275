import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import type { Entry } from './report.js';

/** Plain data as one property of a node: the entries of a load are tens of thousands, which repeat one another. */
export const packed = (value: object): string => gzipSync(JSON.stringify(value)).toString('base64');

/** As `packed`, of more entries than should be in memory at once. */
export async function packedAll(entries: AsyncIterable<Entry>): Promise<string> {
  return (await buffer(Readable.from(asJson(entries)).pipe(createGzip()))).toString('base64');
}

async function* asJson(entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  let before = '[';
  for await (const entry of entries) {
    yield `${before}${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

export const unpackedAs = <T>(text: string): T => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as T;

/** The entries of a changeset. */
export const unpacked = (text: string | null | undefined): Entry[] => (text == null ? [] : unpackedAs<Entry[]>(text));
