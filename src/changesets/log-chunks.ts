/** The log of changes in chunks, as the store keeps them. */
import type { ReadableGraph, ReadOptions } from '../graph/port.js';
import { query } from '../graph/query.js';
import { ChunkCache } from './chunk-cache.js';
import type { Place } from './log.js';
import { chunkSize } from './packed.js';
import type { Entry } from './report.js';

interface ChangesetRow {
  readonly changeset: { readonly id: string; readonly sequence: number };
  readonly chunks: number;
  readonly chunk: string | null;
}

export interface Chunk {
  readonly changeset: ChangesetRow['changeset'];
  /** Its number in the changeset. */
  readonly chunk: number;
  readonly entries: readonly Entry[];
}

type Options = Pick<ReadOptions, 'signal'> | undefined;

const since = query<{ rows: readonly { sequence: number; chunk: number }[] }, ChangesetRow>('changeset/since');
const chunksOf = query<{ id: string; chunks: readonly number[] }, { chunk: string }>('changeset/chunks');

/** Changesets that are read at once, with one chunk each. */
const page = 20;
/** Chunks of one changeset that are read at once. */
const chunksAtOnce = 10;
/** The last chunk of a changeset, as Cypher counts. */
const lastChunk = -1;

export class LogChunks {
  private readonly cache = new ChunkCache();

  constructor(private readonly graph: ReadableGraph) {}

  /** How many changes the changeset with a number has; 0 where there is none. */
  async lengthOf(sequence: number, options: Options): Promise<number> {
    const [row] = await this.graph.read(since({ rows: [{ sequence, chunk: lastChunk }] }), options);
    return row === undefined || row.chunks === 0
      ? 0
      : (row.chunks - 1) * chunkSize + this.read(row, row.chunks - 1).entries.length;
  }

  /** From the one that holds a place on. */
  async *from({ sequence, position }: Place, options: Options): AsyncGenerator<Chunk> {
    for (let first = Math.max(sequence, 1), chunk = Math.floor(position / chunkSize); ; first += page, chunk = 0) {
      const rows = Array.from({ length: page }, (_, index) => ({ sequence: first + index, chunk: index === 0 ? chunk : 0 }));
      const read = await this.graph.read(since({ rows }), options);
      for (const row of read) {
        const start = row.changeset.sequence === first ? chunk : 0;
        if (start < row.chunks) yield this.read(row, start);
        for (let next = start + 1; next < row.chunks; next += chunksAtOnce)
          yield* await this.some(row, next, Math.min(next + chunksAtOnce, row.chunks), options);
      }
      if (read.length < page) return;
    }
  }

  /** Back from the one that holds the change before a place. */
  async *before({ sequence, position }: Place, options: Options): AsyncGenerator<Chunk> {
    const chunk = Math.ceil(position / chunkSize) - 1; // none of this changeset where it is before its first change
    for (let next = position === 0 ? sequence - 1 : sequence; next > 0; next -= page) {
      const numbers = Array.from({ length: Math.min(page, next) }, (_, index) => next - index);
      const rows = numbers.map((number) => ({ sequence: number, chunk: number === sequence ? chunk : lastChunk }));
      const read = await this.graph.read(since({ rows }), options);
      for (const row of read.toReversed()) {
        const start = row.changeset.sequence === sequence ? chunk : row.chunks - 1;
        if (row.chunks > 0) yield this.read(row, start);
        for (let end = start; end > 0; end -= chunksAtOnce)
          yield* (await this.some(row, Math.max(end - chunksAtOnce, 0), end, options)).toReversed();
      }
    }
  }

  private read({ changeset, chunk: packed }: ChangesetRow, chunk: number): Chunk {
    return { changeset, chunk, entries: this.cache.entries(keyOf(changeset.id, chunk), packed) };
  }

  /** Chunks of one changeset, from one number up to another. */
  private async some({ changeset }: ChangesetRow, first: number, end: number, options: Options): Promise<Chunk[]> {
    const { id } = changeset;
    const numbers = Array.from({ length: end - first }, (_, index) => first + index);
    const isKept = numbers.every((number) => this.cache.has(keyOf(id, number)));
    const rows = isKept ? [] : await this.graph.read(chunksOf({ id, chunks: numbers }), options);
    return numbers.map((chunk, index) => ({
      changeset,
      chunk,
      entries: this.cache.entries(keyOf(id, chunk), rows[index]?.chunk),
    }));
  }
}

const keyOf = (changeset: string, chunk: number): string => `${chunk} ${changeset}`;
