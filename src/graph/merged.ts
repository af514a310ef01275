import { labelOf } from '../model/model.js';
import { query, type Statement } from './query.js';

const merged = query<{ ids: readonly string[] }, { id: string; into: string }>('entity/merged');

/** Runs one reading statement. */
type Read = <Row>(statement: Statement<Row>) => Promise<Row[]>;

/** Of these ids those that were given away when entities were merged, each with the one that it leads to now. One statement; none where no id is an entity's. */
export async function mergedInto(read: Read, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const ofEntities = [...new Set(ids)].filter((id) => labelOf(id) !== undefined);
  if (ofEntities.length === 0) return new Map();
  return new Map((await read(merged({ ids: ofEntities }))).map(({ id, into }) => [id, into]));
}
