import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from '../graph/embedded/data-folder.js';
import { EmbeddedGraph } from '../graph/embedded/embedded-graph.js';
import { isOpenElsewhere } from '../graph/embedded/errors.js';
import { finishReplacement, hasGraph, replaced, replaceWith } from '../graph/embedded/replacement.js';
import { GraphError } from '../graph/errors.js';
import { readerOf } from '../graph/port.js';
import { totalsOf } from '../graph/stored/contents.js';
import { serviceOf } from '../open-graph.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import type { Contents } from './restore.js';

/** Makes a graph beside the one of the folder, then puts it in its place: through the service where one has it open. Returns what to report. */
export async function restoreEmbedded(settings: Settings, contents: Contents, force: boolean): Promise<string[]> {
  const { data } = settings;
  const hadGraph = hasGraph(data);
  if (hadGraph && !force)
    throw new SettingsError(`${data} has a graph already: pass --force to replace it; it is kept in ${replaced(data)}.`);
  const service = await serviceOf(settings);
  try {
    if (service === undefined && hadGraph) await mustBeClosed(data);
    const made = await make(data, contents);
    replaceWith(made, data);
    if (service === undefined) finishReplacement(data);
    else await service.reopen();
  } finally {
    await service?.close();
  }
  return hadGraph ? [`The graph as it was is in ${replaced(data)}`] : [];
}

/** Throws where another process has the graph open. One that is damaged is no hindrance: it is what a backup is for. */
async function mustBeClosed(folder: string): Promise<void> {
  try {
    await (await EmbeddedGraph.open(folder)).close();
  } catch (error) {
    if (isOpenElsewhere(error)) throw error;
  }
}

const prefix = 'restoring-';

/** Makes a graph with these contents in a folder of its own, and closes it. */
async function make(data: string, { batches, end }: Contents): Promise<string> {
  makeDataFolder(data);
  clearRemains(data);
  const folder = join(data, `${prefix}${process.pid}`);
  try {
    const graph = await EmbeddedGraph.open(folder);
    try {
      await graph.fill(batches());
      await graph.prepare();
      const { nodes, relations } = await totalsOf(readerOf(graph));
      if (nodes !== end.nodes || relations !== end.relations)
        throw new GraphError('INTERNAL', 'The restored graph is not the one of the backup, and was not put in place.');
    } finally {
      await graph.close();
    }
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Removes what processes left that were killed. */
function clearRemains(data: string): void {
  for (const name of readdirSync(data))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      rmSync(join(data, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
