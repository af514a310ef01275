/** Reads the record back out of the store, whole: for updates and for the check. */
import { relations, relationTypes } from './model.js';
import type { Graph } from './port.js';
import { nameOf, query } from './query.js';
import type { ClaimRecord, RelationRecord } from './records.js';

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
    claims.push(...rows.map(claimOf));
    if (rows.length < page) return claims;
  }
}

/** Every relation of the model that the store holds. */
export async function readRelations(graph: Graph): Promise<RelationRecord[]> {
  const found: RelationRecord[] = [];
  for (const type of relationTypes) {
    for (const { source, target, relation } of await graph.read(allRelations({}, { type: nameOf(type) }))) {
      found.push({
        id: relation['id'] as string,
        type,
        from: source,
        to: target,
        attributes: attributesOf(type, relation),
        validFrom: text(relation['from']),
        validUntil: text(relation['until']),
        claimIds: relation['claimIds'] as string[],
      });
    }
  }
  return found;
}

function claimOf({ claim, origin, documents }: LiveClaimRow): LiveClaim {
  const predicate = claim['predicate'] as string;
  return {
    id: claim.id,
    subject: claim['subject'] as string,
    predicate,
    object: text(claim['object']),
    value: (claim['value'] ?? undefined) as ClaimRecord['value'],
    attributes: attributesOf(predicate, claim),
    from: text(claim['from']),
    until: text(claim['until']),
    attributedTo: [],
    evidence: documents.map((document) => ({ document, summary: '' })),
    origin,
  };
}

function attributesOf(predicate: string, properties: Properties): Record<string, string | number> {
  const names = Object.keys((relations as Record<string, { attributes: object }>)[predicate]?.attributes ?? {});
  return Object.fromEntries(
    names.filter((name) => properties[name] != null).map((name) => [name, properties[name] as string | number]),
  );
}

const text = (value: unknown): string | undefined => (value == null ? undefined : (value as string));
