/** What a request brings or speaks of, by id. */
import { isObservation, linkedIds, observationLinks, qualifyingLinks, type Link } from '../model/model.js';
import type { ChangeRequest } from './change-request.js';

/** The ids of all entities that a request brings or speaks of, each once. */
export function entitiesNamed({
  entities,
  claims,
  observations,
  redirects = [],
}: Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'redirects'>): Set<string> {
  const ids = new Set<string>();
  const addLinked = (record: object, links: readonly Link[]) => {
    for (const link of links) for (const id of linkedIds(record, link)) ids.add(id);
  };
  for (const { item } of entities) ids.add(item.id);
  for (const { item } of redirects) ids.add(item.id).add(item.into);
  for (const { item } of claims) {
    ids.add(item.subject);
    if (item.object !== undefined) ids.add(item.object);
    addLinked(item, qualifyingLinks);
    for (const { document } of item.evidence) ids.add(document);
  }
  for (const { item } of observations) addLinked(item, observationLinks);
  return ids;
}

/** The ids of all observations that a request brings or speaks of. */
export function observationsNamed({ claims, observations }: Pick<ChangeRequest, 'claims' | 'observations'>): string[] {
  return [...claims.map(({ item }) => item.subject).filter(isObservation), ...observations.map(({ item }) => item.id)];
}
