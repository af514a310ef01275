/** Reads what is open, page by page. */
import type { Client, CombinedError } from 'urql';
import {
  connections,
  neighbours,
  type Connection,
  type EntityType,
  type Neighbour,
  type Neighbours,
  type RelationType,
} from '../operations.ts';
import type { Opened } from './shown.ts';

/** How many relations a page shows, and how many are read at once. */
export const pageSize = 50;
const most = 100;

/** How many connections of two entities are shown. */
const connectionsShown = 5;

type AsOf = { date: string } | undefined;

/** Of these types; of all where it is undefined. */
type Relations = readonly RelationType[] | undefined;

export interface OpenQuestion {
  readonly id: string;
  readonly pages: number;
  readonly types: readonly EntityType[];
  readonly relations: Relations;
  readonly asOf: AsOf;
}

/** The relations of an entity as far as its pages go; undefined where there is no such entity. */
export async function openedBy(client: Client, question: OpenQuestion): Promise<Opened | undefined> {
  const all: Neighbour[] = [];
  const wanted = question.pages * pageSize;
  let after: string | null = null;
  for (;;) {
    const entity = await pageOf(client, question, Math.min(most, wanted - all.length), after);
    if (entity === null) return undefined;
    all.push(...entity.relations.edges);
    after = entity.relations.pageInfo.endCursor;
    const hasMore = entity.relations.pageInfo.hasNextPage;
    if (!hasMore || all.length >= wanted) return { entity, neighbours: all, total: entity.relations.totalCount };
  }
}

async function pageOf(
  client: Client,
  { id, types, relations, asOf }: OpenQuestion,
  first: number,
  after: string | null,
): Promise<Neighbours | null> {
  return (
    await answer(client.query(neighbours, { id, asOf, types: [...types], relations: relations && [...relations], first, after }))
  ).entity;
}

export interface ConnectionQuestion {
  readonly ends: readonly [from: string, to: string];
  readonly hops: number;
  readonly relations: Relations;
  readonly asOf: AsOf;
}

export async function connectionsBy(
  client: Client,
  { ends: [from, to], hops, relations, asOf }: ConnectionQuestion,
): Promise<readonly Connection[]> {
  const types = relations && [...relations];
  return (await answer(client.query(connections, { from, to, hops, relations: types, first: connectionsShown, asOf }))).paths;
}

/** An answer's data; its error is thrown. */
async function answer<Data>(result: PromiseLike<{ readonly data?: Data; readonly error?: CombinedError }>): Promise<Data> {
  const { data, error } = await result;
  if (error !== undefined) throw error;
  return data!;
}
