import { readFileSync, rmSync, statSync } from 'node:fs';
import type { Located } from '../changesets/problem.js';
import type { Graph } from '../graph/port.js';
import { loadBuiltIn } from '../import/built-in.js';
import { isLoadName, loadNameRule, type Load } from '../import/load/load.js';
import { loadFiles } from '../import/load/load-files.js';
import { Rejects } from '../import/load/rejects.js';
import type { Mapping } from '../import/mapping/schema.js';
import { decisionOf, decisionsPath, keyOf, readDecisions, writeDecisions, type Decision } from '../import/mapping/decisions.js';
import { createdEntities, newEntities } from '../import/mapping/created.js';
import { Names, nameReader, unmatched } from '../import/mapping/match.js';
import { readMapping } from '../import/mapping/mapping.js';
import { FileSet } from '../import/source/file-set.js';
import type { Source } from '../import/source/source-records.js';
import { sourceOf, type Spool } from '../import/source/sources.js';
import { isTable } from '../import/source/rows.js';
import { formatFor, formatProblem, wordsOf, type TableFormat } from '../import/source/table-format.js';
import { headOf } from '../import/source/table.js';
import { openGraph } from '../open-graph.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { graphIsThere } from './graph-there.js';
import { importReport } from './import-report.js';
import { ProgressBar } from './progress-bar.js';
import type { Report } from './report.js';

export interface ImportOptions extends TableFormat {
  readonly mapping?: string | undefined;
  readonly dryRun: boolean;
  readonly keepGood: boolean;
  readonly rejects?: string | undefined;
  readonly match: boolean;
  /** The file of decisions; by default next to the mapping. */
  readonly decisions?: string | undefined;
  readonly batch: number;
  readonly id?: string | undefined;
}

/** Loads files into the graph of the settings. Throws a SettingsError, an InvalidInput or a GraphError. */
export async function importFiles(
  settings: Settings,
  paths: readonly string[],
  options: ImportOptions,
  input: NodeJS.ReadableStream,
): Promise<Report> {
  checkOptions(paths, options);
  mustBeThere([...paths.filter((path) => path !== '-'), ...(options.mapping === undefined ? [] : [options.mapping])]);
  const spool: Spool = {};
  try {
    const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
    const sources: Source[] = [];
    const reading = { hasMapping: mapping !== undefined, format: formatFor(mapping?.item, options) };
    for (const path of paths) sources.push(await sourceOf(path, reading, spool, input));
    mustHaveMapping(sources, mapping);
    return await new Import(settings, new FileSet(sources, mapping), options).run();
  } finally {
    if (spool.folder !== undefined) rmSync(spool.folder, { recursive: true, force: true });
  }
}

function checkOptions(
  paths: readonly string[],
  { keepGood, rejects, match, decisions, mapping, batch, id, ...format }: ImportOptions,
): void {
  for (const key of ['delimiter', 'encoding'] as const) {
    const wrong = format[key] === undefined ? undefined : formatProblem(key, format[key]);
    if (wrong !== undefined) throw new SettingsError(`--${key} ${wrong}`);
  }
  if (keepGood && rejects === undefined)
    throw new SettingsError('--keep-good needs --rejects FILE: what is left out must be somewhere.');
  if (rejects !== undefined && !keepGood)
    throw new SettingsError('--rejects needs --keep-good: without it nothing is written when something is wrong.');
  if (rejects !== undefined && paths.includes(rejects))
    throw new SettingsError('--rejects must name another file than those that are read.');
  if (match && mapping === undefined)
    throw new SettingsError('--match needs --mapping MAP.yaml: only tables hold names in place of ids.');
  if (decisions !== undefined && !match)
    throw new SettingsError('--decisions needs --match: without it names are not looked up, and nothing is to be decided.');
  if (!Number.isInteger(batch) || batch < 1 || batch > 10_000)
    throw new SettingsError('--batch must be a number from 1 to 10000.');
  if (id !== undefined && !isLoadName(id)) throw new SettingsError(`--id must be ${loadNameRule}.`);
  if (paths.filter((path) => path === '-').length > 1) throw new SettingsError('Standard input (-) can be read only once.');
}

function mustBeThere(paths: readonly string[]): void {
  for (const path of paths)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new SettingsError(`There is no file ${path}.`);
}

