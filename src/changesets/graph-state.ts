/** What the graph holds of all that a request names. */
import { GraphError } from '../graph/errors.js';
import type { Transaction } from '../graph/port.js';
import type { ClaimRecord, EntityRecord } from '../graph/stored/record-types.js';
import { mergedClaims, type RequestedClaim } from './claims.js';
import type { ChangeRequest } from './change-request.js';
import { entitiesNamed, observationsNamed } from './named.js';
import {
  givenAwayEntities,
  mergedEntities,
  onwardSteps,
  storedClaims,
  storedEntities,
  storedObservations,
  type StoredClaim,
  type StoredObservation,
} from './stored.js';

export interface GraphState {
  /** The claims of the request, each once. */
  readonly assertions: readonly (RequestedClaim & { readonly id: string })[];
  /** Those of them, and of the claims that it ends, that are recorded. */
  readonly recorded: ReadonlyMap<string, StoredClaim>;
  readonly observations: ReadonlyMap<string, StoredObservation>;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  /** Entities whose merges the request undoes, as they were. */
  readonly restored: readonly EntityRecord[];
  /** Ids of merged entities, each with the entity that it refers to. */
  readonly merged: ReadonlyMap<string, string>;
  /** Stored relations that start where the claims end, of the types that must not form a cycle. */
  readonly onward: readonly Pick<ClaimRecord, 'subject' | 'predicate' | 'object'>[];
}

export async function graphState(transaction: Transaction, request: ChangeRequest): Promise<GraphState> {
  const assertions = mergedClaims(request.claims);
  const recorded = await storedClaims(transaction, [
    ...assertions.flatMap(({ id, supersedes = [] }) => [id, ...supersedes]),
    ...request.retractions.map(({ item }) => item.claim),
  ]);
  const observations = await storedObservations(transaction, observationsNamed(request));
  const restored = await restoredEntities(transaction, request);
  const subjects = [...recorded.values()].map(({ subject }) => subject);
  const entities = await storedEntities(transaction, [...entitiesNamed(request), ...subjects]);
  for (const entity of restored) entities.set(entity.id, entity);
  const named = new Set([...entitiesNamed(request), ...[...observations.values()].flatMap(({ of }) => of)]);
  const missing = [...named].filter((id) => !entities.has(id));
  const merged = await mergedEntities(transaction, missing);
  const claims = request.claims.map(({ item }) => item);
  return { assertions, recorded, observations, entities, restored, merged, onward: await onwardSteps(transaction, claims) };
}

/** The entities that come back, as they were when they were merged. */
async function restoredEntities(transaction: Transaction, { restorations = [] }: ChangeRequest): Promise<EntityRecord[]> {
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
