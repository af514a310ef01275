/** Keeps the data that the service brings in the graph, and up to date. */
import { fileURLToPath } from 'node:url';
import type { ChangeRequest } from '../changesets/change-request.js';
import { rawEntity } from '../changesets/raw-entity.js';
import type { Located } from '../changesets/problem.js';
import type { Entry } from '../changesets/report.js';
import { dataVersion as storedVersion } from '../graph/data-version.js';
import { readerOf, type Graph } from '../graph/port.js';
import { readLiveClaims } from '../graph/stored/record-reader.js';
import type { Dataset } from '../graph/stored/record-types.js';
import { importFiles, versionOf } from './files.js';
import { root } from '../root.js';

export const builtInFolder = fileURLToPath(new URL('data/', root));

/** What a load found and did. */
export interface LoadReport {
  readonly outcome: 'loaded' | 'updated' | 'current';
  readonly dataVersion: string;
  readonly entities: number;
  readonly addedClaims: number;
  readonly retractedClaims: number;
  readonly relations: number;
}

/**
 * Loads the built-in data into a graph that has none, or brings an older version of it up to date: claims that are new are recorded,
 * claims that are gone are retracted, and what others wrote stays. Told each step by `progress`.
 */
export async function loadBuiltIn(
  graph: Graph,
  progress: (step: string) => void,
  folder: string = builtInFolder,
): Promise<LoadReport> {
  const files = importFiles(folder);
  const dataVersion = versionOf(files);
  const current: LoadReport = { outcome: 'current', dataVersion, entities: 0, addedClaims: 0, retractedClaims: 0, relations: 0 };
  const stored = await storedVersion(readerOf(graph));
  if (stored === dataVersion) return current;

  progress('reading the built-in data');
  const { readDataset } = await import('./dataset.js'); // its parsers take time and memory that most starts do not need
  const dataset = readDataset(files);
  const gone = stored === undefined ? [] : await goneFrom(dataset, graph);
  progress(
    `${stored === undefined ? 'writing' : 'updating'} ${dataset.entities.length.toLocaleString('en')} entities and ${dataset.claims.length.toLocaleString('en')} claims`,
  );
  const { applyChangeset } = await import('../changesets/apply.js');
  const { outcome, entries } = await applyChangeset(graph, draftOf(dataset, gone, dataVersion));
  if (outcome === 'UNCHANGED') return current; // another service that started with this one was faster
  const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;
  return {
    outcome: stored === undefined ? 'loaded' : 'updated',
    dataVersion,
    entities: dataset.entities.length,
    addedClaims: count('CLAIM_ASSERTED'),
    retractedClaims: count('CLAIM_RETRACTED'),
    relations: count('RELATION_ADDED'),
  };
}

/** The live claims of an earlier version of the data that this one no longer makes. */
async function goneFrom({ claims }: Dataset, graph: Graph): Promise<string[]> {
  const wanted = new Set(claims.map(({ id }) => id));
  const live = await readLiveClaims(graph);
  return live.filter(({ id, repeats = id, origin }) => origin === 'built-in' && !wanted.has(repeats)).map(({ id }) => id);
}

function draftOf({ entities, claims, observations }: Dataset, gone: readonly string[], dataVersion: string): ChangeRequest {
  return {
    id: `changeset:built-in-${dataVersion}-${new Date().toISOString()}`,
    author: 'PolicyGraph',
    reason: 'Built-in data',
    origin: 'built-in',
    dataVersion,
    entities: entities.map((entity) => checked(rawEntity(entity))),
    claims: claims.map(checked),
    observations: observations.map(checked),
    retractions: gone.map((claim) => checked({ claim })),
  };
}

/** What was read from the files has been held to all but the graph, and from there nothing can be wrong with it. */
function checked<T>(item: T): Located<T> {
  return { item, problem: (at, message) => ({ file: 'built-in data', value: at.join('.'), message }) };
}
