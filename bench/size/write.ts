import { groupBy } from '../../src/graph/group-by.js';
import { modelVersion } from '../../src/graph/model-version.js';
import type { EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { BulkFiles } from './bulk-files.js';
import {
  agency,
  changeset,
  claimOf,
  document,
  documentOf,
  documents,
  policy,
  recordedAt,
  region,
  relationsOfPolicy,
  relationsOfRegion,
  sizesOf,
  storedEdge,
  storedNode,
} from './generated.js';

/** Entities of one page. */
const pageSize = 5_000;

/** Writes a graph of so many relations for Neo4j's bulk importer, as the service stores it. Gives the number of each kind of record. */
export function writeGraph(folder: string, relations: number): Readonly<Record<string, number>> {
  const sizes = sizesOf(relations);
  const files = new BulkFiles(folder);
  const written = new Writer(files);
  written.entities(documents, document, () => []);
  written.entities(sizes.regions, region, relationsOfRegion);
  written.entities(sizes.agencies, agency, () => []);
  written.entities(sizes.policies, policy, (number) => relationsOfPolicy(number, sizes));
  files.nodes('changesets', [{ labels: ['Changeset'], properties: opened }]);
  files.nodes('store', [{ labels: ['Store'], properties: { id: 'store', sequence: 1, recordedAt, modelVersion } }]);
  files.nodes(
    'counts',
    Object.entries(written.counts).map(([name, total]) => ({ labels: ['Count'], properties: { id: `count:${name}`, total } })),
  );
  files.close();
  return written.counts;
}

const opened = { id: changeset, author: 'bench', reason: 'generated', origin: 'bench', recordedAt, sequence: 1 };

/** Writes pages of entities with their relations and claims, and counts them. */
class Writer {
  readonly counts: Record<string, number> = { claims: 0, liveClaims: 0, relations: 0 };

  constructor(private readonly files: BulkFiles) {}

  entities(
    count: number,
    make: (number: number) => EntityRecord,
    relationsOf: (number: number) => readonly RelationRecord[],
  ): void {
    for (let from = 0; from < count; from += pageSize) {
      const numbers = Array.from({ length: Math.min(pageSize, count - from) }, (_, index) => from + index);
      this.page(numbers.map(make), numbers.flatMap(relationsOf));
    }
  }

  private page(entities: readonly EntityRecord[], relations: readonly RelationRecord[]): void {
    const [first] = entities;
    if (first === undefined) return;
    this.files.nodes(
      first.label,
      entities.map((each) => ({ labels: ['Entity', each.label], properties: storedNode(each) })),
    );
    this.files.edges(
      'CHANGED_IN',
      entities.map(({ id }) => ({ from: id, to: changeset, properties: { version: 1 } })),
    );
    for (const [type, group] of groupBy(relations, (relation) => relation.type))
      this.files.edges(
        type,
        group.map((each) => ({ from: each.from, to: each.to, properties: storedEdge(each) })),
      );
    this.claims(relations);
    this.add(first.label, entities.length);
    for (const name of ['claims', 'liveClaims', 'relations']) this.add(name, relations.length);
  }

  private claims(relations: readonly RelationRecord[]): void {
    const claims = relations.map((relation) => ({ ...claimOf(relation), relation, id: relation.claimIds[0] ?? '' }));
    const joins = (type: string, to: (relation: RelationRecord) => string) =>
      this.files.edges(
        type,
        claims.map(({ id, relation }) => ({ from: id, to: to(relation), properties: {} })),
      );
    for (const [type, group] of groupBy(claims, ({ relation }) => relation.type))
      this.files.nodes(
        `claims-${type}`,
        group.map(({ claim }) => ({ labels: ['Claim'], properties: claim })),
      );
    joins('SUBJECT', ({ from }) => from);
    joins('OBJECT', ({ to }) => to);
    joins('RECORDED_IN', () => changeset);
    const evidence = claims.map(({ id, relation, evidence: properties }) => ({ from: id, to: documentOf(relation), properties }));
    this.files.edges('EVIDENCED_BY', evidence);
  }

  private add(name: string, by: number): void {
    this.counts[name] = (this.counts[name] ?? 0) + by;
  }
}
