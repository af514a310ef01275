/** The log of all changes: what each changeset changed, in the order in which they landed. */
import { GraphError } from '../graph/errors.js';
import type { Graph, ReadOptions } from '../graph/port.js';
import { query } from '../graph/query.js';
import { unpacked } from './packed.js';
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

interface Row {
  readonly changeset: { readonly id: string; readonly sequence: number; readonly entries?: string };
}

const since = query<{ after: number; limit: number }, Row>('changeset/since');
const entriesById = query<{ ids: readonly string[] }, { changeset: { id: string; entries?: string } }>('changeset/entries');
const last = query<Record<string, never>, { sequence: number }>('changeset/last');

/** Changesets that are read at once. */
const page = 20;
/** Changesets whose changes are kept: several readers follow the same ones. */
const kept = 50;

export const beginning: Place = { sequence: 0, position: 0 };

export class ChangeLog {
  private readonly cache = new Map<string, readonly Entry[]>();

  /** Where those who follow changes wait for more. */
  readonly tail: Tail;

  constructor(
    private readonly graph: Graph,
    /** Told what following changes fails with; it is tried again. */
    readonly failed: (error: unknown) => void = () => undefined,
  ) {
    this.tail = new Tail(this);
  }

  /** The place after all that has landed. */
  async end(options?: ReadOptions): Promise<Place> {
    const [row] = await this.graph.read(last({}), options);
    return { sequence: (row?.sequence ?? 0) + 1, position: 0 };
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
  private async lengthOf(sequence: number, options?: ReadOptions): Promise<number> {
    const [row] = await this.graph.read(since({ after: sequence - 1, limit: 1 }), options);
    return row?.changeset.sequence === sequence ? this.entriesOf(row.changeset.id, row.changeset.entries).length : 0;
  }

  /** The next changes after a place that are wanted, at most `first` of them. */
  async after(place: Place, first: number, wanted: (entry: Entry) => boolean, options?: ReadOptions): Promise<LogPage> {
    const found: LoggedEntry[] = [];
    for (let from = place; ;) {
      const rows = await this.graph.read(since({ after: from.sequence - 1, limit: page }), options);
      for (const { changeset } of rows) {
        const entries = this.entriesOf(changeset.id, changeset.entries);
        const start = changeset.sequence === from.sequence ? from.position : 0;
        for (let position = start; position < entries.length; position++) {
          const entry = entries[position] as Entry;
          if (!wanted(entry)) continue;
          if (found.length === first) return { entries: found, place: { sequence: changeset.sequence, position }, atEnd: false };
          found.push({ ...entry, changeset: changeset.id, place: { sequence: changeset.sequence, position: position + 1 } });
        }
        from = { sequence: changeset.sequence + 1, position: 0 };
      }
      if (rows.length < page) return { entries: found, place: from, atEnd: true };
    }
  }

  /** What each of these changesets changed. */
  async of(ids: readonly string[], options?: ReadOptions): Promise<Map<string, readonly Entry[]>> {
    const unknown = ids.filter((id) => !this.cache.has(id));
    const rows = unknown.length === 0 ? [] : await this.graph.read(entriesById({ ids: unknown }), options);
    const read = new Map(rows.map(({ changeset: { id, entries } }) => [id, this.entriesOf(id, entries)]));
    return new Map(ids.map((id) => [id, read.get(id) ?? this.cache.get(id) ?? []]));
  }

  /** A changeset never changes, so that what it changed can be kept. */
  private entriesOf(id: string, packed: string | null | undefined): readonly Entry[] {
    const entries = this.cache.get(id) ?? unpacked(packed);
    this.cache.delete(id);
    this.cache.set(id, entries);
    const [oldest] = this.cache.keys();
    if (this.cache.size > kept && oldest !== undefined) this.cache.delete(oldest);
    return entries;
  }
}

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
