/** From a draft to the changes that it makes to the current graph: validated, without repetitions, with their consequences. */
import type { Change } from '../graph/stored/changeset.js';
import { relationChanges, relationsOf } from '../graph/inference/derive.js';
import { GraphError } from '../graph/errors.js';
import { isObservation, labelOf, linkedIds, observationLinks, qualifyingLinks, type Label } from '../model/model.js';
import type { Transaction } from '../graph/port.js';
import type { EntityRecord } from '../graph/stored/records.js';
import { affectedBy } from './affected.js';
import { checkClaim, checkCycles, checkObservation, eitherKnown, type Known } from './checks.js';
import { mergedClaims, type ClaimDraft } from './claims.js';
import { changedEntities, observationChanges } from './consequences.js';
import type { Draft } from './draft.js';
import { checkVersions, draftedEntities } from './entity-drafts.js';
import { nextClaimId } from './ids.js';
import { ImportError, type Problem } from './problem.js';
import {
  givenAwayEntities,
  mergedEntities,
  onwardSteps,
  storedClaims,
  storedEntities,
  storedObservations,
  storedRelations,
  type StoredClaim,
  type StoredObservation,
} from './stored.js';
import { textRules } from './text.js';
import { goesInto, writtenOut } from './merges.js';
import { checkRedirects, newRedirects } from './redirects.js';
import { retractedClaims } from './retractions.js';

/** What a changeset changes, without the changeset. */
export type Plan = Required<Omit<Change, 'changeset'>> & {
  /** The entities that it changes, as they are now. */
  readonly before: ReadonlyMap<string, EntityRecord>;
  readonly retracted: readonly StoredClaim[];
};

type Assertion = ClaimDraft & { readonly id: string; readonly repeats?: string };

/**
 * Throws an ImportError that lists all that is wrong with the draft, or a CONFLICT when the graph is not as the draft expects.
 * What is `expected` counts as being in the graph: of a load in parts, what the other parts would bring.
 */
export async function planOf(transaction: Transaction, given: Draft, expected?: Known): Promise<Plan> {
  const problems: Problem[] = reasonProblems(given);
  const draft = await writtenOut(transaction, given, problems);
  if (problems.length > 0) throw new ImportError(problems);
  const assertions = mergedClaims(draft.claims);
  const recorded = await storedClaims(transaction, [
    ...assertions.flatMap(({ id, supersedes = [] }) => [id, ...supersedes]),
    ...draft.retractions.map(({ item }) => item.claim),
  ]);
  const observations = await storedObservations(transaction, observationsNamed(draft));
  const restored = await restoredEntities(transaction, draft);
  const stored = await storedEntities(transaction, [
    ...entitiesNamed(draft),
    ...[...recorded.values()].map(({ subject }) => subject),
  ]);
  for (const entity of restored) stored.set(entity.id, entity);
  const drafted = draftedEntities(draft.entities, stored, problems);
  const named = new Set([...entitiesNamed(draft), ...[...observations.values()].flatMap(({ of }) => of)]);
  const mergedBefore = await mergedEntities(
    transaction,
    [...named].filter((id) => !stored.has(id)),
  );
  const { redirects = [] } = draft;
  const merged = new Map([...mergedBefore, ...goesInto(draft), ...redirects.map(({ item }) => [item.id, item.into] as const)]);
  problems.push(...takenIds(draft, merged), ...ofTheMerged(draft, observations, merged));
  const retracted = retractedClaims(draft, recorded, problems);
  const own: Known = {
    entities: new Map([...stored, ...drafted]),
    observations: new Set([...observations.keys(), ...draft.observations.map(({ item }) => item.id)]),
    merged,
  };
  const known = expected === undefined ? own : eitherKnown(own, expected);
  problems.push(...checkRedirects(redirects, known, mergedBefore));
  problems.push(...(await problemsOf(transaction, draft, known)));
  if (problems.length > 0) throw new ImportError(problems);
  checkVersions(draft.entities, stored, drafted);
  mustBeAllowed(draft.types, [
    ...drafted.keys(),
    ...restored.map(({ id }) => id),
    ...redirects.map(({ item }) => item.id),
    ...draft.claims.map(({ item }) => item.subject),
    ...retracted.map(({ subject }) => subject),
  ]);

  const asserted = await newClaims(transaction, assertions, recorded);
  const touched = [...asserted, ...retracted];
  const { live, relations, derivedFrom } = await affectedBy(transaction, { asserted, retracted, stored, drafted });
  const fresh = draft.observations.map(({ item }) => item).filter(({ id }) => !observations.has(id));
  return {
    entities: changedEntities(drafted, stored, touched, live),
    before: stored,
    claims: asserted,
    observations: [...new Map(fresh.map((observation) => [observation.id, observation])).values()],
    retracted,
    retractedClaims: retracted.map(({ id }) => id),
    supersededClaims: asserted.flatMap(({ id, supersedes = [] }) => supersedes.map((claim) => [claim, id] as const)),
    ...observationChanges(touched, live, observations),
    mergedEntities: (draft.merges ?? []).map(({ item }) => item),
    redirects: newRedirects(redirects, mergedBefore),
    restoredEntities: (draft.restorations ?? []).map(({ item }) => item),
    ...relationChanges(relationsOf(derivedFrom), await storedRelations(transaction, relations)),
  };
}

/** The reason is text as any other. */
function reasonProblems({ reason }: Draft): Problem[] {
  const message = textRules.text(reason);
  return message === undefined ? [] : [{ file: 'input.reason', value: reason, message }];
}

/** The entities that come back, as they were when they were merged. */
async function restoredEntities(transaction: Transaction, { restorations = [] }: Draft): Promise<EntityRecord[]> {
  const items = restorations.map(({ item }) => item);
  const found = await givenAwayEntities(
    transaction,
    items.map(({ entity }) => entity),
  );
  return items.map(({ entity, into }) => {
    const given = found.get(entity);
    if (given?.into === into) return given.entity;
    throw new GraphError(
      'CONFLICT',
      `${entity} was merged into ${into}, and that is no longer so: undo what was done with them since then, the last first.`,
    );
  });
}

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

/** The ids of all entities that a draft brings or speaks of. */
export function* entitiesNamed({
  entities,
  claims,
  observations,
  redirects = [],
}: Pick<Draft, 'entities' | 'claims' | 'observations' | 'redirects'>): Iterable<string> {
  for (const { item } of entities) yield item.id;
  for (const { item } of redirects) yield* [item.id, item.into];
  for (const { item } of claims) {
    yield* [item.subject, ...(item.object === undefined ? [] : [item.object])];
    for (const link of qualifyingLinks) yield* linkedIds(item, link);
    yield* item.evidence.map(({ document }) => document);
  }
  for (const { item } of observations) for (const link of observationLinks) yield* linkedIds(item, link);
}

/** The ids of all observations that a draft brings or speaks of. */
export function observationsNamed({ claims, observations }: Pick<Draft, 'claims' | 'observations'>): string[] {
  return [...claims.map(({ item }) => item.subject).filter(isObservation), ...observations.map(({ item }) => item.id)];
}

async function problemsOf(transaction: Transaction, { claims, observations }: Draft, known: Known): Promise<Problem[]> {
  const onward = await onwardSteps(
    transaction,
    claims.map(({ item }) => item),
  );
  return [
    ...claims.flatMap((claim) => checkClaim(claim, known)),
    ...observations.flatMap((observation) => checkObservation(observation, known)),
    ...checkCycles(claims, onward),
  ];
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
