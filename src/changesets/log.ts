/** The log of all changes: what each changeset changed, in the order in which they landed. */
import { GraphError } from '../graph/errors.js';
import type { ReadableGraph, ReadOptions } from '../graph/port.js';
import { query } from '../graph/query.js';
import { limits } from '../limits.js';
import { LogChunks } from './log-chunks.js';
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

/** Who reads: where it is an operation, what is looked through counts as its work, and gives way to others. */
interface Reading extends Pick<ReadOptions, 'signal'> {
  readonly payFor?: (things: number, weight: number) => void;
  readonly slices?: { readonly next: () => Promise<void> };
}
type Read = Reading | undefined;

const entriesById = query<{ ids: readonly string[] }, { changeset: { id: string; entries?: readonly string[] } }>(
  'changeset/entries',
);

/** Units of work for 1,000 changes that are looked through. */
const work = 10;
/** Chunks that one page looks through. */
const maxChunks = limits.lists.changes.value / chunkSize;

export const beginning: Place = { sequence: 0, position: 0 };

export class ChangeLog {
  private readonly chunks: LogChunks;
  private readonly retirement = new AbortController();

  /** Where those who follow changes wait for more. */
  readonly tail: Tail;

  /** The last changeset. */
  readonly last: LogEnd;

  constructor(
    private readonly graph: ReadableGraph,
    /** Told what following changes fails with; it is tried again. */
    readonly failed: (error: unknown) => void = () => undefined,
  ) {
    this.chunks = new LogChunks(graph);
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
  async placeGiven(cursor: string, options?: ReadOptions, argument = 'since'): Promise<Place> {
    const place = placeOf(cursor, argument);
    const end = await this.end(options);
    if (place.sequence > end.sequence || place.position > (await this.chunks.lengthOf(place.sequence, options)))
      throw refused(
        argument,
        `is an unknown cursor; the log ends at "${cursorOf(end)}". If the graph was restored from a backup, read it again`,
      );
    return place;
  }

  /** The next changes after a place that are wanted, at most `first` of them; fewer where many would have to be looked through. */
  async after(place: Place, first: number, wanted: (entry: Entry) => boolean, options?: Read): Promise<LogPage> {
    const found: LoggedEntry[] = [];
    let [from, left] = [place, maxChunks];
    for await (const { changeset, chunk, entries } of this.chunks.from(place, options)) {
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

  /** The last changes before a place that are wanted, at most `last` of them, in their order; fewer where many would have to be looked through. */
  async before(place: Place, last: number, wanted: (entry: Entry) => boolean, options?: Read): Promise<LogPage> {
    const found: LoggedEntry[] = [];
    let left = maxChunks;
    for await (const { changeset, chunk, entries } of this.chunks.before(place, options)) {
      const { id, sequence } = changeset;
      const start = chunk * chunkSize;
      if (left-- === 0) return { entries: found.reverse(), place: { sequence, position: start + entries.length }, atEnd: false };
      await lookThrough(entries.length, options);
      for (const [index, entry] of [...entries.entries()].toReversed()) {
        const position = start + index;
        if ((sequence === place.sequence && position >= place.position) || !wanted(entry)) continue;
        if (found.length === last) return { entries: found.reverse(), place: { sequence, position: position + 1 }, atEnd: false };
        found.push({ ...entry, changeset: id, place: { sequence, position: position + 1 } });
      }
    }
    return { entries: found.reverse(), place: beginning, atEnd: true };
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

/** A place as a cursor. */
export const cursorOf = ({ sequence, position }: Place): string => `${sequence}.${position}`;

/** The place that a cursor names; `ChangeLog.placeGiven` checks it against a log. */
export function placeOf(cursor: string, argument = 'since'): Place {
  const [, sequence, position] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  const place = { sequence: Number(sequence), position: Number(position) };
  if (cursorOf(place) !== cursor) throw refused(argument, 'is not a cursor of changes');
  return place;
}

const refused = (argument: string, problem: string): GraphError =>
  new GraphError('BAD_USER_INPUT', `"${argument}" ${problem}: give a cursor as it came, such as "12.0", or leave it out.`);
