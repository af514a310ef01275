/** The graph as pages of records in the order of their ids, whatever its size: no more than a page of them is in memory. */
import { groupBy } from '../graph/group-by.js';
import { mergedInto } from '../graph/merged.js';
import { relationTypes, type RelationType } from '../model/model.js';
import type { ReadableGraph } from '../graph/port.js';
import { anyOf, cypher, query } from '../graph/query.js';
import { nestedEvidence } from '../graph/stored/fields.js';
import { claimRecordOf, observationRecordOf, relationRecordOf, type StoredRelationRow } from '../graph/stored/record-reader.js';
import type { ClaimRecord, EntityRecord, ObservationRecord, Redirect, RelationRecord } from '../graph/stored/record-types.js';
import type { ClaimRow, NodeRow, Properties } from '../graph/stored/rows.js';
import { entityRecordOf } from '../graph/stored/storage.js';
import { cachedDate } from '../graph/time/dates.js';
import type { Pages } from '../graph/stored/ids.js';
import { wholeGraph, type RecordIds } from './record-ids.js';

/** A live claim. Its id is the one that what it says gives, also where it was retracted once and made again. */
export interface ExportedClaim extends Omit<ClaimRecord, 'repeats'> {
  readonly recordedAt: string;
  /** The id of the changeset. */
  readonly recordedIn: string;
}

/** Who wrote, when and why. */
export interface ExportedChangeset {
  readonly id: string;
  readonly author: string;
  readonly reason: string;
  readonly origin: string;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly dataVersion?: string | null;
}

type Ids = { readonly ids: readonly string[] };
type EvidenceRow = { readonly claim: string; readonly evidence: Properties; readonly document: string };
type RelationRow = Pick<StoredRelationRow, 'source' | 'target' | 'relation'> & { readonly type: RelationType };

const changesetsById = query<Ids, { readonly changeset: ExportedChangeset }>('changeset/by-id');
const relationsFrom = query<Ids, RelationRow, 'types'>('export/relations');
const entitiesById = query<Ids, NodeRow>('entity/by-id');
const redirectsOf = query<Ids, Redirect>('export/redirects-of');
const observationsById = query<Ids, { node: Properties }>('observation/by-id');
const claimsById = query<Ids, ClaimRow>('claim/by-id');
const evidenceById = query<Ids, EvidenceRow, 'limit'>('claim/evidence');

export class GraphReader {
  /** `progress` gets the number of records read, after each page. `ids` selects them, and `asOf` the relations that may hold on a day. */
  constructor(
    private readonly graph: ReadableGraph,
    private readonly progress: (records: number) => void = () => undefined,
    private readonly ids: RecordIds = wholeGraph(graph),
    private readonly asOf?: string,
  ) {}

  private read = 0;

  async *entities(): Pages<EntityRecord> {
    for await (const ids of this.ids.entities()) {
      const rows = await this.graph.read(entitiesById({ ids: ids.map(({ id }) => id) }));
      yield this.counted(inOrder(ids, rows.map(entityRecordOf)));
    }
  }

  /** Ids of entities that were merged, each with the one that it leads to in the end. */
  async *redirects(): Pages<Redirect> {
    for await (const ids of this.ids.redirects()) {
      const into = await mergedInto(
        (statement) => this.graph.read(statement),
        ids.map(({ id }) => id),
      );
      yield this.counted(ids.flatMap(({ id }) => redirectOf(id, into.get(id))));
    }
  }

  /** The ids that lead to these entities, in order, by the entity's id. */
  async formerIds(entities: readonly EntityRecord[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.graph.read(redirectsOf({ ids: entities.map(({ id }) => id) }));
    const groups = groupBy([...rows].sort(byId), ({ into }) => into);
    return new Map([...groups].map(([into, group]) => [into, group.map(({ id }) => id)]));
  }

  async *observations(): Pages<ObservationRecord> {
    for await (const ids of this.ids.observations()) {
      const rows = await this.graph.read(observationsById({ ids: ids.map(({ id }) => id) }));
      yield this.counted(
        inOrder(
          ids,
          rows.map(({ node }) => observationRecordOf(node)),
        ),
      );
    }
  }

  async *claims(): Pages<ExportedClaim> {
    for await (const page of this.ids.claims()) {
      const ids = page.map(({ stored }) => stored);
      const [rows, evidence] = await Promise.all([
        this.graph.read(claimsById({ ids })),
        this.graph.read(evidenceById({ ids }, { limit: cypher`` })),
      ]);
      const evidenceOfClaims = groupBy(evidence, ({ claim }) => claim);
      const claims = rows.map((row) => exportedClaim(row, evidenceOfClaims.get(row.claim['id'] as string) ?? []));
      yield this.counted(inOrder(page, claims));
    }
  }

  /** By the id of where they lead from, then by their own. */
  async *relations(): Pages<RelationRecord> {
    for await (const page of this.ids.entities()) {
      const ids = page.map(({ id }) => id).filter(this.ids.isRelated);
      const rows = await this.graph.read(relationsFrom({ ids }, { types: anyOf(relationTypes) }));
      const among = rows.filter(({ target }) => this.ids.isRelated(target)).map((row) => relationRecordOf(row.type, row));
      const relations = groupBy(
        among.filter((relation) => this.asOf === undefined || mayHoldOn(relation, this.asOf)),
        ({ from }) => from,
      );
      yield this.counted(ids.flatMap((id) => (relations.get(id) ?? []).sort(byId)));
    }
  }

  async *changesets(): Pages<ExportedChangeset> {
    for await (const page of this.ids.changesets()) {
      const rows = await this.graph.read(changesetsById({ ids: page.map(({ id }) => id) }));
      yield this.counted(
        inOrder(
          page,
          rows.map(({ changeset }) => changeset),
        ),
      );
    }
  }

  /** The names to show of the entities with these ids. */
  async names(ids: Iterable<string | undefined>): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)].filter((id) => id !== undefined);
    const rows = await this.graph.read(entitiesById({ ids: wanted }));
    return new Map(rows.map(({ node }) => [node['id'] as string, node['name'] as string]));
  }

  private counted<T>(records: readonly T[]): readonly T[] {
    this.progress((this.read += records.length));
    return records;
  }
}

/** Whether some reading of a relation's dates includes a day, as `{{holds relation}}` does in statements. */
function mayHoldOn({ validUntil, days: { possibleFrom = '' } }: RelationRecord, day: string): boolean {
  const latest = validUntil === undefined ? undefined : cachedDate(validUntil).latest;
  return possibleFrom <= day && (latest === undefined || day <= latest);
}

/** What a statement gives in any order, in that of the ids that it was asked for. */
function inOrder<T extends { readonly id: string }>(ids: readonly { readonly id: string }[], records: readonly T[]): T[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map(({ id }) => byId.get(id)).filter((record) => record !== undefined);
}

const redirectOf = (id: string, into: string | undefined): Redirect[] => (into === undefined ? [] : [{ id, into }]);

function exportedClaim({ claim, attributedTo, recordedIn }: ClaimRow, evidence: readonly EvidenceRow[]): ExportedClaim {
  const { repeats, ...record } = claimRecordOf(claim, []);
  const inPlace = [...evidence].sort((a, b) => Number(a.evidence['position']) - Number(b.evidence['position']));
  return {
    ...record,
    id: repeats ?? record.id,
    attributedTo: [...attributedTo].sort(),
    evidence: inPlace.map(({ evidence: stored, document }) => nestedEvidence({ ...stored, document })),
    recordedAt: claim['recordedAt'] as string,
    recordedIn,
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
