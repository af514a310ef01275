import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from './graph/stored/record-types.js';

/** What an archive says of a passage. */
export interface Passage {
  readonly verification: 'VERIFIED' | 'MISMATCH' | 'TEXT_UNAVAILABLE';
  /** The passage, where the archive has it and it is what the locator says. */
  readonly quote?: string;
}

/**
 * The texts that an operator keeps in a folder, found by the SHA-256 of their bytes, whatever their names.
 * The folder is read when the first passage is asked for; each text stays in memory from then on.
 */
export class Archive {
  private texts: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  /** `folder` undefined: an archive that has nothing. */
  constructor(private readonly folder: string | undefined) {}

  /** The text with this hash as code points, or undefined. */
  async text(sha256: string): Promise<readonly string[] | undefined> {
    this.texts ??= this.read();
    return (await this.texts).get(sha256);
  }

  /** The hashes of the texts that contain `words`, which are in lower case, whatever the case in the text. */
  async textsWith(words: string): Promise<string[]> {
    this.texts ??= this.read();
    const texts = [...(await this.texts)];
    return texts.filter(([, characters]) => characters.join('').toLowerCase().includes(words)).map(([hash]) => hash);
  }

  /** The passage of a text at a locator, checked against its hash. */
  async passage(sha256: string | undefined, { start, end, sha256: expected }: Locator): Promise<Passage> {
    const text = sha256 === undefined ? undefined : await this.text(sha256);
    if (text === undefined) return { verification: 'TEXT_UNAVAILABLE' };
    const quote = text.slice(start, end).join('');
    return hashOf(quote) === expected ? { verification: 'VERIFIED', quote } : { verification: 'MISMATCH' };
  }

  /** A folder that cannot be read has no texts. It is tried again later: it may be mounted after the start. */
  private async read(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { folder } = this;
    if (folder === undefined) return new Map();
    const texts = new Map<string, readonly string[]>();
    try {
      for await (const { hash, bytes } of textsIn(folder)) texts.set(hash, [...bytes.toString('utf8')]);
    } catch {
      setTimeout(() => (this.texts = undefined), retryAfter).unref();
    }
    return texts;
  }
}

/** In milliseconds. */
const retryAfter = 10_000;

/** The texts of a folder with their hashes. Throws when the folder or a file cannot be read. */
export async function* textsIn(folder: string): AsyncGenerator<{ readonly hash: string; readonly bytes: Buffer }> {
  const files = await readdir(folder, { withFileTypes: true });
  for (const file of files) {
    if (!file.isFile()) continue;
    const bytes = await readFile(join(folder, file.name));
    yield { hash: hashOf(bytes), bytes };
  }
}

export const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
