/** From a request to the changes that it makes to the current graph: validated, without repetitions, with their consequences. */
import type { Change } from '../graph/stored/changeset.js';
import { relationChanges, relationsOf } from '../graph/inference/derive.js';
import type { Transaction } from '../graph/port.js';
import { Slices } from '../graph/slices.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import { affectedBy } from './affected.js';
import type { Known } from './checks.js';
import type { RequestedClaim } from './claims.js';
import { changedEntities, observationChanges } from './consequences.js';
import type { ChangeRequest } from './change-request.js';
import { checkRequest, type CheckedRequest } from './request-checks.js';
import { graphState, type GraphState } from './graph-state.js';
import { nextClaimId } from './ids.js';
import { withMerges } from './merges.js';
import { InvalidInput, type Problem } from './problem.js';
import { newRedirects } from './redirects.js';
import { storedClaims, storedRelations, type StoredClaim } from './stored.js';
import { textRules } from './text.js';

/** What a changeset changes, without the changeset. */
export type Plan = Required<Omit<Change, 'changeset'>> & {
  /** The entities that it changes, as they are now. */
  readonly before: ReadonlyMap<string, EntityRecord>;
  readonly retracted: readonly StoredClaim[];
};

type Assertion = RequestedClaim & { readonly id: string; readonly repeats?: string };

/**
 * Throws an InvalidInput that lists all that is wrong with the request, or a CONFLICT when the graph is not as the request expects.
 * What is `expected` counts as being in the graph: of a load in parts, what the other parts would bring.
 */
export async function planOf(transaction: Transaction, request: ChangeRequest, expected?: Known): Promise<Plan> {
  const problems = reasonProblems(request);
  const whole = await withMerges(transaction, request, problems);
  if (problems.length > 0) throw new InvalidInput(problems);
  const slices = new Slices(); // a request of a thousand parts takes tens of milliseconds at each step
  const state = await graphState(transaction, whole);
  await slices.next();
  const checked = checkRequest(whole, state, expected);
  await slices.next();
  return derivedPlan(transaction, whole, state, checked);
}

/** The reason is text as any other. */
function reasonProblems({ reason }: ChangeRequest): Problem[] {
  const message = textRules.text(reason);
  return message === undefined ? [] : [{ file: 'input.reason', value: reason, message }];
}

/** What a valid request changes, and what follows from that. */
async function derivedPlan(
  transaction: Transaction,
  request: ChangeRequest,
  { assertions, recorded, observations, entities: stored, merged }: GraphState,
  { drafted, retracted }: CheckedRequest,
): Promise<Plan> {
  const asserted = await newClaims(transaction, assertions, recorded);
  const touched = [...asserted, ...retracted];
  const { live, relations, derivedFrom } = await affectedBy(transaction, { asserted, retracted, stored, drafted });
  const fresh = request.observations.map(({ item }) => item).filter(({ id }) => !observations.has(id));
  return {
    entities: changedEntities(drafted, stored, touched, live),
    before: stored,
    claims: asserted,
    observations: [...new Map(fresh.map((observation) => [observation.id, observation])).values()],
    retracted,
    retractedClaims: retracted.map(({ id }) => id),
    supersededClaims: asserted.flatMap(({ id, supersedes = [] }) => supersedes.map((claim) => [claim, id] as const)),
    ...observationChanges(touched, live, observations),
    mergedEntities: (request.merges ?? []).map(({ item }) => item),
    redirects: newRedirects(request.redirects ?? [], merged),
    restoredEntities: (request.restorations ?? []).map(({ item }) => item),
    ...relationChanges(relationsOf(derivedFrom), await storedRelations(transaction, relations)),
  };
}

/** Those that the graph does not hold yet. A retracted claim is not restored: it is recorded again under the next id. */
async function newClaims(
  transaction: Transaction,
  assertions: readonly Assertion[],
  recorded: ReadonlyMap<string, StoredClaim>,
): Promise<Assertion[]> {
  const isNew = assertions.filter(({ id }) => !recorded.has(id));
  const again = assertions.filter(({ id }) => recorded.get(id)?.retractedAt !== undefined);
  if (again.length === 0) return isNew;
  const next = again.map((claim) => ({ ...claim, id: nextClaimId(claim.id), repeats: claim.repeats ?? claim.id }));
  const stored = await storedClaims(
    transaction,
    next.map(({ id }) => id),
  );
  return [...isNew, ...(await newClaims(transaction, next, stored))];
}
