import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import type { Entry } from './report.js';

/** Entries as one property of a changeset: a load has tens of thousands, which repeat one another. */
export const packed = (entries: readonly Entry[]): string => gzipSync(JSON.stringify(entries)).toString('base64');

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

export const unpacked = (text: string | null | undefined): Entry[] =>
  text == null ? [] : (JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as Entry[]);
