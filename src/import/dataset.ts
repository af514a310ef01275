import { groupBy } from '../graph/group-by.js';
import type { ClaimRecord, Dataset, EntityRecord } from '../graph/records.js';
import { checkClaim, checkCycles, checkObservation } from './checks.js';
import { readClaims, type ClaimDraft, type Located } from './claims.js';
import { readEntities } from './entities.js';
import type { ImportFile } from './files.js';
import { assertion, claimId } from './ids.js';
import { ImportError, type Problem } from './problem.js';
import { readTables } from './tables.js';
import { parseYaml } from './yaml.js';

/** Files that say something about the data set and are no part of it. */
const about = new Set(['uncovered.yaml']);

/** The data set that a folder's files make. Throws an ImportError that lists everything wrong with it. */
export function readDataset(files: readonly ImportFile[]): Dataset {
  const problems: Problem[] = [];
  const yaml = files.filter(({ path }) => path.endsWith('.yaml') && !about.has(path)).flatMap((file) => parseYaml(file, problems) ?? []);
  const tables = yaml.filter(({ path }) => path === 'tables.yaml').flatMap((list) => readTables(list, new Map(files.map((file) => [file.path, file])), problems));
  const lists = yaml.filter(({ path, value }) => path !== 'tables.yaml' && Array.isArray(value));
  const claimFiles = yaml.filter(({ value }) => !Array.isArray(value)).map((file) => readClaims(file, problems));

  const entities = unique([...lists.flatMap((file) => readEntities(file, problems)), ...tables.flatMap((table) => table.entities)], problems);
  const claims = [...claimFiles.flatMap((file) => file.claims), ...tables.flatMap((table) => table.claims)];
  const observations = claimFiles.flatMap((file) => file.observations);
  const known = { entities, observations: new Set(observations.map(({ item }) => item.id)) };

  problems.push(...claims.flatMap((claim) => checkClaim(claim, known)), ...observations.flatMap((observation) => checkObservation(observation, known)), ...checkCycles(claims));
  if (problems.length > 0) throw new ImportError(problems);
  return { entities: [...entities.values()], claims: merged(claims), observations: [...new Map(observations.map(({ item }) => [item.id, item])).values()] };
}

function unique(entities: readonly EntityRecord[], problems: Problem[]): Map<string, EntityRecord> {
  const byId = new Map<string, EntityRecord>();
  for (const entity of entities) {
    if (byId.has(entity.id)) problems.push({ file: 'data', line: 1, column: 1, value: entity.id, message: 'is the id of two entities' });
    byId.set(entity.id, entity);
  }
  return byId;
}

/** One claim that two files make is one claim with the evidence of both. */
function merged(drafts: readonly Located<ClaimDraft>[]): ClaimRecord[] {
  const same = groupBy(drafts.map(({ item }) => item), assertion);
  return [...same.values()].map((claims) => {
    const claim = { ...(claims[0] as ClaimDraft), evidence: claims.flatMap(({ evidence }) => evidence) };
    return { ...claim, id: claimId(claim) };
  });
}
