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
  /** Records, and what they make: a batch ends where either is reached. The same files must make the same batches. */
  readonly batch: number;
  readonly batchItems?: number | undefined;
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

/** The same records in lists of one size, but for the last, and for those that would make too many items. */
export async function* batchesOf(
  lists: AsyncIterable<readonly Numbered[]>,
  size: number,
  mostItems = Infinity,
): AsyncGenerator<Numbered[]> {
  let [batch, items]: [Numbered[], number] = [[], 0];
  for await (const list of lists)
    for (const each of list) {
      const own = itemsOf(each.record);
      if (batch.length > 0 && (batch.length >= size || items + own > mostItems)) {
        yield batch;
        [batch, items] = [[], 0];
      }
      batch.push(each);
      items += own;
    }
  if (batch.length > 0) yield batch;
}

/** How much a record has to write: a text of 10,000 characters counts as some ten claims do. */
function itemsOf({ entities, shared, claims, observations, raw }: SourceRecord): number {
  const evidence = claims.reduce((sum, { item }) => sum + item.evidence.length, 0);
  return entities.length + shared.length + claims.length + observations.length + evidence + Math.floor(raw.length / 1_000);
}
