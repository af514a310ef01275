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

/** Where texts are found by the SHA-256 of their bytes. */
export interface Texts {
  /** The text with this hash as code points, or undefined. */
  text(sha256: string): Promise<readonly string[] | undefined>;
  /** The hashes of the texts that contain `words`, which are in lower case, whatever the case in the text. */
  textsWith(words: string): Promise<string[]>;
}

/**
 * The texts that an operator keeps in a folder, found by the SHA-256 of their bytes, whatever their names.
 * The folder is read when the first passage is asked for; each text stays in memory from then on.
 */
export class Archive implements Texts {
  private texts: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  /** `folder` undefined: an archive that has nothing. */
  constructor(private readonly folder: string | undefined) {}

  async text(sha256: string): Promise<readonly string[] | undefined> {
    this.texts ??= this.read();
    return (await this.texts).get(sha256);
  }

  async textsWith(words: string): Promise<string[]> {
    this.texts ??= this.read();
    const texts = [...(await this.texts)];
    return texts.filter(([, characters]) => characters.join('').toLowerCase().includes(words)).map(([hash]) => hash);
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

/** The texts of the first, and those of the second that the first lacks. */
export function bothTexts(first: Texts, second: Texts): Texts {
  return {
    text: async (sha256) => (await first.text(sha256)) ?? second.text(sha256),
    textsWith: async (words) => [...new Set((await Promise.all([first, second].map((each) => each.textsWith(words)))).flat())],
  };
}

/** The passage of a text at a locator, checked against its hash. */
export async function passageAt(
  texts: Texts,
  sha256: string | undefined,
  { start, end, sha256: expected }: Locator,
): Promise<Passage> {
  const text = sha256 === undefined ? undefined : await texts.text(sha256);
  if (text === undefined) return { verification: 'TEXT_UNAVAILABLE' };
  const quote = text.slice(start, end).join('');
  return hashOf(quote) === expected ? { verification: 'VERIFIED', quote } : { verification: 'MISMATCH' };
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
