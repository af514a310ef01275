import { groupBy } from '../../src/graph/group-by.js';
import { differingAmong } from '../../src/graph/inference/check-kept.js';
import { propertiesOf, relationsOf } from '../../src/graph/inference/derive.js';
import { modelVersion } from '../../src/graph/model-version.js';
import type { ClaimRecord, EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { storedClaim, storedEntity, storedEvidence, storedRelation, tokensOf } from '../../src/graph/stored/storage.js';
import { BulkFiles, writeArguments } from './bulk-files.js';
import { agency, document, documents, policy, region, sizesOf, type Generated } from './generated.js';

/** Entities of one page, which is a changeset. */
const pageSize = 1_000;
const recordedAt = '2025-01-01T00:00:00.000Z';

export type Totals = Readonly<Record<string, number>>;

/** Writes one of several parts of a graph of so many relations for Neo4j's bulk importer, as the service stores it. Gives the number of each kind of record. */
export function writePart(folder: string, relations: number, part: number, parts: number): Totals {
  const files = new BulkFiles(folder, part);
  const writer = new Writer(files);
  for (const [index, { make, from, count }] of pagesOf(relations).entries())
    if (index % parts === part)
      writer.page(
        Array.from({ length: count }, (_, number) => make(from + number)),
        index + 1,
      );
  files.close();
  return writer.counts;
}

/** Writes what a graph has once: the counts, and how far its log goes. */
export function writeStore(folder: string, relations: number, totals: Totals): void {
  const files = new BulkFiles(folder, 'all');
  const sequence = pagesOf(relations).length;
  files.nodes('store', [{ labels: ['Store'], properties: { id: 'store', sequence, recordedAt, modelVersion } }]);
  const counts = Object.entries(totals).map(([name, total]) => ({
    labels: ['Count'],
    properties: { id: `count:${name}`, total },
  }));
  files.nodes('counts', counts);
  files.close();
  writeArguments(folder);
}

interface Page {
  readonly make: (number: number) => Generated;
  readonly from: number;
  readonly count: number;
}

function pagesOf(relations: number): Page[] {
  const sizes = sizesOf(relations);
  const pages = (total: number, make: Page['make']): Page[] =>
    Array.from({ length: Math.ceil(total / pageSize) }, (_, index) => {
      const from = index * pageSize;
      return { make, from, count: Math.min(pageSize, total - from) };
    });
  return [
    ...pages(documents, document),
    ...pages(sizes.regions, region),
    ...pages(sizes.agencies, agency),
    ...pages(sizes.policies, (number) => policy(number, sizes)),
  ];
}

/** Writes pages of entities with their claims, and what the service derives from these. */
class Writer {
  readonly counts: Record<string, number> = { claims: 0, liveClaims: 0, relations: 0 };

  constructor(private readonly files: BulkFiles) {}

  page(generated: readonly Generated[], sequence: number): void {
    const changeset = this.changeset(sequence);
    const claims = generated.flatMap((each) => each.claims);
    this.nodes(generated, changeset);
    this.claims(claims, changeset);
    this.relations(relationsOf(claims));
  }

  /** Without its part of the log of changes: nothing that is timed reads it. */
  private changeset(sequence: number): string {
    const id = `changeset:generated-${sequence}`;
    const properties = { id, author: 'bench', reason: 'generated', origin: 'bench', recordedAt, sequence };
    this.files.nodes('changesets', [{ labels: ['Changeset'], properties }]);
    return id;
  }

  private nodes(generated: readonly Generated[], changeset: string): void {
    for (const [label, group] of groupBy(generated, ({ entity }) => entity.label)) {
      const records = group.map(({ entity, claims }): EntityRecord => ({
        ...entity,
        properties: { ...entity.properties, ...propertiesOf(label, claims) },
      }));
      const stored = (each: EntityRecord) => ({ ...storedEntity(each), ...tokensOf(each), recordedAt });
      const nodes = records.map((each) => ({ labels: ['Entity', label], properties: stored(each) }));
      this.files.nodes(label, nodes);
      this.add(label, group.length);
    }
    const changed = generated.map(({ entity }) => ({ from: entity.id, to: changeset, properties: { version: 1 } }));
    this.files.edges('CHANGED_IN', changed);
  }

  private claims(claims: readonly ClaimRecord[], changeset: string): void {
    const differing = new Set(differingAmong(claims));
    for (const [predicate, group] of groupBy(claims, (claim) => claim.predicate)) {
      const nodes = group.map((claim) => ({
        labels: differing.has(claim.id) ? ['Claim', 'DifferingClaim'] : ['Claim'],
        properties: storedClaim(claim, recordedAt),
      }));
      this.files.nodes(`claims-${predicate}`, nodes);
    }
    const joins = (type: string, to: (claim: ClaimRecord) => string | undefined) =>
      this.files.edges(
        type,
        claims.flatMap((claim) => ends(claim.id, to(claim))),
      );
    joins('SUBJECT', ({ subject }) => subject);
    joins('OBJECT', ({ object }) => object);
    joins('RECORDED_IN', () => changeset);
    const evidence = claims.flatMap(({ id, evidence: all }) =>
      all.map((each, position) => ({ from: id, to: each.document, properties: storedEvidence(each, position) })),
    );
    this.files.edges('EVIDENCED_BY', evidence);
    this.add('claims', claims.length);
    this.add('liveClaims', claims.length);
  }

  private relations(relations: readonly RelationRecord[]): void {
    for (const [type, group] of groupBy(relations, (relation) => relation.type)) {
      const edges = group.map((each) => ({
        from: each.from,
        to: each.to,
        properties: { ...storedRelation(each), knownFrom: recordedAt },
      }));
      this.files.edges(type, edges);
    }
    this.add('relations', relations.length);
  }

  private add(name: string, by: number): void {
    this.counts[name] = (this.counts[name] ?? 0) + by;
  }
}

const ends = (from: string, to: string | undefined) => (to === undefined ? [] : [{ from, to, properties: {} }]);
