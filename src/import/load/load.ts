/** What is to be loaded, and its records in turn. */
import { setImmediate as others } from 'node:timers/promises';
import type { Located } from '../../changesets/problem.js';
import type { Label } from '../../model/model.js';
import type { Parts, SourceRecord } from './parts.js';
import type { Rejects } from './rejects.js';

/** Names of loads are parts of ids. */
export const isLoadName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name);
export const loadNameRule = 'up to 100 letters, digits, dots, hyphens and underscores';

export interface Load {
  /** Its changesets are `changeset:import-<name>-<number>`. */
  readonly name: string;
  /** The same only for the same files, mapping and options. */
  readonly fingerprint: string;
  readonly files: string;
  /** Who its changesets say that wrote them. */
  readonly author: string;
  /** The types that the author may write; all by default. */
  readonly types?: readonly Label[] | undefined;
  /** Ends it between two batches: what has landed stays, and the next run goes on from there. */
  readonly signal?: AbortSignal | undefined;
  /** Entities that no record brings. */
  readonly once: readonly Located<Parts['entities'][number]['item']>[];
  /** Reads all records, in the same order each time. */
  readonly records: () => AsyncIterable<readonly SourceRecord[]>;
  readonly batch: number;
  readonly dryRun: boolean;
  /** Where to put what is wrong; undefined to write nothing when something is. */
  readonly rejects: Rejects | undefined;
  readonly keepGood: boolean;
  /** Receives each step, how many records it has read, and of how many where that is known. */
  readonly progress: (step: string, records: number, total?: number) => void;
}

/** A record with its number in the load, from 0. */
export interface Numbered {
  readonly number: number;
  readonly record: SourceRecord;
}

/** Reads all records for a step of a load; `total` is how many there are, where an earlier step has counted them. */
export async function* numbered({ records, progress }: Load, step: string, total?: number): AsyncGenerator<Numbered[]> {
  let number = 0;
  for await (const list of records()) {
    yield list.map((record) => ({ number: number++, record }));
    progress(step, number, total);
    await others(); // of a service that takes an import go on meanwhile
  }
}

/** The same items in lists of one size, but for the last. */
export async function* batchesOf<T>(lists: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const list of lists)
    for (const item of list) {
      batch.push(item);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  if (batch.length > 0) yield batch;
}
