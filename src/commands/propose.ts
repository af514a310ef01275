import { rmSync, statSync } from 'node:fs';
import { proposedMapping } from '../import/propose/propose.js';
import { isTable } from '../import/source/rows.js';
import { sourceOf, type Spool } from '../import/source/sources.js';
import { formatFor, type TableFormat } from '../import/source/table-format.js';
import { labels } from '../model/model.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { withGraph } from './built-in-graph.js';
import { oneOf } from './one-of.js';
import type { Report } from './report.js';

export interface ProposeOptions extends TableFormat {
  /** What a row is, where the table does not show it. */
  readonly type?: string | undefined;
}

/** Proposes a mapping of a table. Changes nothing in the graph. Throws a SettingsError, an InvalidInput or a GraphError. */
export async function propose(
  settings: Settings,
  paths: readonly string[],
  options: ProposeOptions,
  input: NodeJS.ReadableStream,
): Promise<Report> {
  const [path = '', ...others] = paths;
  if (others.length > 0) throw new SettingsError('--propose takes one table: a mapping is for tables with one head.');
  if (path !== '-' && statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new SettingsError(`There is no file ${path}.`);
  const type = options.type === undefined ? undefined : oneOf('type', options.type, labels);
  const spool: Spool = {};
  try {
    const source = await sourceOf(path, { hasMapping: true, format: formatFor(undefined, options) }, spool, input);
    if (!isTable(source)) throw new SettingsError(`${source.name} is no table: --propose is for CSV and XLSX.`);
    return {
      lines: [await withGraph(settings, (graph) => proposedMapping(source, graph, type))].map((text) => text.trimEnd()),
      ok: true,
    };
  } finally {
    if (spool.folder !== undefined) rmSync(spool.folder, { recursive: true, force: true });
  }
}
