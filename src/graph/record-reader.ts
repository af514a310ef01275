/** Reads the record back out of the store, whole: for updates and for the check. */
import { relations, type RelationType } from './model.js';
import type { Graph } from './port.js';
import { query } from './query.js';
import type { ClaimRecord, EvidenceRecord, RelationRecord } from './records.js';
import { evidenceOf } from './rows.js';

type Properties = Readonly<Record<string, unknown>>;
interface LiveClaimRow {
  readonly claim: Properties & { readonly id: string };
  readonly origin: string;
  readonly documents: readonly string[];
}

const liveClaims = query<{ after: string; limit: number }, LiveClaimRow>('claim/live');

/** A relation as the store has it. */
export interface StoredRelationRow {
  readonly source: string;
  readonly sourceLabels: readonly string[];
  readonly target: string;
  readonly targetLabels: readonly string[];
  readonly relation: Properties;
}

export const allRelations = query<Record<string, never>, StoredRelationRow, 'type'>('relation/all');
const page = 20_000;

export interface LiveClaim extends ClaimRecord {
  /** The origin of the changeset that recorded it. */
  readonly origin: string;
}

/** Every claim that is neither retracted nor superseded. Of its evidence only the documents are read. */
export async function readLiveClaims(graph: Graph): Promise<LiveClaim[]> {
  const claims: LiveClaim[] = [];
  for (let after = ''; ; after = claims.at(-1)?.id ?? '') {
    const rows = await graph.read(liveClaims({ after, limit: page }));
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
    claimIds: relation['claimIds'] as string[],
  };
}

/** A claim as the store has it. Of its evidence only the documents are known. */
export function claimRecordOf(claim: Properties, documents: readonly string[]): ClaimRecord {
  const predicate = claim['predicate'] as string;
  return {
    id: claim['id'] as string,
    repeats: text(claim['repeats']),
    subject: claim['subject'] as string,
    predicate,
    object: text(claim['object']),
    value: (claim['value'] ?? undefined) as ClaimRecord['value'],
    attributes: attributesOf(predicate, claim),
    from: text(claim['from']),
    until: text(claim['until']),
    attributedTo: [],
    evidence: documents.map((document) => ({ document, summary: '' })),
  };
}

/** A piece of evidence as the claim's id was made of it: what says nothing is not there. */
export function evidenceRecordOf(stored: Properties, document: string): EvidenceRecord {
  const { locator, record, supports, summary } = evidenceOf(stored, document);
  return { document, locator, record, supports: supports === 'FACT' ? undefined : supports, summary };
}

function attributesOf(predicate: string, properties: Properties): Record<string, string | number> {
  const names = Object.keys((relations as Record<string, { attributes: object }>)[predicate]?.attributes ?? {});
  return Object.fromEntries(
    names.filter((name) => properties[name] != null).map((name) => [name, properties[name] as string | number]),
  );
}

const text = (value: unknown): string | undefined => (value == null ? undefined : (value as string));
