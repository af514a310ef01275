import { createHash } from 'node:crypto';
import { statementsOf } from '../graph/stored/changeset.js';
import { dataVersion } from '../graph/data-version.js';
import { GraphError } from '../graph/errors.js';
import { modelVersion } from '../graph/model-version.js';
import type { ReadWriteGraph, Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import { runAll } from '../graph/run-all.js';
import { Slices } from '../graph/slices.js';
import type { Known } from './checks.js';
import type { ChangeRequest } from './change-request.js';
import { entriesOf } from './entries.js';
import { packedChunks, unpackedChunks } from './packed.js';
import { planOf } from './plan.js';
import type { Report } from './report.js';

const turn = query<
  { modelVersion: number },
  { sequence: number; recordedAt: string | null; modelVersion: number; restoring: boolean | null }
>('changeset/turn');
const written = query<{ id: string }, { changeset: { readonly digest?: string; readonly entries?: readonly string[] } }>(
  'changeset/written',
);

export interface ApplyOptions {
  readonly dryRun?: boolean;
  readonly expected?: Known;
  readonly landing?: (transaction: Transaction) => Promise<void>;
}

/**
 * Writes a request as one changeset, or nothing of it. A request that comes again under the same id changes nothing, and gets the report of the first time;
 * one that the graph says already leaves no changeset, unless it brings another version of the built-in data. `dryRun` does everything but write, as if the
 * graph held what is `expected`.
 * What is `landing` with it is written in the same transaction, also where the graph has all of the request; when that throws, nothing lands.
 * Throws an InvalidInput for what is wrong with the request, and a CONFLICT for what has changed in between.
 */
export function applyChangeset(
  graph: ReadWriteGraph,
  request: ChangeRequest,
  { dryRun = false, expected, landing }: ApplyOptions = {},
): Promise<Report> {
  const digest = digestOf(request);
  return graph.transact(async (transaction) => {
    const [last] = await transaction.run(turn({ modelVersion }));
    requireWhole(last?.restoring);
    requireVersion(last?.modelVersion);
    if (await holds(transaction, request.dataVersion)) return { outcome: 'UNCHANGED', changeset: request.id, entries: [] };
    const earlier = await reportOf(transaction, request.id, digest);
    if (earlier !== undefined) return earlier;
    const slices = new Slices();
    const plan = await planOf(transaction, request, dryRun ? expected : undefined);
    await slices.next();
    const entries = entriesOf(plan);
    if (entries.length === 0 && request.dataVersion === undefined) {
      if (!dryRun) await landing?.(transaction);
      return { outcome: 'UNCHANGED', changeset: request.id, entries };
    }
    if (dryRun) return { outcome: 'DRY_RUN', changeset: request.id, entries };
    const { id, author, publisher, reason, origin, dataVersion } = request;
    const recordedAt = instantAfter(last?.recordedAt ?? '');
    const changeset = { id, author, publisher, reason, origin, dataVersion, recordedAt, digest, entries: packedChunks(entries) };
    const statements = statementsOf({ changeset, ...plan });
    await slices.next();
    await runAll(transaction, statements);
    await landing?.(transaction);
    return { outcome: 'LANDED', changeset: id, entries };
  });
}

/** Refuses to write to a store while its contents are replaced. */
function requireWhole(restoring: boolean | null | undefined): void {
  if (restoring === true)
    throw new GraphError(
      'UNAVAILABLE',
      'The graph is being restored from a backup: nothing was written. Try again when it is done.',
    );
}

/** Refuses to write to a store that another program has upgraded since this one started. */
function requireVersion(version: number | undefined): void {
  if (version !== modelVersion)
    throw new GraphError(
      'UNAVAILABLE',
      `The graph now has model version ${version}, and this program writes ${modelVersion}: nothing was written. Use a newer service.`,
    );
}

/** Of services that start together, only the first loads the built-in data. */
const holds = async (transaction: Transaction, version: string | undefined): Promise<boolean> =>
  version !== undefined && (await dataVersion(transaction)) === version;

async function reportOf({ run }: Transaction, id: string, digest: string): Promise<Report | undefined> {
  const [row] = await run(written({ id }));
  if (row === undefined) return undefined;
  if (row.changeset.digest !== digest)
    throw new GraphError('CONFLICT', `${id} is the id of another change, which has landed: give this one an id of its own.`);
  return { outcome: 'REPEATED', changeset: id, entries: unpackedChunks(row.changeset.entries) };
}

/** Now, and later than the last changeset: no two share an instant, so that each can be asked for by record time. */
function instantAfter(last: string): string {
  const now = new Date().toISOString();
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString();
}

function digestOf({
  entities,
  claims,
  observations,
  retractions,
  merges = [],
  splits = [],
  restorations,
  redirects,
}: ChangeRequest): string {
  const lists = [
    entities,
    claims,
    observations,
    retractions,
    merges,
    splits,
    ...(restorations === undefined ? [] : [restorations]),
    ...(redirects === undefined ? [] : [redirects]),
  ];
  const items = lists.map((list) => list.map(({ item }) => item));
  return createHash('sha256').update(JSON.stringify(items)).digest('hex');
}
