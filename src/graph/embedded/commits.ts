import { dirname } from 'node:path';
import { GraphError } from '../errors.js';
import { isFull, storageFull } from '../storage-full.js';
import { databaseOf } from './integrity/graph-header.js';
import { logFolder } from './integrity/guard.js';
import { CommitNotes, thisProcess } from './integrity/mark.js';
import { syncFolder } from './sync.js';
import { WriteAheadLog } from './write-ahead-log.js';

/** What is on the disk when a write is acknowledged: its commit, or what the engine wrote up to some time before it. */
export type Durability = 'full' | 'normal';

/** The commits of an open file. */
export class Commits {
  private constructor(
    private readonly log: WriteAheadLog,
    private readonly notes: CommitNotes,
    private readonly durability: Durability,
    private last: number,
    private synced: number,
  ) {}

  /** Marks the file as open. The engine has synced all that it opened it with. */
  static of(file: string, commit: number, durability: Durability): Commits {
    syncFolder(dirname(file));
    const database = databaseOf(file) ?? '';
    const notes = CommitNotes.of(file, { database, acknowledged: commit, synced: commit, owner: thisProcess() });
    return new Commits(new WriteAheadLog(logFolder(file)), notes, durability, commit, commit);
  }

  /** Before the client hears of a commit. Throws when the disk does not confirm it. */
  async acknowledge(commit: number): Promise<void> {
    if (commit === this.last) return; // nothing was written
    if (this.durability === 'full') {
      await this.log.sync().catch((cause: unknown) => Promise.reject(unconfirmed(cause)));
      this.synced = commit;
    }
    this.last = commit;
    this.notes.note({ acknowledged: commit, synced: this.synced });
  }

  async close(): Promise<void> {
    await this.log.close();
    this.notes.close();
  }
}

const unconfirmed = (cause: unknown): GraphError =>
  isFull(cause)
    ? storageFull(cause)
    : new GraphError('STORAGE', 'The change is written, but the disk did not confirm it.', { cause });
