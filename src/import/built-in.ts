/** Keeps the data that the service brings in the graph, and up to date. */
import { fileURLToPath } from 'node:url';
import { statementsOf, type Change, type Changeset } from '../graph/changeset.js';
import { dataVersion as storedVersion } from '../graph/data-version.js';
import { propertiesOf, relationsOf } from '../graph/derive.js';
import { groupBy } from '../graph/group-by.js';
import type { Graph } from '../graph/port.js';
import { readLiveClaims, readRelations, type LiveClaim } from '../graph/record-reader.js';
import type { ClaimRecord, Dataset, EntityRecord, RelationRecord } from '../graph/records.js';
import { importFiles, versionOf } from './files.js';

export const builtInFolder = fileURLToPath(new URL('../../data/', import.meta.url));

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
  const stored = await storedVersion(graph);
  if (stored === dataVersion)
    return { outcome: 'current', dataVersion, entities: 0, addedClaims: 0, retractedClaims: 0, relations: 0 };

  progress('reading the built-in data');
  const { readDataset } = await import('./dataset.js'); // its parsers take time and memory that most starts do not need
  const dataset = readDataset(files);
  const known =
    stored === undefined
      ? { claims: [], relations: [] }
      : { claims: await readLiveClaims(graph), relations: await readRelations(graph) };
  const change = changeTo(dataset, known.claims, known.relations, changesetFor(dataVersion));
  progress(
    `${stored === undefined ? 'writing' : 'updating'} ${change.entities.length.toLocaleString('en')} entities and ${change.claims.length.toLocaleString('en')} claims`,
  );
  await graph.write(statementsOf(change));
  return {
    outcome: stored === undefined ? 'loaded' : 'updated',
    dataVersion,
    entities: change.entities.length,
    addedClaims: change.claims.length,
    retractedClaims: change.retractedClaims.length,
    relations: change.addedRelations.length,
  };
}

function changesetFor(dataVersion: string): Changeset {
  const recordedAt = new Date().toISOString();
  return {
    id: `changeset:built-in-${dataVersion}-${recordedAt}`,
    author: 'PolicyGraph',
    reason: 'Built-in data',
    origin: 'built-in',
    recordedAt,
    dataVersion,
  };
}

function changeTo(
  dataset: Dataset,
  liveClaims: readonly LiveClaim[],
  relations: readonly RelationRecord[],
  changeset: Changeset,
): Change {
  const wanted = new Set(dataset.claims.map(({ id }) => id));
  const live = new Set(liveClaims.map(({ id }) => id));
  const gone = new Set(liveClaims.filter(({ id, origin }) => origin === 'built-in' && !wanted.has(id)).map(({ id }) => id));
  const added = dataset.claims.filter(({ id }) => !live.has(id));
  const claims: ClaimRecord[] = [...liveClaims.filter(({ id }) => !gone.has(id)), ...added];
  const observed = new Set(added.map(({ subject }) => subject));
  return {
    changeset,
    entities: withClaimedProperties(dataset.entities, claims),
    claims: added,
    observations: dataset.observations.filter(({ id }) => observed.has(id)),
    retractedClaims: [...gone],
    ...relationChanges(relationsOf(claims), relations),
  };
}

function withClaimedProperties(entities: readonly EntityRecord[], claims: readonly ClaimRecord[]): EntityRecord[] {
  const bySubject = groupBy(claims, ({ subject }) => subject);
  return entities.map((entity) => ({
    ...entity,
    properties: { ...entity.properties, ...propertiesOf(entity.label, bySubject.get(entity.id) ?? []) },
  }));
}

/** A relation whose claims changed is taken away and made again. */
function relationChanges(
  wanted: readonly RelationRecord[],
  stored: readonly RelationRecord[],
): Pick<Change, 'addedRelations' | 'removedRelations'> {
  const signature = ({ id, claimIds }: RelationRecord) => `${id} ${claimIds.join(' ')}`;
  const wantedNow = new Set(wanted.map(signature));
  const storedNow = new Set(stored.map(signature));
  return {
    addedRelations: wanted.filter((relation) => !storedNow.has(signature(relation))),
    removedRelations: stored.filter((relation) => !wantedNow.has(signature(relation))),
  };
}
