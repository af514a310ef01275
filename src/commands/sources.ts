/** What the commands that compare claims with texts read: the records, and the texts that they rest on. */
import { Archive, bothTexts, type Texts } from '../archive.js';
import { storedEntities } from '../changesets/stored.js';
import { readerOf, type Graph } from '../graph/port.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import { builtInFolder } from '../import/built-in.js';
import { readLocatedDataset, type LocatedDataset } from '../import/dataset.js';
import { importFiles, type ImportFile } from '../import/files.js';
import { readUncovered, type Uncovered } from '../import/uncovered.js';
import type { Located } from '../changesets/problem.js';
import { graphRecords } from '../import/graph-records.js';
import { openGraph } from '../open-graph.js';
import { keptTexts } from '../reading/kept/kept-texts.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { existingFolder } from './existing-folder.js';
import { graphIsThere } from './graph-there.js';

export interface SourceFolders {
  /** Of the source texts; by default that of the settings. */
  readonly archive?: string;
  /** Of import files; by default the graph of the settings is read, or the built-in data where there is none. */
  readonly data?: string;
}

/** Runs `use` on the records and texts of a command. Throws a SettingsError, an InvalidInput or a GraphError. */
export async function withSources<T>(
  settings: Settings,
  folders: SourceFolders,
  use: (sources: Sources) => Promise<T>,
): Promise<T> {
  const sources = new Sources(settings, folders);
  try {
    return await use(sources);
  } finally {
    await sources.close();
  }
}

/** The graph is opened when it is first needed. */
export class Sources {
  private opening: Promise<Graph> | undefined;
  private readonly hasGraph: boolean;

  constructor(
    private readonly settings: Settings,
    private readonly folders: SourceFolders,
  ) {
    this.hasGraph = graphIsThere(settings);
  }

  /** The entities, claims and observations, each with its place. */
  async records(): Promise<LocatedDataset> {
    return this.readsGraph ? graphRecords(await this.graph()) : readLocatedDataset(this.files());
  }

  async entity(id: string): Promise<EntityRecord | undefined> {
    if (!this.readsGraph) return readLocatedDataset(this.files()).entities.get(id);
    return (await storedEntities(readerOf(await this.graph()), [id])).get(id);
  }

  /** The sentences that the import files explain, those of the built-in data for a graph. */
  uncovered({ entities }: LocatedDataset): Located<Uncovered>[] {
    const entries = readUncovered(this.files());
    return this.readsGraph ? entries.filter(({ item }) => entities.has(item.document)) : entries;
  }

  private files(): ImportFile[] {
    const { data = builtInFolder } = this.folders;
    const files = importFiles(existingFolder(data));
    if (files.length === 0) throw new SettingsError(`The folder ${data} has no import files (*.yaml, *.csv).`);
    return files;
  }

  /** Those of the archive, and those of the graph that it lacks. */
  texts(): Texts {
    const { archive = this.settings.archive } = this.folders;
    if (archive === undefined && !this.hasGraph)
      throw new SettingsError('The folder of the source texts is missing: pass --archive FOLDER, or set POLICYGRAPH_ARCHIVE.');
    const archived = new Archive(archive === undefined ? undefined : existingFolder(archive));
    if (!this.hasGraph) return archived;
    return bothTexts(archived, keptTexts({ read: async (...read) => (await this.graph()).read(...read) }, true));
  }

  async close(): Promise<void> {
    await (await this.opening)?.close();
  }

  private get readsGraph(): boolean {
    return this.folders.data === undefined && this.hasGraph;
  }

  private graph(): Promise<Graph> {
    return (this.opening ??= openGraph(this.settings));
  }
}
