/** Puts a graph in the place of another one. A process that is killed in the middle leaves the old one, or the new one, which the next opening puts in place. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { markPath } from './integrity/mark.js';
import { logFolder } from './integrity/guard.js';
import { indexPath } from './search/index-file.js';
import { syncFile, syncFolder } from './sync.js';

/** The file of a graph in its folder. */
export const graphFile = 'graph.grafeo';

/** What a graph consists of, the graph itself first. */
const files = [graphFile, logFolder(graphFile), indexPath(graphFile), markPath(graphFile)];

const next = (folder: string): string => join(folder, 'restored');

/** Where the graph is kept that was replaced last. */
export const replaced = (folder: string): string => join(folder, 'before-restore');

/** Whether a folder has a graph, also one that is not in its place yet. */
export const hasGraph = (folder: string): boolean => existsSync(join(folder, graphFile)) || existsSync(next(folder));

/** Has the graph of another folder on the same disk, which is closed, replace that of a folder when it is opened next. From here on the new one counts. */
export function replaceWith(made: string, folder: string): void {
  for (const entry of readdirSync(made, { withFileTypes: true })) if (entry.isFile()) syncFile(join(made, entry.name));
  syncFolder(made);
  rmSync(replaced(folder), { recursive: true, force: true });
  renameSync(made, next(folder));
  syncFolder(folder);
}

/** Before a folder's graph is opened: puts a graph in place that replaces it. Each step can be repeated. */
export function finishReplacement(folder: string): void {
  const made = next(folder);
  if (!existsSync(made)) return;
  if (existsSync(join(made, graphFile))) {
    move(folder, replaced(folder)); // none of the new files is in place before the graph itself
    renameSync(join(made, graphFile), join(folder, graphFile));
  }
  move(made, folder);
  syncFolder(folder);
  rmSync(made, { recursive: true, force: true });
}

function move(from: string, to: string): void {
  const found = files.filter((file) => existsSync(join(from, file)));
  if (found.length > 0) mkdirSync(to, { recursive: true });
  for (const file of found) renameSync(join(from, file), join(to, file));
}
