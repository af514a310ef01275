/** One JSON document, for programs that read a file at once: `{ "entities": […], "redirects": […], "relations": […], … }`. */
import type { EntityRecord, RelationRecord } from '../graph/stored/record-types.js';
import { shownName } from '../graph/stored/storage.js';
import type { ExportedClaim, GraphReader } from './graph-reader.js';
import { plainClaim } from './json-lines.js';

export async function* json(graph: GraphReader): AsyncGenerator<string> {
  yield '{';
  yield* member('entities', graph.entities(), entityOf);
  yield ',';
  yield* member('redirects', graph.redirects(), (redirect) => redirect);
  yield ',';
  yield* member('relations', graph.relations(), relationOf);
  yield ',';
  yield* member('observations', graph.observations(), (observation) => observation);
  yield ',';
  yield* member('claims', graph.claims(), claimOf);
  yield '}\n';
}

/** A list, each record on a line. */
async function* member<T>(name: string, pages: AsyncIterable<readonly T[]>, of: (record: T) => object): AsyncGenerator<string> {
  yield `\n${JSON.stringify(name)}: [`;
  let separator = '\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield separator + page.map((record) => JSON.stringify(of(record))).join(',\n');
    separator = ',\n';
  }
  yield '\n]';
}

const entityOf = ({ id, label, names, description, codes, identifiers, properties }: EntityRecord): object => ({
  id,
  type: label,
  name: shownName(names).value,
  names,
  description,
  codes,
  identifiers,
  ...properties,
});

const relationOf = ({ id, type, from, to, attributes, validFrom, validUntil, days, claimIds }: RelationRecord): object => ({
  id,
  type,
  from,
  to,
  ...attributes,
  validFrom,
  validUntil,
  firstStatedOn: days.firstStatedOn,
  lastStatedOn: days.lastStatedOn,
  claims: claimIds,
});

const claimOf = (claim: ExportedClaim): object => ({
  ...plainClaim(claim),
  recordedAt: claim.recordedAt,
  recordedIn: claim.recordedIn,
});
