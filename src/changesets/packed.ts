import { gunzipSync, gzipSync } from 'node:zlib';
import type { Entry } from './report.js';

/** Entries as one property of a changeset: a load has tens of thousands, which repeat one another. */
export const packed = (entries: readonly Entry[]): string => gzipSync(JSON.stringify(entries)).toString('base64');

export const unpacked = (text: string | null | undefined): Entry[] =>
  text == null ? [] : (JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as Entry[]);
