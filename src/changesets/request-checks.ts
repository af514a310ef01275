/** Whether a request may be applied to the graph: all of its problems at once. */
import { GraphError } from '../graph/errors.js';
import { isObservation, labelOf, type Label } from '../model/model.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import { checkClaim, checkCycles, checkObservation, eitherKnown, type Known } from './checks.js';
import type { ChangeRequest } from './change-request.js';
import { checkVersions, requestedEntities } from './requested-entities.js';
import type { GraphState } from './graph-state.js';
import { mergeTargets } from './merges.js';
import { InvalidInput, type Problem } from './problem.js';
import { checkRedirects } from './redirects.js';
import { retractedClaims } from './retractions.js';
import type { StoredClaim, StoredObservation } from './stored.js';

/** What a valid request does to entities and to recorded claims. */
export interface CheckedRequest {
  readonly drafted: ReadonlyMap<string, EntityRecord>;
  readonly retracted: readonly StoredClaim[];
}

/** Throws an InvalidInput with every problem, a CONFLICT, or a FORBIDDEN. Entities that are `expected` count as being in the graph. */
export function checkRequest(request: ChangeRequest, state: GraphState, expected: Known | undefined): CheckedRequest {
  const problems: Problem[] = [];
  const drafted = requestedEntities(request.entities, state.entities, problems);
  const merged = mergedIds(request, state);
  problems.push(...takenIds(request, merged), ...ofTheMerged(request, state.observations, merged));
  const retracted = retractedClaims(request, state.recorded, problems);
  const known = knownWith(request, state, drafted, expected);
  problems.push(...checkRedirects(request.redirects ?? [], known, state.merged), ...recordProblems(request, state, known));
  if (problems.length > 0) throw new InvalidInput(problems);
  checkVersions(request.entities, state.entities, drafted);
  mustBeAllowed(request.types, changedSubjects(request, state, { drafted, retracted }));
  return { drafted, retracted };
}

/** Ids that refer to other entities once the request is applied. */
function mergedIds(request: ChangeRequest, state: GraphState): ReadonlyMap<string, string> {
  const redirects = (request.redirects ?? []).map(({ item }) => [item.id, item.into] as const);
  return new Map([...state.merged, ...mergeTargets(request), ...redirects]);
}

function knownWith(
  request: ChangeRequest,
  state: GraphState,
  drafted: CheckedRequest['drafted'],
  expected: Known | undefined,
): Known {
  const own: Known = {
    entities: new Map([...state.entities, ...drafted]),
    observations: new Set([...state.observations.keys(), ...request.observations.map(({ item }) => item.id)]),
    merged: mergedIds(request, state),
  };
  return expected === undefined ? own : eitherKnown(own, expected);
}

const recordProblems = ({ claims, observations }: ChangeRequest, { onward }: GraphState, known: Known): Problem[] => [
  ...claims.flatMap((claim) => checkClaim(claim, known)),
  ...observations.flatMap((observation) => checkObservation(observation, known)),
  ...checkCycles(claims, onward),
];

/** The ids of what a request changes or makes claims about. */
const changedSubjects = (request: ChangeRequest, { restored }: GraphState, { drafted, retracted }: CheckedRequest): string[] => [
  ...drafted.keys(),
  ...restored.map(({ id }) => id),
  ...(request.redirects ?? []).map(({ item }) => item.id),
  ...request.claims.map(({ item }) => item.subject),
  ...retracted.map(({ subject }) => subject),
];

/** A merged id permanently refers to the other entity. */
export const takenIds = (
  { entities }: Pick<ChangeRequest, 'entities'>,
  merged: Pick<ReadonlyMap<string, string>, 'get'>,
): Problem[] =>
  entities
    .filter(({ item }) => merged.get(item.id) !== undefined)
    .map(({ item, problem }) => problem(['id'], `was merged into ${merged.get(item.id)}; use ${merged.get(item.id)}`));

/** An observation of a merged entity is not restored: the merge made one of the remaining entity. */
const ofTheMerged = (
  { claims }: ChangeRequest,
  observations: ReadonlyMap<string, StoredObservation>,
  merged: ReadonlyMap<string, string>,
): Problem[] =>
  claims.flatMap(({ item, problem }) =>
    (observations.get(item.subject)?.of ?? [])
      .filter((id) => merged.has(id))
      .map((id) => problem(['subject'], `is of "${id}", which is merged into "${merged.get(id)}": record the value of that one`)),
  );

/** Observations are written with the types of indicators. */
function mustBeAllowed(types: readonly Label[] | undefined, subjects: readonly string[]): void {
  if (types === undefined) return;
  const allowed = new Set<string | undefined>(types);
  const outside = subjects.find((id) => !allowed.has(isObservation(id) ? 'Indicator' : labelOf(id)));
  if (outside !== undefined)
    throw new GraphError('FORBIDDEN', `This account may write ${types.join(', ')} only, and "${outside}" is none of them.`);
}
