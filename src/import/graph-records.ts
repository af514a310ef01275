/** What a graph records, in the form that import files are read to. */
import type { RequestedClaim } from '../changesets/claims.js';
import type { Located } from '../changesets/problem.js';
import { GraphReader, type ExportedClaim } from '../export/graph-reader.js';
import type { ReadableGraph } from '../graph/port.js';
import type { Pages } from '../graph/stored/ids.js';
import type { LocatedDataset } from './dataset.js';

/** All entities, live claims and observations of a graph, in memory; the place of each is its id. */
export async function graphRecords(graph: ReadableGraph): Promise<LocatedDataset> {
  const reader = new GraphReader(graph);
  const entities = await allOf(reader.entities());
  const [claims, observations] = [await allOf(reader.claims()), await allOf(reader.observations())];
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    claims: claims.map((claim) => located(claim.id, requested(claim))),
    observations: observations.map((observation) => located(observation.id, observation)),
  };
}

async function allOf<T>(pages: Pages<T>): Promise<T[]> {
  const records: T[] = [];
  for await (const page of pages) records.push(...page);
  return records;
}

function requested({ id: _, recordedAt: __, recordedIn: ___, ...claim }: ExportedClaim): RequestedClaim {
  return { ...claim, isRecord: true };
}

function located<T>(id: string, item: T): Located<T> {
  return { item, problem: (at, message) => ({ file: id, field: at.join('.'), value: undefined, message }) };
}
