import { statSync } from 'node:fs';
import { readKeys, changeKeys } from '../accounts/keys-file.js';
import { batchesOf, checkBackup, type Checked } from '../backup/read.js';
import type { Batch } from '../graph/stored/contents.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { ProgressBar } from './progress-bar.js';
import { counted, type Report } from './report.js';

export interface RestoreOptions {
  /** Replaces the graph that there is. */
  readonly force: boolean;
}

/** The contents of a backup that was checked, as a store takes them. */
export interface Contents extends Checked {
  readonly batches: () => AsyncIterable<Batch>;
}

/** Puts the contents of a backup in the place of the graph of the settings, all of them or none. Throws a SettingsError or a GraphError. */
export async function restore(settings: Settings, path: string, { force }: RestoreOptions): Promise<Report> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new SettingsError(`There is no file ${path}.`);
  if (settings.neo4j === undefined && settings.data === ':memory:')
    throw new SettingsError('POLICYGRAPH_DATA is :memory:, which keeps nothing: set it to a folder.');
  const bar = new ProgressBar(process.stderr);
  try {
    const checked = await checkBackup(path);
    const contents = { ...checked, batches: () => counting(path, checked, bar) };
    const kept = await replaceGraph(settings, contents, force);
    bar.end();
    return { lines: [summary(checked), ...kept, ...(await restoreKeys(settings.keys, checked))], ok: true };
  } finally {
    bar.end();
  }
}

/** Only the engine in use is loaded. */
async function replaceGraph(settings: Settings, contents: Contents, force: boolean): Promise<string[]> {
  if (settings.neo4j === undefined) return (await import('./restore-embedded.js')).restoreEmbedded(settings, contents, force);
  return (await import('./restore-neo4j.js')).restoreNeo4j(settings, contents, force);
}

async function* counting(path: string, { end }: Checked, bar: ProgressBar): AsyncGenerator<Batch> {
  let done = 0;
  for await (const batch of batchesOf(path)) {
    yield batch;
    done += 'nodes' in batch ? batch.nodes.length : batch.relations.length;
    bar.show('restore:', done, end.nodes + end.relations);
  }
}

function summary({ manifest: { madeAt, engine, sequence }, end }: Checked): string {
  return `Restored ${counted(end.nodes, 'node')} and ${counted(end.relations, 'relation')}, up to change ${sequence}, from the backup of ${madeAt} (${engine})`;
}

/** Keys are only added where there are none: an older backup would give back keys that have been revoked since. */
async function restoreKeys(file: string | undefined, { keys = [] }: Checked): Promise<string[]> {
  if (file === undefined || keys.length === 0) return [];
  if (readKeys(file).length > 0) return [`The API keys in ${file} are kept as they are`];
  await changeKeys(file, () => keys);
  return [`${counted(keys.length, 'API key is', 'API keys are')} restored to ${file}`];
}
