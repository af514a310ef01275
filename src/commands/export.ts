import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { whyNotAsOf } from '../export/day.js';
import type { Formulas } from '../export/formulas.js';
import { formats, type FormatName } from '../export/formats.js';
import { GraphReader } from '../export/graph-reader.js';
import { isTaken, toFile, toFolder, toStream } from '../export/output.js';
import { GraphError } from '../graph/errors.js';
import { isFull, storageFull } from '../graph/storage-full.js';
import { openGraph } from '../open-graph.js';
import { allOfWords } from '../model/model.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { emptyGraph, graphIsThere } from './graph-there.js';
import { partOf, type PartOptions } from './part.js';
import { ProgressBar } from './progress-bar.js';

export interface ExportOptions {
  readonly format: FormatName;
  /** A file, or a folder for a format of several files; standard output where it is left out. */
  readonly out?: string | undefined;
  readonly gzip: boolean;
  /** The ISO day on which relations hold; all relations by default. */
  readonly asOf?: string | undefined;
  /** How tables for spreadsheet programs write text that looks like a formula. */
  readonly formulas?: Formulas;
  /** Replaces existing files. */
  readonly force: boolean;
}

type Options = ExportOptions & PartOptions;

/** Writes the graph of the settings out, or a part of it. Changes nothing in it. Throws a SettingsError or a GraphError. */
export async function exportGraph(settings: Settings, options: Options): Promise<void> {
  checkOptions(options);
  const part = partOf(options);
  if (!graphIsThere(settings)) throw new GraphError('STORAGE', emptyGraph);
  const graph = await openGraph(settings);
  const bar = new ProgressBar(process.stderr);
  try {
    await write(new GraphReader(graph, progress(bar, options), await part?.(graph), options.asOf), options);
  } catch (cause) {
    if (isFull(cause)) throw storageFull(cause, 'nothing of the export was kept');
    throw isOfFile(cause)
      ? new GraphError('STORAGE', `The export could not be written (${cause.code}): nothing of it was kept.`, { cause })
      : cause;
  } finally {
    bar.end();
    await graph.close();
  }
}

const spreadsheetFormats = Object.entries(formats).flatMap(([name, { isSpreadsheet }]) => (isSpreadsheet ? [name] : []));

function checkOptions({ format, out, force, formulas, asOf }: ExportOptions): void {
  const problem = asOf === undefined ? undefined : whyNotAsOf('--as-of', asOf, format);
  if (problem !== undefined) throw new SettingsError(problem);
  if (formulas !== undefined && formats[format].isSpreadsheet !== true)
    throw new SettingsError(`--formulas is for ${allOfWords(spreadsheetFormats)}: ${format} leaves all text unchanged.`);
  const isFolder = 'folder' in formats[format];
  if (out === undefined) {
    if (isFolder) throw new SettingsError(`${format} is written as several files: say into which folder, with --out FOLDER.`);
    return;
  }
  const there = statSync(out, { throwIfNoEntry: false });
  if (there !== undefined && !(isFolder ? there.isDirectory() : there.isFile()))
    throw new SettingsError(`${out} is no ${isFolder ? 'folder' : 'file'}: give --out the name of one.`);
  if (!force && isTaken(out, isFolder))
    throw new SettingsError(
      `${out} is there already: give another name, or --force to replace ${isFolder ? 'its files' : 'it'}.`,
    );
  if (!isFolder && statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new SettingsError(`There is no folder ${dirname(out)}.`);
}

async function write(graph: GraphReader, { format, out, gzip, formulas }: ExportOptions): Promise<void> {
  const chosen = formats[format];
  if ('folder' in chosen) await toFolder((await chosen.folder())(graph, gzip ? '.gz' : '', formulas), out ?? '', { gzip });
  else if (out === undefined) await toStream((await chosen.file())(graph, formulas), process.stdout, { gzip });
  else await toFile((await chosen.file())(graph, formulas), out, { gzip });
}

/** How far the export is. */
function progress(bar: ProgressBar, { format }: ExportOptions): (records: number) => void {
  return (records) => bar.show(`${format}:`, records);
}

const isOfFile = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;
