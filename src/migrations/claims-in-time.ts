import type { Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import { claimRecordOf, type DocumentRow } from '../graph/stored/record-reader.js';
import type { ClaimRecord } from '../graph/stored/record-types.js';
import type { Properties } from '../graph/stored/rows.js';

/** A claim, live or not, with when the graph took it in and gave it up. */
export interface RecordedClaim extends ClaimRecord {
  readonly recordedAt: string;
  readonly retractedAt: string | undefined;
}

const claimsOf = query<
  { ids: readonly string[]; predicates: readonly string[] },
  { claim: Properties; documents: readonly DocumentRow[] }
>('migration/claims');

/** All claims about these entities under these predicates. Of their evidence only the documents are known. */
export async function recordedClaims(
  { run }: Transaction,
  ids: readonly string[],
  predicates: readonly string[],
): Promise<RecordedClaim[]> {
  const rows = await run(claimsOf({ ids, predicates }));
  return rows.map(({ claim, documents }) => ({
    ...claimRecordOf(claim, documents),
    recordedAt: claim['recordedAt'] as string,
    retractedAt: (claim['retractedAt'] ?? undefined) as string | undefined,
  }));
}

/** The claims among these that were live when what was recorded at an instant had landed. */
export function knownAt(claims: readonly RecordedClaim[], instant: string): RecordedClaim[] {
  return claims.filter(({ recordedAt, retractedAt }) => recordedAt <= instant && (retractedAt ?? '~') > instant);
}

/** The claims among these that were live just before an instant. */
export function knownBefore(claims: readonly RecordedClaim[], instant: string): RecordedClaim[] {
  return claims.filter(({ recordedAt, retractedAt }) => recordedAt < instant && (retractedAt ?? '~') >= instant);
}
