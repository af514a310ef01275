/** Which entities a graph has, and which of them changed between two of its states. */
import { query, type Statement } from '../query.js';

/** The state of a store that an index is of. */
export interface Position {
  /** The number of the last changeset, and its instant: another store has others. */
  readonly sequence: number;
  readonly recordedAt: string;
  readonly modelVersion: number;
}

type None = Record<string, never>;

const positionOf = query<None, { [key in keyof Position]: Position[key] | null }>('search/position');
const allEntities = query<None, { id: string }>('search/entities');
const changesetsSince = query<{ sequence: number }, { id: string; sequence: number; recordedAt: string }>('search/changesets');
const changedIn = query<{ changesets: readonly string[] }, { id: string; merged: readonly string[] }>('search/changed');

export type Read = <Row>(statement: Statement<Row>) => Promise<Row[]>;

/** Undefined for a store without changesets. */
export async function positionIn(read: Read): Promise<Position | undefined> {
  const [row] = await read(positionOf({}));
  return row?.sequence == null ? undefined : (row as Position);
}

export const entitiesIn = async (read: Read): Promise<string[]> => (await read(allEntities({}))).map(({ id }) => id);

/** Also those that left; undefined where the graph never was in the first state. */
export async function changedBetween(read: Read, from: Position, to: Position): Promise<string[] | undefined> {
  if (from.modelVersion !== to.modelVersion) return undefined;
  if (from.sequence === to.sequence) return from.recordedAt === to.recordedAt ? [] : undefined;
  const [first, ...others] = await read(changesetsSince({ sequence: from.sequence }));
  if (first?.sequence !== from.sequence || first.recordedAt !== from.recordedAt) return undefined;
  const changed = await read(changedIn({ changesets: others.map(({ id }) => id) }));
  return [...new Set(changed.flatMap(({ id, merged }) => [id, ...merged]))];
}
