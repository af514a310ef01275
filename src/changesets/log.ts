/** The log of all changes: what each changeset changed, in the order in which they landed. */
import { GraphError } from '../graph/errors.js';
import type { Graph, ReadOptions } from '../graph/port.js';
import { query } from '../graph/query.js';
import { limits } from '../limits.js';
import { ChunkCache } from './chunk-cache.js';
import { LogEnd } from './log-end.js';
import { chunkSize, unpackedChunks, unpackedText } from './packed.js';
import type { Entry } from './report.js';
import { Tail } from './tail.js';

/** A place in the log: after the first `position` changes of the changeset with this number. */
export interface Place {
  readonly sequence: number;
  readonly position: number;
}

/** A change and its position. */
export interface LoggedEntry extends Entry {
  readonly changeset: string;
  /** The place after it. */
  readonly place: Place;
}

export interface LogPage {
  readonly entries: readonly LoggedEntry[];
  /** How far was looked: go on from here. */
  readonly place: Place;
  /** There is nothing after it yet. */
  readonly atEnd: boolean;
}

interface ChangesetRow {
  readonly changeset: { readonly id: string; readonly sequence: number };
  readonly chunks: number;
  readonly chunk: string | null;
}
/** Who reads: where it is an operation, what is looked through counts as its work, and gives way to others. */
interface Reading extends Pick<ReadOptions, 'signal'> {
  readonly payFor?: (things: number, weight: number) => void;
  readonly slices?: { readonly next: () => Promise<void> };
}
type Read = Reading | undefined;

const since = query<{ rows: readonly { sequence: number; chunk: number }[] }, ChangesetRow>('changeset/since');
const chunksOf = query<{ id: string; chunks: readonly number[] }, { chunk: string }>('changeset/chunks');
const entriesById = query<{ ids: readonly string[] }, { changeset: { id: string; entries?: readonly string[] } }>(
  'changeset/entries',
);

/** Changesets that are read at once, with one chunk each. */
const page = 20;
/** Chunks of one changeset that are read at once. */
const chunksAtOnce = 10;
/** Units of work for 1,000 changes that are looked through. */
const work = 10;
/** Chunks that one page looks through. */
const maxChunks = limits.lists.changes.value / chunkSize;

export const beginning: Place = { sequence: 0, position: 0 };

export class ChangeLog {
  private readonly cache = new ChunkCache();
  private readonly retirement = new AbortController();

  /** Where those who follow changes wait for more. */
  readonly tail: Tail;

  /** The last changeset. */
  readonly last: LogEnd;

  constructor(
    private readonly graph: Graph,
    /** Told what following changes fails with; it is tried again. */
    readonly failed: (error: unknown) => void = () => undefined,
  ) {
    this.tail = new Tail(this);
    this.last = new LogEnd(graph);
  }

  /** Aborts when another graph replaces the one of this log. */
  get retired(): AbortSignal {
    return this.retirement.signal;
  }

  /** Ends those who follow, with a reason for their clients. */
  retire(): void {
    this.retirement.abort(
      new GraphError('UNAVAILABLE', 'The graph was restored from a backup: read it again, and follow its changes from there.'),
    );
  }

  /** The place after all that has landed. */
  async end(options?: ReadOptions): Promise<Place> {
    const { sequence } = await this.last.read(options);
    return { sequence: sequence + 1, position: 0 };
  }

  /**
   * The place that a cursor names. Throws for one that this log never issued, as after a backup was restored: a client that continued from there would miss what
   * lands until the log has grown as long again.
   */
  async placeGiven(cursor: string, options?: ReadOptions): Promise<Place> {
    const place = placeOf(cursor);
    const end = await this.end(options);
    if (place.sequence > end.sequence || place.position > (await this.lengthOf(place.sequence, options)))
      throw refused(
        `is an unknown cursor; the log ends at "${cursorOf(end)}". If the graph was restored from a backup, read it again`,
      );
    return place;
  }

  /** How many changes the changeset with a number has; 0 where there is none. */
  private async lengthOf(sequence: number, options?: Read): Promise<number> {
    const [row] = await this.graph.read(since({ rows: [{ sequence, chunk: -1 }] }), options);
    if (row === undefined || row.chunks === 0) return 0;
    const chunk = row.chunks - 1;
    return chunk * chunkSize + this.cache.entries(keyOf(row.changeset.id, chunk), row.chunk).length;
  }

