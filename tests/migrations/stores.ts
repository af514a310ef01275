/** What stores of earlier programs held: tests/migrations/make-store.ts made them, by those programs' own code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
import { modelVersion } from '../../src/graph/model-version.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { dumpOf, type Dump } from './dump.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What the stores were made of: a load, and a later one. */
export const dataFolders = [`${here}data/first`, `${here}data/second`];

export interface EarlierStore {
  readonly name: string;
  readonly version: number;
  /** The changesets, by number, that tell already what they changed. */
  readonly told: readonly string[];
  /** The store says its version; the first programs wrote none. */
  readonly isRecorded?: true;
}

/** Those that are made by two programs are of people who never started the one between. */
export const earlierStores: readonly EarlierStore[] = [
  { name: '1', version: 1, told: [] },
  { name: '1-then-2', version: 1, told: [] },
  { name: '2', version: 2, told: [] },
  { name: '2-then-3', version: 2, told: ['changeset:2'] },
  { name: '3', version: 3, told: ['changeset:1', 'changeset:2'], isRecorded: true },
  { name: '4', version: 4, told: ['changeset:1', 'changeset:2'], isRecorded: true },
  { name: '5', version: 5, told: ['changeset:1', 'changeset:2'], isRecorded: true },
  { name: '6', version: 6, told: ['changeset:1', 'changeset:2'], isRecorded: true },
];

export const storeNamed = (name: string): Dump => JSON.parse(readFileSync(`${here}stores/${name}.json`, 'utf8')) as Dump;

/** Puts the file of an earlier program into a folder. */
export function putFile(name: string, folder: string): void {
  writeFileSync(join(folder, graphFile), gunzipSync(readFileSync(`${here}stores/${name}.grafeo.gz`)));
}

/** What the current code makes of the data that the stores were made of. */
export async function madeToday(): Promise<Dump> {
  const graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  for (const folder of dataFolders) await loadBuiltIn(graph, () => undefined, folder);
  const dump = await dumpOf(graph);
  await graph.close();
  return dump;
}

export const statement = <Row>(text: string, parameters: Readonly<Record<string, unknown>> = {}): Statement<Row> => ({
  name: 'test',
  text,
  parameters,
});

/** Makes a store claim another version. */
export const say = (graph: Graph, version: number): Promise<void> =>
  graph.write([statement("MERGE (store:Store {id: 'store'}) SET store.modelVersion = $version", { version })]);

export const newerVersion = modelVersion + 1;
