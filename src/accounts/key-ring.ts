import { stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Account } from './account.js';
import { accountOf, type Key } from './key.js';
import { readKeys } from './keys-file.js';

/** How long the file is not looked at again, in milliseconds: a key that was revoked may be good for so long. */
const interval = 1_000;

type Keys = ReadonlyMap<string, Key>;

/** The keys of a file, as it is now: a key that is made or revoked needs no new start. */
export class KeyRing {
  #keys: Promise<Keys> = Promise.resolve(new Map());
  #stamp = '';
  #lookedAt = -Infinity;

  constructor(
    private readonly file: string,
    private readonly logger: Logger,
  ) {}

  /** The account of a key. Throws UNAUTHENTICATED. */
  async accountOf(secret: string): Promise<Account> {
    if (performance.now() - this.#lookedAt >= interval) {
      this.#lookedAt = performance.now();
      this.#keys = this.#current(this.#keys);
    }
    return accountOf(secret, await this.#keys);
  }

  async #current(known: Promise<Keys>): Promise<Keys> {
    const stamp = await stampOf(this.file);
    if (stamp === this.#stamp) return known;
    this.#stamp = stamp; // of before the reading: what is written meanwhile has another one, and is read the next time
    return this.#read();
  }

  /** No key is good while the file cannot be read. That is logged once for each state of the file. */
  #read(): Keys {
    try {
      return new Map(readKeys(this.file).map((key) => [key.id, key]));
    } catch (error) {
      this.logger.error({ err: error }, 'The keys cannot be read: every key is refused until they can');
      return new Map();
    }
  }
}

/** Differs whenever the file does: one that is renamed into its place, rewritten, or given other permissions. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join();
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
