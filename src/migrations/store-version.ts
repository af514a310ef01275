/** The model version of a store. */
import { GraphError } from '../graph/errors.js';
import { modelVersion, mustNotBeNewer } from '../graph/model-version.js';
import type { Graph, Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import { migrations } from './migrations.js';

export interface StoreVersion {
  readonly version: number;
  /** Whether the store records its version; otherwise it was recognised by its contents. */
  readonly isRecorded: boolean;
  /** Whether an upgrade has begun and not finished. */
  readonly isUpgrading: boolean;
}

interface Row {
  readonly modelVersion: number | null;
  readonly upgrade: string | null;
  readonly restoring: boolean | null;
}
type Nothing = Record<string, never>;

const progress = query<Nothing, Row>('migration/progress');
const anyChangeset = query<Nothing, { id: string }>('migration/any-changeset');
const unlogged = query<Nothing, { id: string }>('migration/unlogged');
const unsearchable = query<Nothing, { id: string }>('migration/unsearchable');
const undated = query<Nothing, { id: string }>('migration/undated');

/** The version of a store; an empty one has the newest. Reads only. Throws a GraphError when the store is newer than this program. */
export async function storeVersion(graph: Graph): Promise<StoreVersion> {
  const [row] = await graph.read(progress({}));
  if (row?.restoring === true) throw unfinished();
  const version = row?.modelVersion ?? (await foundVersion((statement) => graph.read(statement)));
  mustNotBeNewer(version);
  return { version, isRecorded: row?.modelVersion != null || !(await holdsAnything(graph)), isUpgrading: row?.upgrade != null };
}

const unfinished = () =>
  new GraphError(
    'STORAGE',
    'The graph is being restored from a backup, or that was interrupted: wait until it is done, or run "policygraph restore" again.',
  );

const holdsAnything = async (graph: Graph): Promise<boolean> => (await graph.read(anyChangeset({}))).length > 0;

/** The version of a store that records none, as the first programs did. */
export async function foundVersion(run: Transaction['run']): Promise<number> {
  if ((await run(anyChangeset({}))).length === 0) return modelVersion;
  if ((await run(unlogged({}))).length === 0) return firstRecorded;
  const isFirst = (await run(unsearchable({}))).length > 0 || (await run(undated({}))).length > 0;
  return isFirst ? 1 : 2;
}

/** The first version that stores record. */
const firstRecorded = 3;

/** Refuses an older store: only the start of the service and `policygraph migrate` upgrade. */
export async function mustBeCurrent(graph: Graph): Promise<void> {
  const { version } = await storeVersion(graph);
  if (version < modelVersion)
    throw new GraphError(
      'STORAGE',
      `The graph has model version ${version}; this program needs ${modelVersion}: run "policygraph migrate", or start the service.`,
    );
}

/** The steps of an upgrade from a version. */
export const stepsFrom = (version: number) => migrations.filter(({ to }) => to > version);
