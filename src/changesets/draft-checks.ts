/** Whether a draft may be applied to the graph: all of its problems at once. */
import { GraphError } from '../graph/errors.js';
import { isObservation, labelOf, type Label } from '../model/model.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import { checkClaim, checkCycles, checkObservation, eitherKnown, type Known } from './checks.js';
import type { Draft } from './draft.js';
import { checkVersions, draftedEntities } from './entity-drafts.js';
import type { GraphState } from './graph-state.js';
import { mergeTargets } from './merges.js';
import { ImportError, type Problem } from './problem.js';
import { checkRedirects } from './redirects.js';
import { retractedClaims } from './retractions.js';
import type { StoredClaim, StoredObservation } from './stored.js';

/** What a valid draft does to entities and to recorded claims. */
export interface CheckedDraft {
  readonly drafted: ReadonlyMap<string, EntityRecord>;
  readonly retracted: readonly StoredClaim[];
}

/** Throws an ImportError with every problem, a CONFLICT, or a FORBIDDEN. Entities that are `expected` count as being in the graph. */
export function checkDraft(draft: Draft, state: GraphState, expected: Known | undefined): CheckedDraft {
  const problems: Problem[] = [];
  const drafted = draftedEntities(draft.entities, state.entities, problems);
  const merged = mergedIds(draft, state);
  problems.push(...takenIds(draft, merged), ...ofTheMerged(draft, state.observations, merged));
  const retracted = retractedClaims(draft, state.recorded, problems);
  const known = knownWith(draft, state, drafted, expected);
  problems.push(...checkRedirects(draft.redirects ?? [], known, state.merged), ...recordProblems(draft, state, known));
  if (problems.length > 0) throw new ImportError(problems);
  checkVersions(draft.entities, state.entities, drafted);
  mustBeAllowed(draft.types, changedSubjects(draft, state, { drafted, retracted }));
  return { drafted, retracted };
}

/** Ids that refer to other entities once the draft is applied. */
function mergedIds(draft: Draft, state: GraphState): ReadonlyMap<string, string> {
  const redirects = (draft.redirects ?? []).map(({ item }) => [item.id, item.into] as const);
  return new Map([...state.merged, ...mergeTargets(draft), ...redirects]);
}

function knownWith(draft: Draft, state: GraphState, drafted: CheckedDraft['drafted'], expected: Known | undefined): Known {
  const own: Known = {
    entities: new Map([...state.entities, ...drafted]),
    observations: new Set([...state.observations.keys(), ...draft.observations.map(({ item }) => item.id)]),
    merged: mergedIds(draft, state),
  };
  return expected === undefined ? own : eitherKnown(own, expected);
}

const recordProblems = ({ claims, observations }: Draft, { onward }: GraphState, known: Known): Problem[] => [
  ...claims.flatMap((claim) => checkClaim(claim, known)),
  ...observations.flatMap((observation) => checkObservation(observation, known)),
  ...checkCycles(claims, onward),
];

/** The ids of what a draft changes or makes claims about. */
const changedSubjects = (draft: Draft, { restored }: GraphState, { drafted, retracted }: CheckedDraft): string[] => [
  ...drafted.keys(),
  ...restored.map(({ id }) => id),
  ...(draft.redirects ?? []).map(({ item }) => item.id),
  ...draft.claims.map(({ item }) => item.subject),
  ...retracted.map(({ subject }) => subject),
];

/** A merged id permanently refers to the other entity. */
export const takenIds = ({ entities }: Pick<Draft, 'entities'>, merged: Pick<ReadonlyMap<string, string>, 'get'>): Problem[] =>
  entities
    .filter(({ item }) => merged.get(item.id) !== undefined)
    .map(({ item, problem }) => problem(['id'], `was merged into ${merged.get(item.id)}; use ${merged.get(item.id)}`));

/** An observation of a merged entity is not restored: the merge made one of the remaining entity. */
const ofTheMerged = (
  { claims }: Draft,
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
