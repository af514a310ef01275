/** The live claims that rest on a document, and what becomes of them when its text changes or goes. */
import type { RequestedClaim } from '../../changesets/claims.js';
import type { ChangeRequest } from '../../changesets/change-request.js';
import type { Located } from '../../changesets/problem.js';
import { liveClaimsInto, wholeClaims, type WholeClaim } from '../../changesets/stored.js';
import { readerOf, type ReadWriteGraph } from '../../graph/port.js';
import type { EvidenceRecord } from '../../graph/stored/record-types.js';

export type ClaimLists = Pick<ChangeRequest, 'claims' | 'retractions'>;

/** Those that rest on the document, with all of their evidence, in the order of their ids. */
export async function claimsOn(graph: ReadWriteGraph, document: string): Promise<WholeClaim[]> {
  const reader = readerOf(graph);
  const found = await liveClaimsInto(reader, 'EVIDENCED_BY', [document]);
  const claims = await wholeClaims(
    reader,
    found.map(({ id }) => id),
  );
  return claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Retracts what rests on the document alone; what other documents say too keeps that evidence. */
export async function withoutDocument(graph: ReadWriteGraph, document: string): Promise<ClaimLists> {
  return withEvidence(await claimsOn(graph, document), ({ evidence }) => evidence.filter((each) => each.document !== document));
}

/**
 * Claims with other evidence: claims are never edited, so one that says the same takes the place of each. What is left without evidence of
 * what it says is retracted, and what keeps its evidence stays.
 */
export function withEvidence(
  claims: readonly WholeClaim[],
  evidenceOf: (claim: WholeClaim) => readonly EvidenceRecord[],
): ClaimLists {
  const changed = claims
    .map((claim) => ({ claim, evidence: evidenceOf(claim) }))
    .filter(({ claim, evidence }) => JSON.stringify(evidence) !== JSON.stringify(claim.evidence));
  const holds = (evidence: readonly EvidenceRecord[]) => evidence.some(({ supports }) => supports !== 'DATES');
  return {
    claims: changed
      .filter(({ evidence }) => holds(evidence))
      .map(({ claim: { id, ...claim }, evidence }) => located({ ...claim, evidence, supersedes: [id] })),
    retractions: changed.filter(({ evidence }) => !holds(evidence)).map(({ claim }) => located({ claim: claim.id })),
  };
}

function located<T extends RequestedClaim | { readonly claim: string }>(item: T): Located<T> {
  return { item, problem: (at, message) => ({ file: ['claims', ...at].join('.'), value: undefined, message }) };
}