  /** The next changes after a place that are wanted, at most `first` of them; fewer where many would have to be looked through. */
  async after(place: Place, first: number, wanted: (entry: Entry) => boolean, options?: Read): Promise<LogPage> {
    const found: LoggedEntry[] = [];
    let [from, left] = [place, maxChunks];
    for await (const { changeset, chunk, entries } of this.chunksFrom(place, options)) {
      const { id, sequence } = changeset;
      if (left-- === 0) return { entries: found, place: { sequence, position: chunk * chunkSize }, atEnd: false };
      await lookThrough(entries.length, options);
      for (const [index, entry] of entries.entries()) {
        const position = chunk * chunkSize + index;
        if ((sequence === place.sequence && position < place.position) || !wanted(entry)) continue;
        if (found.length === first) return { entries: found, place: { sequence, position }, atEnd: false };
        found.push({ ...entry, changeset: id, place: { sequence, position: position + 1 } });
      }
      from = { sequence: sequence + 1, position: 0 };
    }
    return { entries: found, place: from, atEnd: true };
  }

  /** The chunks of the log from the one that holds a place on. */
  private async *chunksFrom({ sequence, position }: Place, options: Read) {
    for (let first = Math.max(sequence, 1), chunk = Math.floor(position / chunkSize); ; first += page, chunk = 0) {
      const rows = Array.from({ length: page }, (_, index) => ({ sequence: first + index, chunk: index === 0 ? chunk : 0 }));
      const read = await this.graph.read(since({ rows }), options);
      for (const row of read) yield* this.chunksOf(row, row.changeset.sequence === first ? chunk : 0, options);
      if (read.length < page) return;
    }
  }

  /** The chunks of one changeset, of which the first is read already. */
  private async *chunksOf({ changeset, chunks, chunk: packed }: ChangesetRow, start: number, options: Read) {
    const { id } = changeset;
    if (start < chunks) yield { changeset, chunk: start, entries: this.cache.entries(keyOf(id, start), packed) };
    for (let from = start + 1; from < chunks; from += chunksAtOnce) {
      const numbers = Array.from({ length: Math.min(chunksAtOnce, chunks - from) }, (_, index) => from + index);
      const isKept = numbers.every((number) => this.cache.has(keyOf(id, number)));
      const rows = isKept ? [] : await this.graph.read(chunksOf({ id, chunks: numbers }), options);
      for (const [index, chunk] of numbers.entries())
        yield { changeset, chunk, entries: this.cache.entries(keyOf(id, chunk), rows[index]?.chunk) };
    }
  }

  /** All that a changeset changed. */
  async of(id: string, options?: Read): Promise<readonly Entry[]> {
    const [row] = await this.graph.read(entriesById({ ids: [id] }), options);
    return unpackedChunks(row?.changeset.entries);
  }

  /** What each of these changesets changed of the entities that come with it, or of the claims about them. Chunks that name none of them are not parsed. */
  async about(entities: ReadonlyMap<string, ReadonlySet<string>>, options?: Read): Promise<Map<string, readonly Entry[]>> {
    const found = new Map<string, readonly Entry[]>();
    for (const [changeset, ids] of entities) {
      const [row] = await this.graph.read(entriesById({ ids: [changeset] }), options);
      const entries: Entry[] = [];
      for (const chunk of row?.changeset.entries ?? []) {
        await lookThrough(chunkSize, options);
        const text = unpackedText(chunk);
        const named = [...ids].some((id) => text.includes(id)) ? (JSON.parse(text) as Entry[]) : [];
        entries.push(...named.filter(({ id, from = '' }) => ids.has(id) || ids.has(from)));
      }
      found.set(changeset, entries);
    }
    return found;
  }
}

/** Before so many changes are looked through. */
async function lookThrough(changes: number, reading: Read): Promise<void> {
  reading?.payFor?.(changes, work);
  await reading?.slices?.next();
}

const keyOf = (changeset: string, chunk: number): string => `${chunk} ${changeset}`;

/** A place as a cursor. */
export const cursorOf = ({ sequence, position }: Place): string => `${sequence}.${position}`;

/** The place that a cursor names; `ChangeLog.placeGiven` checks it against a log. */
export function placeOf(cursor: string): Place {
  const [, sequence, position] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  const place = { sequence: Number(sequence), position: Number(position) };
  if (cursorOf(place) !== cursor) throw refused('is not a cursor of changes');
  return place;
}

const refused = (problem: string): GraphError =>
  new GraphError('BAD_USER_INPUT', `"since" ${problem}: give a cursor as it came, such as "12.0", or leave it out.`);
