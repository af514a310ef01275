import { labelOf } from '../model/model.js';
import { query, type Statement } from './query.js';

const merged = query<{ ids: readonly string[] }, { id: string; into: string }>('entity/merged');

/** Runs one reading statement. */
type Read = <Row>(statement: Statement<Row>) => Promise<Row[]>;

/** The merged ones of these ids, each with the id that replaces it. One statement; none when no id is an entity's. */
export async function mergedInto(read: Read, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const ofEntities = [...new Set(ids)].filter((id) => labelOf(id) !== undefined);
  if (ofEntities.length === 0) return new Map();
  return new Map((await read(merged({ ids: ofEntities }))).map(({ id, into }) => [id, into]));
}