function mustHaveMapping(sources: readonly Source[], mapping: Located<Mapping> | undefined): void {
  const table = sources.find(isTable);
  if (table !== undefined && mapping === undefined)
    throw new SettingsError(`Say what the columns of ${table.name} mean: --mapping MAP.yaml (docs/add-your-data.md).`);
}

class Import {
  private readonly bar = new ProgressBar(process.stderr);
  /** Names that nobody has decided yet. */
  private undecided = 0;

  constructor(
    private readonly settings: Settings,
    private readonly files: FileSet,
    private readonly options: ImportOptions,
  ) {}

  async run(): Promise<Report> {
    const started = performance.now();
    const { dryRun, rejects: path } = this.options;
    const rejects = path === undefined || dryRun ? undefined : new Rejects(path, await this.head());
    const graph = await this.opened();
    let isWhole = false;
    try {
      const outcome = await loadFiles(graph, await this.load(graph, rejects));
      isWhole = outcome.rejected > 0;
      this.bar.end();
      const seconds = (performance.now() - started) / 1000;
      const decisions = { undecided: this.undecided, path: this.decisionsFile };
      return importReport(outcome, { dryRun, seconds, rejects: rejects?.path, decisions });
    } finally {
      this.bar.end();
      await rejects?.end(isWhole);
      await graph.close();
    }
  }

  private get decisionsFile(): string {
    return this.options.decisions ?? decisionsPath(this.options.mapping ?? '');
  }

  /** A dry run leaves the graph as it is, and none where there was none. */
  private async opened(): Promise<Graph> {
    const { dryRun } = this.options;
    const isThere = graphIsThere(this.settings);
    const graph = await openGraph(dryRun && !isThere ? { ...this.settings, data: ':memory:' } : this.settings);
    if (dryRun && isThere) return graph;
    await graph.prepare();
    await loadBuiltIn(graph, () => undefined);
    return graph;
  }

  private async load(graph: Graph, rejects: Rejects | undefined): Promise<Load> {
    const { batch, dryRun, keepGood, match, mapping: path = '' } = this.options;
    const decisions = match ? await readDecisions(this.decisionsFile) : new Map<string, Decision>();
    const made = [...decisions.values()]
      .filter(({ decision }) => decision !== '')
      .map(({ name, type, decision }) => [name, type, decision]);
    const words = [
      path === '' ? '' : readFileSync(path, 'utf8'),
      JSON.stringify({ batch, keepGood, match, made }),
      ...wordsOf(this.options),
    ];
    const { names, created } = match ? await this.matched(graph, decisions) : { names: unmatched, created: [] };
    const { once, ...contents } = await this.files.contents(words, this.options.id, names);
    const progress: Load['progress'] = (step, records, total) => this.bar.show(step, records, total);
    const author = 'policygraph import';
    return { ...contents, once: [...once, ...created], author, batch, dryRun, keepGood, rejects, progress };
  }

  /** Looks up the names that nobody has decided. Those that are not certain go to the file of decisions, in a dry run too: a person edits it for the next run. */
  private async matched(graph: Graph, decisions: Map<string, Decision>) {
    const path = this.decisionsFile;
    const names = new Names();
    for await (const records of this.files.records(names.gather)) this.bar.show('names', records.length);
    const { ids, uncertain } = await names.matched(graph);
    const open = uncertain.filter((each) => decisionOf(decisions, each) === '');
    for (const each of open) decisions.set(keyOf(each.type, each.name, each.year), each);
    if (open.length > 0) writeDecisions(path, decisions.values());
    this.undecided = open.length;
    const created = await newEntities(graph, createdEntities(names.decided(decisions), path));
    return { names: nameReader(ids, decisions, path), created };
  }

  /** The head that a file of rejected rows has: all tables must have the same. */
  private async head(): Promise<string> {
    const tables = this.files.sources.filter(isTable);
    const heads = new Set<string>();
    for (const table of tables) heads.add(await headOf(table));
    if (heads.size > 1 || (tables.length > 0 && tables.length < this.files.sources.length))
      throw new SettingsError(
        '--rejects takes one form of file: import tables with other heads, and other files, one after another.',
      );
    return [...heads][0] ?? '';
  }
}
