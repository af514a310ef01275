/** How far a store is. */
import { GraphError } from '../graph/errors.js';
import { modelVersion, mustNotBeNewer } from '../graph/model-version.js';
import type { Graph, Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import { migrations } from './migrations.js';

export interface Standing {
  readonly version: number;
  /** The store says so; otherwise it was found out by what it holds. */
  readonly isSaid: boolean;
  /** Some batches of an upgrade have landed, and not all. */
  readonly isUnderWay: boolean;
}

interface Row {
  readonly modelVersion: number | null;
  readonly upgrade: string | null;
}
type Nothing = Record<string, never>;

const standing = query<Nothing, Row>('migration/progress');
const anyChangeset = query<Nothing, { id: string }>('migration/any-changeset');
const unlogged = query<Nothing, { id: string }>('migration/unlogged');
const unsearchable = query<Nothing, { id: string }>('migration/unsearchable');
const undated = query<Nothing, { id: string }>('migration/undated');

/** How far a store is; one in which nothing is yet has the newest version. Reads only. Throws a GraphError where the store is newer than this program. */
export async function standingOf(graph: Graph): Promise<Standing> {
  const [row] = await graph.read(standing({}));
  const version = row?.modelVersion ?? (await foundVersion((statement) => graph.read(statement)));
  mustNotBeNewer(version);
  return { version, isSaid: row?.modelVersion != null || !(await holdsAnything(graph)), isUnderWay: row?.upgrade != null };
}

const holdsAnything = async (graph: Graph): Promise<boolean> => (await graph.read(anyChangeset({}))).length > 0;

/** The version of a store that does not say one: the first programs wrote none. */
export async function foundVersion(run: Transaction['run']): Promise<number> {
  if ((await run(anyChangeset({}))).length === 0) return modelVersion;
  if ((await run(unlogged({}))).length === 0) return firstSaid;
  const isFirst = (await run(unsearchable({}))).length > 0 || (await run(undated({}))).length > 0;
  return isFirst ? 1 : 2;
}

/** The first version that stores say. */
const firstSaid = 3;

/** Refuses a store that is behind: only the start of the service and `policygraph migrate` upgrade. */
export async function mustBeCurrent(graph: Graph): Promise<void> {
  const { version } = await standingOf(graph);
  if (version < modelVersion)
    throw new GraphError(
      'STORAGE',
      `The graph has model version ${version}, and this program works with ${modelVersion}: upgrade it with "policygraph migrate", or by a start of the service.`,
    );
}

/** What an upgrade from a version runs. */
export const stepsFrom = (version: number) => migrations.filter(({ to }) => to > version);
