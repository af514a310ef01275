import { GraphError } from '../graph/errors.js';
import type { ChangeRequest } from './change-request.js';
import type { Problem } from './problem.js';
import type { StoredClaim } from './stored.js';

/**
 * The live claims that a request ends: those that it retracts, and those that others take the place of.
 * To retract what is retracted changes nothing; to take its place is a CONFLICT, since somebody else did.
 */
export function retractedClaims(
  { claims, retractions }: ChangeRequest,
  recorded: ReadonlyMap<string, StoredClaim>,
  problems: Problem[],
): StoredClaim[] {
  const ended = new Map<string, StoredClaim>();
  for (const { item, problem } of retractions) {
    const claim = recorded.get(item.claim);
    if (claim === undefined) problems.push(problem(['claim'], `names an unknown claim: "${item.claim}"`));
    else if (claim.retractedAt === undefined) ended.set(claim.id, claim);
  }
  for (const { item, problem } of claims)
    for (const [index, id] of (item.supersedes ?? []).entries()) {
      const claim = recorded.get(id);
      if (claim === undefined) problems.push(problem(['supersedes', index], `names an unknown claim: "${id}"`));
      else if (claim.retractedAt !== undefined)
        throw new GraphError(
          'CONFLICT',
          `${id} was retracted at ${claim.retractedAt}, so nothing can take its place: read the live claims of ${claim.subject} and try again.`,
          undefined,
          { conflicts: [{ claim: id, retractedAt: claim.retractedAt }] },
        );
      else ended.set(id, claim);
    }
  return [...ended.values()];
}
