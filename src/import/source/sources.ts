/** The files of an import, opened far enough to know what they are. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isZip } from './file-signature.js';
import { beginning, linesOf, type InputFile } from './file.js';
import { jsonObject } from './json-object.js';
import type { Source } from './source-records.js';
import type { TableFormat } from './table-format.js';

const forms: Readonly<Record<string, Source['form']>> = {
  csv: 'csv',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  yaml: 'yaml',
  yml: 'yaml',
  xlsx: 'workbook',
  xlsm: 'workbook',
};

/** What is known of the files before they are read. */
export interface Reading {
  readonly hasMapping: boolean;
  readonly format: TableFormat;
}

/** Where standard input is kept while it is read more than once; the caller takes the folder away. */
export interface Spool {
  folder?: string;
}

/** An existing file, or standard input for "-". */
export async function sourceOf(
  path: string,
  { hasMapping, format }: Reading,
  spool: Spool,
  input: NodeJS.ReadableStream,
): Promise<Source> {
  if (path === '-') {
    spool.folder ??= mkdtempSync(join(tmpdir(), 'policygraph-import-'));
    const kept = { name: 'standard input', path: join(spool.folder, 'standard-input'), format };
    await pipeline(input, createWriteStream(kept.path, { mode: 0o600 }));
    return sourceNamed(kept, hasMapping);
  }
  return sourceNamed({ name: path, path, format }, hasMapping);
}

/** A file of the form that its name says, or else its beginning. */
export async function sourceNamed(file: InputFile, hasMapping: boolean): Promise<Source> {
  const named = forms[/\.(\w+)(\.gz)?$/i.exec(basename(file.name))?.[1]?.toLowerCase() ?? ''];
  const mayBeWorkbook = named === 'workbook' || file.format?.sheet !== undefined;
  if (mayBeWorkbook && isZip((await beginning(file.path)).head)) return { ...file, form: 'workbook' };
  const form = named === 'workbook' ? 'csv' : named;
  if (form !== 'json-lines' || !hasMapping) return { ...file, form: form ?? (await formOf(file, hasMapping)) };
  return { ...file, form: (await formOf(file, hasMapping)) === 'json-lines' ? 'json-lines' : 'json-table' };
}

/** By its first line: JSON begins with a brace, and is for the mapping where there is one, unless it says itself what its records are. */
async function formOf(file: InputFile, hasMapping: boolean): Promise<Source['form']> {
  for await (const lines of linesOf(file)) {
    const first = lines.find(({ text }) => text.trim() !== '');
    if (first === undefined) continue;
    const text = first.text.replace(/^\uFEFF/, '').trimStart();
    if (!text.startsWith('{')) return hasMapping ? 'csv' : 'yaml';
    return hasMapping && !isOwnRecord(text) ? 'json-table' : 'json-lines';
  }
  return hasMapping ? 'csv' : 'json-lines';
}

const isOwnRecord = (line: string): boolean => {
  const [object] = jsonObject(line, '', 1, []);
  return ['entity', 'redirect', 'observation', 'claim'].includes(String(object?.item['type']));
};

/** Sixteen hexadecimal digits that other files, or other extra words, would not have. */
export async function fingerprintOf(sources: readonly Source[], words: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const { path } of sources) {
    hash.update('\0file\0');
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) hash.update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
