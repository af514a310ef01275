import type { Dataset, EntityRecord, ObservationRecord } from '../graph/stored/record-types.js';
import { checkClaim, checkCycles, checkObservation } from '../changesets/checks.js';
import { mergedClaims, readClaims, type RequestedClaim } from '../changesets/claims.js';
import { readEntities, readEntity, type RawEntity } from '../changesets/entities.js';
import type { ImportFile } from './files.js';
import { InvalidInput, type Located, type Problem } from '../changesets/problem.js';
import { isMapping, tableRecords } from './mapped-tables.js';
import { uncoveredFile } from './uncovered.js';
import { parseYaml } from './yaml.js';

/** The contents of a folder's files, each item with its place. */
export interface LocatedDataset {
  /** By id. */
  readonly entities: ReadonlyMap<string, EntityRecord>;
  /** Also those that say the same as another. */
  readonly claims: readonly Located<RequestedClaim>[];
  readonly observations: readonly Located<ObservationRecord>[];
}

/**
 * The data set that a folder's files make. Throws an InvalidInput that lists everything wrong with the files,
 * or, when each is right in itself, with what they say of each other.
 */
export function readDataset(files: readonly ImportFile[]): Dataset {
  const { entities, claims, observations } = readLocatedDataset(files);
  return {
    entities: [...entities.values()],
    claims: mergedClaims(claims),
    observations: [...new Map(observations.map(({ item }) => [item.id, item])).values()],
  };
}

/** The same before claims are merged, for callers that report places in files. Throws the same InvalidInput. */
export function readLocatedDataset(files: readonly ImportFile[]): LocatedDataset {
  const problems: Problem[] = [];
  const dataset = readFiles(files, problems);
  if (problems.length > 0) throw new InvalidInput(problems); // what refers to something wrong would only repeat it
  const known = { entities: dataset.entities, observations: new Set(dataset.observations.map(({ item }) => item.id)) };
  problems.push(
    ...dataset.claims.flatMap((claim) => checkClaim(claim, known)),
    ...dataset.observations.flatMap((observation) => checkObservation(observation, known)),
    ...checkCycles(dataset.claims),
  );
  if (problems.length > 0) throw new InvalidInput(problems);
  return dataset;
}

function readFiles(files: readonly ImportFile[], problems: Problem[]): LocatedDataset {
  const yaml = files
    .filter(({ path }) => path.endsWith('.yaml') && path !== uncoveredFile && !isMapping(path))
    .flatMap((file) => parseYaml(file, problems) ?? []);
  const rows = tableRecords(files, problems);
  const lists = yaml.filter(({ item }) => Array.isArray(item)).flatMap((file) => readEntities(file, problems));
  const mapped = rows.flatMap((row) => row.entities.flatMap((entity) => readEntity(entity as Located<RawEntity>, problems)));
  const claimFiles = yaml.filter(({ item }) => !Array.isArray(item)).map((file) => readClaims(file, problems));
  return {
    entities: unique([...lists, ...mapped], problems),
    claims: [...claimFiles, ...rows].flatMap((file) => file.claims),
    observations: [...claimFiles, ...rows].flatMap((file) => file.observations),
  };
}

function unique(entities: readonly Located<EntityRecord>[], problems: Problem[]): Map<string, EntityRecord> {
  const byId = new Map<string, Located<EntityRecord>>();
  for (const entity of entities) {
    const first = byId.get(entity.item.id)?.problem(['id'], '');
    if (first !== undefined)
      problems.push(
        entity.problem(['id'], `is the id of another entity already, at ${first.file}:${first.line}:${first.column}`),
      );
    else byId.set(entity.item.id, entity);
  }
  return new Map([...byId].map(([id, { item }]) => [id, item]));
}
