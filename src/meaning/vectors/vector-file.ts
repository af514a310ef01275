/** Vectors in a file: a line about them, a line of entities and hashes, then the vectors as they are in memory. */
import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { Slices } from '../../graph/slices.js';
import type { VectorState } from './vector-store.js';
import { VectorTable } from './vector-table.js';

/** Another form of the file is another one. */
const format = 1;

/** Bytes that are hashed before other requests get their turn. */
const atOnce = 1_000_000;

interface Header extends VectorState {
  readonly format: number;
  readonly sha256: string;
  /** Bytes of the line of entities. */
  readonly names: number;
}

/** Writes a file, which appears whole or not at all. */
export async function writeVectors(path: string, table: VectorTable, state: VectorState): Promise<void> {
  const slots = table.entities.flatMap((entity, slot) => (entity === '' ? [] : [slot]));
  const names = Buffer.from(JSON.stringify(slots.map((slot) => [table.entities[slot], table.hashes[slot]])));
  const bytes = new Uint8Array(table.numbersOf(slots).buffer);
  const sha256 = await sha256Of([names, bytes]);
  const header: Header = { ...state, format, sha256, names: names.length };
  await writeWhole(path, [Buffer.from(`${JSON.stringify(header)}\n`), names, bytes]);
}

async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w');
    try {
      for (const bytes of parts) await file.writeFile(bytes);
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

async function sha256Of(parts: readonly Uint8Array[]): Promise<string> {
  const [hash, slices] = [createHash('sha256'), new Slices()];
  for (const bytes of parts)
    for (let from = 0; from < bytes.length; from += atOnce) {
      await slices.next();
      hash.update(bytes.subarray(from, from + atOnce));
    }
  return hash.digest('hex');
}

/** The vectors of a file; undefined where it is missing. Throws where it cannot be read, is damaged, or of another form. */
export async function readVectors(path: string): Promise<VectorTable | undefined> {
  const bytes = await contentOf(path);
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf(0x0a);
  const { format: own, sha256, names, ...state } = JSON.parse(bytes.subarray(0, Math.max(0, end)).toString()) as Header;
  const body = bytes.subarray(end + 1);
  if (own !== format || (await sha256Of([body])) !== sha256) throw new Error('It is not as it was written.');
  return tableOf(state, body.subarray(0, names), body.subarray(names));
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function tableOf(state: VectorState, names: Uint8Array, numbers: Uint8Array): VectorTable {
  const table = new VectorTable(state);
  const vectors = new Float32Array(new Uint8Array(numbers).buffer); // a copy, which is aligned
  const entities = JSON.parse(Buffer.from(names).toString()) as [string, string][];
  for (const [slot, [entity, hash]] of entities.entries())
    table.add({ entity, hash, vector: vectors.subarray(slot * state.dimensions, (slot + 1) * state.dimensions) });
  return table;
}
