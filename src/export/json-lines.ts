/** The record as JSON Lines: what `src/import/json-lines.ts` reads back, byte for byte the same when it is written again. */
import { rawEntity } from '../changesets/raw-entity.js';
import { flatEvidence } from '../graph/stored/fields.js';
import type { EntityRecord, ObservationRecord, Redirect } from '../graph/stored/record-types.js';
import { givenFields, claimFields } from '../model/model.js';
import type { ExportedClaim, GraphReader } from './graph-reader.js';

/** Entities, then ids that lead to them, then observations, then claims, each by id: a line refers only to earlier lines. */
export async function* jsonLines(graph: GraphReader): AsyncGenerator<string> {
  for await (const page of graph.entities()) yield lines(page, entityLine);
  for await (const page of graph.redirects()) yield lines(page, redirectLine);
  for await (const page of graph.observations()) yield lines(page, observationLine);
  for await (const page of graph.claims()) yield lines(page, claimLine);
}

const lines = <T>(page: readonly T[], line: (record: T) => object): string =>
  page.map((record) => `${JSON.stringify(line(record))}\n`).join('');

/** Without what rests on claims: they are on lines of their own. */
function entityLine(entity: EntityRecord): object {
  const { id, names, description, codes, identifiers, ...own } = rawEntity(entity);
  return { type: 'entity', id, ...own, names, description, codes, identifiers };
}

const redirectLine = ({ id, into }: Redirect): object => ({ type: 'redirect', id, into });

const observationLine = (observation: ObservationRecord): object => ({ type: 'observation', ...observation });

/** Attributes come where a relation has them in place of a value. */
const claimNames = givenFields(claimFields).flatMap(([name]) => (name === 'value' ? [name, 'attributes'] : [name]));

const claimLine = (claim: ExportedClaim): object => ({ type: 'claim', ...plainClaim(claim) });

/** What a claim says, and its evidence. */
export function plainClaim(claim: ExportedClaim): object {
  const values = claim as unknown as Readonly<Record<string, unknown>>;
  const says = Object.fromEntries(claimNames.map((name) => [name, values[name]]));
  return { id: claim.id, ...says, evidence: claim.evidence.map(flatEvidence) };
}
