import { setImmediate as nextTurn } from 'node:timers/promises';
import type { QueryResult } from '@grafeo-db/js';

/** Milliseconds of conversion after which other requests get their turn. */
const slice = 5;
/** As many rows take less than a slice. */
const few = 100;

/** The rows of a result. The engine makes objects of them on this thread, 4 µs for a row of three values, so many rows are made in slices. */
export async function rowsOf<Row>(result: QueryResult, signal?: AbortSignal): Promise<Row[]> {
  if (result.length <= few) return result.toArray() as Row[];
  const rows: Row[] = [];
  let end = performance.now() + slice;
  for (let index = 0; index < result.length; index++) {
    if (performance.now() > end) {
      await nextTurn();
      signal?.throwIfAborted();
      end = performance.now() + slice;
    }
    rows.push(result.get(index) as Row);
  }
  return rows;
}
