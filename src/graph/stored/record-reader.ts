/** Reads the record back out of the store, whole: for updates and for the check. */
import { daysOf } from '../time/certainty.js';
import {
  beginPredicates,
  claimFields,
  observationFields,
  relations,
  type EvidenceSupport,
  type RelationType,
} from '../../model/model.js';
import type { Graph } from '../port.js';
import { nameOf, query } from '../query.js';
import { fieldReader } from './fields.js';
import type { ClaimRecord, ObservationRecord, RelationRecord } from './record-types.js';

type Properties = Readonly<Record<string, unknown>>;
interface LiveClaimRow {
  readonly claim: Properties & { readonly id: string };
  readonly origin: string;
  readonly documents: readonly DocumentRow[];
}

/** A document that a claim rests on, with the dates that it has and what the claim takes from it. */
export interface DocumentRow {
  readonly id: string;
  readonly citedOn?: string | null;
  readonly publishedOn?: string | null;
  readonly writtenOn?: string | null;
  readonly supports?: EvidenceSupport | null;
}

/** The day on which a document speaks: that of the source it names, else that of its publication, else what its own text shows. */
export const dayOf = ({ citedOn, publishedOn, writtenOn }: Omit<DocumentRow, 'id'>): string | undefined =>
  citedOn ?? publishedOn ?? writtenOn ?? undefined;

/** Ids from one, which is of the range, until another, which is not. */
type IdRange = {
  readonly from: string;
  readonly until: string;
};

/** All ids: each begins with a small letter. */
const everyId: IdRange = { from: '', until: '~' };

const liveClaims = query<{ after: string; limit: number } & IdRange, LiveClaimRow>('claim/live');

/** A relation as stored. */
export interface StoredRelationRow {
  readonly source: string;
  readonly sourceLabels: readonly string[];
  readonly target: string;
  readonly targetLabels: readonly string[];
  readonly relation: Properties;
}

const page = 20_000;

export interface LiveClaim extends ClaimRecord {
  /** The origin of the changeset that recorded it. */
  readonly origin: string;
}

const claimsOfFacts = query<
  { rows: readonly { readonly subject: string; readonly predicates: readonly string[] }[] },
  Omit<LiveClaimRow, 'origin'>,
  'label'
>('claim/of-facts');

/** The live claims of when these entities began. */
export async function readBegins(graph: Pick<Graph, 'read'>, ids: Iterable<string>): Promise<ClaimRecord[]> {
  const rows = [...new Set(ids)].map((subject) => ({ subject, predicates: beginPredicates(subject) }));
  const asked = rows.filter(({ predicates }) => predicates.length > 0);
  const found = asked.length === 0 ? [] : await graph.read(claimsOfFacts({ rows: asked }, { label: nameOf('Entity') }));
  return found.map(({ claim, documents }) => claimRecordOf(claim, documents));
}

/** Every claim of a range of subjects that is neither retracted nor superseded. Of its evidence only the documents are read. */
export async function readLiveClaims(graph: Graph, range: IdRange = everyId): Promise<LiveClaim[]> {
  const claims: LiveClaim[] = [];
  for (let after = ''; ; after = claims.at(-1)?.id ?? '') {
    const rows = await graph.read(liveClaims({ after, limit: page, ...range }));
    claims.push(...rows.map(({ claim, origin, documents }) => ({ ...claimRecordOf(claim, documents), origin })));
    if (rows.length < page) return claims;
  }
}

export function relationRecordOf(
  type: RelationType,
  { source, target, relation }: Pick<StoredRelationRow, 'source' | 'target' | 'relation'>,
): RelationRecord {
  return {
    id: relation['id'] as string,
    type,
    from: source,
    to: target,
    attributes: attributesOf(type, relation),
    validFrom: text(relation['from']),
    validUntil: text(relation['until']),
    days: daysOf(relation),
    claimIds: relation['claimIds'] as string[],
  };
}

const claimValues = fieldReader(claimFields);
const observationValues = fieldReader(observationFields);

/** A claim as stored. Of its evidence only the documents and their days are loaded. */
export function claimRecordOf(claim: Properties, documents: readonly DocumentRow[]): ClaimRecord {
  return {
    ...(claimValues(claim) as unknown as Omit<ClaimRecord, 'id' | 'attributes' | 'evidence'>),
    id: claim['id'] as string,
    repeats: text(claim['repeats']),
    attributes: attributesOf(claim['predicate'] as string, claim),
    evidence: documents.map((document) => ({
      document: document.id,
      statedOn: dayOf(document),
      supports: document.supports ?? undefined,
      summary: '',
    })),
  };
}

/** An observation as stored. */
export const observationRecordOf = (node: Properties): ObservationRecord =>
  ({ id: node['id'], ...observationValues(node) }) as unknown as ObservationRecord;

function attributesOf(predicate: string, properties: Properties): Record<string, string | number> {
  const names = Object.keys((relations as Record<string, { attributes: object }>)[predicate]?.attributes ?? {});
  return Object.fromEntries(
    names.filter((name) => properties[name] != null).map((name) => [name, properties[name] as string | number]),
  );
}

const text = (value: unknown): string | undefined => (value == null ? undefined : (value as string));
