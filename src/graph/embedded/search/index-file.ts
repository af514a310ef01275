import { rm } from 'node:fs/promises';
import type { Position } from '../../search/entity-changes.js';
import { readSegment, writeSegment } from './segment-file.js';
import type { TermIndex } from './term-index.js';

/** The path of the index of a graph. */
export const indexPath = (graph: string): string => `${graph}.search`;

/** Of so many entities, changes of one are not written: they are read from the graph at the next start, which takes less time. */
const worthWriting = 20;

/** The index of a graph in the file beside it, which the lock of the graph protects. */
export class IndexFile {
  /** Entities that have changed since the file was written. */
  private changes = 0;

  constructor(private readonly path: string | undefined) {}

  async read(): ReturnType<typeof readSegment> {
    return this.path === undefined ? undefined : readSegment(this.path);
  }

  /** Notes that so many entities of the index have changed. */
  note(changes: number): void {
    this.changes += changes;
  }

  /** The file must not be read again: what it holds is wrong, at whatever position. */
  async invalidate(): Promise<void> {
    this.changes = Infinity;
    if (this.path !== undefined) await rm(this.path, { force: true });
  }

  /** Writes an index, where enough of it has changed. */
  async save(index: TermIndex, position: Position): Promise<void> {
    if (this.path === undefined || this.changes * worthWriting <= index.size) return;
    await writeSegment(this.path, await index.whole(), position);
    this.changes = 0;
  }
}
