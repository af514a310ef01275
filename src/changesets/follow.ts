import { setTimeout as after } from 'node:timers/promises';
import type { ChangeLog, LogPage, LoggedEntry, Place } from './log.js';
import type { Entry } from './report.js';

/** Changes that one follower holds at once. */
const page = 100;
/** The first and the longest pause after a page could not be read, in milliseconds. */
const pauses = { first: 250, longest: 5_000 };

export interface Following {
  readonly log: ChangeLog;
  /** Where to begin. */
  readonly place: Place;
  readonly wanted: (entry: Entry) => boolean;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Every wanted change after a place, once and in order, and those that land later as they do. Each follower reads for itself, when its taker asks for more:
 * one that is slow holds a page, and keeps nobody else waiting. A store that fails ends nothing: it is tried again.
 * Throws when another graph replaces the one of the log.
 */
export async function* follow({ log, place, wanted, signal }: Following): AsyncGenerator<LoggedEntry, void, void> {
  let [from, failures] = [place, 0];
  const ending = AbortSignal.any([signal, log.retired]);
  while (!ending.aborted) {
    const read = await pageAfter(from);
    if (read === undefined) {
      await after(Math.min(pauses.first * 2 ** failures++, pauses.longest), undefined, { signal: ending, ref: false }).catch(
        () => undefined,
      );
      continue;
    }
    failures = 0;
    yield* read.entries;
    from = read.place;
    if (read.atEnd) await log.tail.past(from, ending);
  }
  if (!signal.aborted) throw log.retired.reason as Error;

  async function pageAfter(start: Place): Promise<LogPage | undefined> {
    try {
      return await log.after(start, page, wanted, { signal: ending });
    } catch (error) {
      if (!ending.aborted) log.failed(error);
      return undefined;
    }
  }
}
