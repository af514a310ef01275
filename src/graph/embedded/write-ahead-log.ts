import { readdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The engine's write-ahead log, which the engine itself syncs only now and then. A commit is in its newest segment, or in an older one that the engine synced before it
 * began the next.
 */
export class WriteAheadLog {
  private segment: { readonly name: string; readonly handle: FileHandle } | undefined;

  constructor(private readonly folder: string) {}

  /** Waits until the disk has what was committed so far. */
  async sync(): Promise<void> {
    const { handle } = await this.newest();
    await handle.datasync();
  }

  async close(): Promise<void> {
    await this.segment?.handle.close();
    this.segment = undefined;
  }

  private async newest(): Promise<NonNullable<typeof this.segment>> {
    const name = readdirSync(this.folder).sort().at(-1) ?? '';
    if (this.segment?.name === name) return this.segment;
    await this.close();
    try {
      this.segment = { name, handle: await open(join(this.folder, name), 'r+') };
      return this.segment;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return this.newest(); // a checkpoint removed it meanwhile
    }
  }
}
