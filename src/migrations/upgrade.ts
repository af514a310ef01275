/** Brings a store to the model version of this program. */
import { modelVersion, mustNotBeNewer } from '../graph/model-version.js';
import type { Graph, Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import type { Migration, Pass } from './migration.js';
import { migrations } from './migrations.js';
import { foundVersion, storeVersion } from './store-version.js';

/** What one batch did. */
export interface Progress {
  readonly to: number;
  readonly pass: string;
  /** How many items this batch looked at. */
  readonly items: number;
}

export interface Upgrade {
  readonly from: number;
  readonly to: number;
  /** The path of the store's copy; undefined when its operator makes backups. */
  readonly copy: string | undefined;
}

/** Where an upgrade continues: kept in the store, so that it survives the process and several processes can share the work. */
interface Bookmark {
  readonly pass: string;
  readonly after: string;
}

const turn = query<Record<string, never>, { modelVersion: number | null; upgrade: string | null }>('migration/turn');
const saveProgress = query<{ modelVersion: number; upgrade: string }, never>('migration/save-progress');
const finish = query<{ modelVersion: number }, never>('migration/finish');

/** Items of one batch: few enough for memory, many enough that a store of millions needs only some hundred batches. */
const batchSize = 5_000;

/**
 * Runs the steps that a store lacks, batch by batch, each a transaction that also records the progress: after an interruption the next run continues from there.
 * Concurrent processes take turns and share the work. A file is copied before its first batch.
 * Throws a GraphError when the store is newer than this program; nothing is written then.
 */
export async function upgrade(
  graph: Graph,
  {
    onProgress = () => undefined,
    limit = batchSize,
  }: { readonly onProgress?: (progress: Progress) => void; readonly limit?: number } = {},
): Promise<Upgrade> {
  const { version, isRecorded, isUpgrading } = await storeVersion(graph);
  const from = { from: version, to: modelVersion, copy: undefined };
  if (version === modelVersion && isRecorded) return from;
  const copy = version < modelVersion && !isUpgrading ? await graph.keepCopy(`before-v${modelVersion}`) : undefined;
  await graph.prepare();
  for (;;) {
    const progress = await graph.transact((transaction) => nextBatch(transaction, limit));
    if (progress === undefined) return { ...from, copy };
    onProgress(progress);
  }
}

/** Undefined when no batch is left. */
async function nextBatch(transaction: Transaction, limit: number): Promise<Progress | undefined> {
  const { run } = transaction;
  const [row] = await run(turn({}));
  const version = row?.modelVersion ?? (await foundVersion(run));
  mustNotBeNewer(version);
  const migration = migrations.find(({ to }) => to === version + 1);
  if (migration === undefined) {
    if (row?.modelVersion !== version) await run(finish({ modelVersion: version }));
    return undefined;
  }
  const { pass, after } = placeIn(migration, row?.upgrade);
  const { items, next } = await pass.batch(transaction, { after, limit });
  await note(transaction, migration, next === undefined ? following(migration, pass) : { pass: pass.name, after: next });
  return { to: migration.to, pass: pass.name, items };
}

/** Where to go on; at the beginning where no pass of that name is known. */
function placeIn({ passes }: Migration, upgrade: string | null | undefined): { readonly pass: Pass; readonly after: string } {
  const bookmark = upgrade == null ? undefined : (JSON.parse(upgrade) as Bookmark);
  const pass = passes.find(({ name }) => name === bookmark?.pass);
  return pass === undefined ? { pass: passes[0], after: '' } : { pass, after: bookmark?.after ?? '' };
}

function following({ passes }: Migration, pass: Pass): Bookmark | undefined {
  const next = passes[passes.indexOf(pass) + 1];
  return next === undefined ? undefined : { pass: next.name, after: '' };
}

/** A step that is done makes the version; the next one begins at its first pass. */
async function note({ run }: Transaction, { to }: Migration, bookmark: Bookmark | undefined): Promise<void> {
  const next = migrations.find((each) => each.to === to + 1);
  if (bookmark !== undefined) await run(saveProgress({ modelVersion: to - 1, upgrade: JSON.stringify(bookmark) }));
  else if (next === undefined) await run(finish({ modelVersion: to }));
  else await run(saveProgress({ modelVersion: to, upgrade: JSON.stringify({ pass: next.passes[0].name, after: '' }) }));
}
