import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readKeys } from '../accounts/keys-file.js';
import { checkBackup, type Checked } from '../backup/read.js';
import { backupLines } from '../backup/write.js';
import { toFile } from '../export/output.js';
import { syncFile, syncFolder } from '../graph/embedded/sync.js';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { openGraph } from '../open-graph.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { emptyGraph, graphIsThere } from './graph-there.js';
import { ProgressBar } from './progress-bar.js';
import { counted, type Report } from './report.js';

export interface BackupOptions {
  /** Replaces an existing file. */
  readonly force: boolean;
  /** Includes the API keys. */
  readonly keys: boolean;
}

/** Writes all of the graph of the settings to a file, while it is used and written to. Throws a SettingsError or a GraphError. */
export async function backup(settings: Settings, target: string, { force, keys }: BackupOptions): Promise<Report> {
  const madeAt = new Date().toISOString();
  const path = fileFor(target, madeAt);
  mustBeFree(path, force);
  if (!graphIsThere(settings)) throw new GraphError('STORAGE', emptyGraph);
  const included = keys && settings.keys !== undefined ? readKeys(settings.keys) : undefined;
  const graph = await openGraph(settings);
  const bar = new ProgressBar(process.stderr);
  try {
    const progress = (done: number, all: number) => bar.show('backup:', done, Math.max(done, all));
    return reportOf(path, await write(graph, path, { keys: included, madeAt, progress }));
  } catch (error) {
    throw asGraphError(error, path);
  } finally {
    bar.end();
    await graph.close();
  }
}

/** A folder gets a file that is named after the time. */
function fileFor(target: string, madeAt: string): string {
  const isFolder = /[/\\]$/.test(target) || statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(target, `policygraph-${madeAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup.gz`) : target;
}

function mustBeFree(path: string, force: boolean): void {
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new SettingsError(`There is no folder ${dirname(path)}.`);
  if (existsSync(path) && !force) throw new SettingsError(`${path} exists already: give another name, or --force to replace it.`);
}

/** Writes it under another name, reads it back, and gives it its own name when it is whole and on the disk. */
async function write(graph: Graph, path: string, options: Parameters<typeof backupLines>[2]): Promise<Checked> {
  const unchecked = join(dirname(path), `.${basename(path)}.${process.pid}.unchecked`);
  try {
    await graph.snapshot(async (reader) => {
      rmSync(unchecked, { force: true });
      await toFile(backupLines(reader, graph, options), unchecked, { gzip: true, mode: 0o600 });
    });
    const checked = await checkBackup(unchecked);
    syncFile(unchecked);
    renameSync(unchecked, path);
    syncFolder(dirname(path));
    return checked;
  } finally {
    rmSync(unchecked, { force: true });
  }
}

function reportOf(path: string, { manifest, end, keys }: Checked): Report {
  const size = (statSync(path).size / 1_000_000).toFixed(1);
  const others = manifest.nodes - end.nodes;
  return {
    lines: [
      `${path}: ${counted(end.nodes, 'node')}, ${counted(end.relations, 'relation')}${keys === undefined ? '' : `, ${counted(keys.length, 'API key')}`}, up to change ${manifest.sequence}; ${size} MB`,
    ],
    ...(others > 0
      ? {
          note: `${counted(others, 'node')} of other programs in this database ${others === 1 ? 'is' : 'are'} not in the backup.`,
        }
      : {}),
    ok: true,
  };
}

function asGraphError(error: unknown, path: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  const options = { cause: error };
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new GraphError(
      'STORAGE_FULL',
      'The disk is full, and nothing of the backup was kept: make room, then try again.',
      options,
    );
  return new GraphError('STORAGE', `${path} cannot be written (${code}), and nothing of the backup was kept.`, options);
}
