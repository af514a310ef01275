import { gunzipSync, gzipSync } from 'node:zlib';
import type { Entry } from './report.js';

/** Plain data as one property of a node: the entries of a load are tens of thousands, which repeat one another. */
export const packed = (value: object): string => gzipSync(JSON.stringify(value)).toString('base64');

export const unpackedAs = <T>(text: string): T => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as T;

/** The entries of a changeset. */
export const unpacked = (text: string | null | undefined): Entry[] => (text == null ? [] : unpackedAs<Entry[]>(text));
