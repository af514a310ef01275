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

  private async read(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { folder } = this;
    if (folder === undefined) return new Map();
    const files = await readdir(folder, { withFileTypes: true });
    const contents = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(join(folder, file.name))));
    return new Map(contents.map((bytes) => [hashOf(bytes), [...bytes.toString('utf8')]]));
  }
}

export const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
