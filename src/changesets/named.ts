/** What a request brings or speaks of, by id. */
import { isObservation, linkedIds, observationLinks, qualifyingLinks } from '../model/model.js';
import type { ChangeRequest } from './change-request.js';

/** The ids of all entities that a request brings or speaks of. */
export function* entitiesNamed({
  entities,
  claims,
  observations,
  redirects = [],
}: Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'redirects'>): Iterable<string> {
  for (const { item } of entities) yield item.id;
  for (const { item } of redirects) yield* [item.id, item.into];
  for (const { item } of claims) {
    yield* [item.subject, ...(item.object === undefined ? [] : [item.object])];
    for (const link of qualifyingLinks) yield* linkedIds(item, link);
    yield* item.evidence.map(({ document }) => document);
  }
  for (const { item } of observations) for (const link of observationLinks) yield* linkedIds(item, link);
}

/** The ids of all observations that a request brings or speaks of. */
export function observationsNamed({ claims, observations }: Pick<ChangeRequest, 'claims' | 'observations'>): string[] {
  return [...claims.map(({ item }) => item.subject).filter(isObservation), ...observations.map(({ item }) => item.id)];
}
