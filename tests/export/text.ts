import type { Piece } from '../../src/export/formats.js';

/** All that an export writes to one file. */
export async function text(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  let whole = '';
  for await (const chunk of chunks) whole += chunk;
  return whole;
}

/** All that an export writes to each file of a folder, by the file's name. */
export async function texts(pieces: AsyncIterable<Piece>): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { file, text } of pieces) files.set(file, (files.get(file) ?? '') + text);
  return files;
}
