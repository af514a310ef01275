/** What follows from claims that come and go: how entities and observations will be. */
import { propertiesOf } from '../graph/inference/derive.js';
import { groupBy } from '../graph/group-by.js';
import { isMeasure, isObservation, type Label } from '../model/model.js';
import type { ClaimRecord, EntityRecord } from '../graph/stored/record-types.js';
import { sameEntity } from './requested-entities.js';
import type { StoredObservation } from './stored.js';

/** Every entity that is drafted or of which a claim was added or retracted, in its next version. */
export function changedEntities(
  drafted: ReadonlyMap<string, EntityRecord>,
  stored: ReadonlyMap<string, EntityRecord>,
  touched: readonly ClaimRecord[],
  live: readonly ClaimRecord[],
): EntityRecord[] {
  const bySubject = groupBy(live, ({ subject }) => subject);
  const touchedBySubject = groupBy(touched, ({ subject }) => subject);
  const ids = new Set([...drafted.keys(), ...touchedBySubject.keys()]);
  return [...ids].flatMap((id) => {
    const [before, now] = [stored.get(id), drafted.get(id) ?? stored.get(id)];
    if (now === undefined) return []; // an observation
    const predicates = new Set((touchedBySubject.get(id) ?? []).map(({ predicate }) => predicate));
    if (before !== undefined && predicates.size === 0 && sameEntity(before, now)) return [];
    const properties = withClaims(now, predicates, bySubject.get(id) ?? []);
    return [{ ...now, properties, version: (before?.version ?? 0) + 1 }];
  });
}

/** The properties of an entity; those under these predicates are derived again from its claims. */
function withClaims(
  { label, properties }: { readonly label: Label; readonly properties: EntityRecord['properties'] },
  predicates: ReadonlySet<string>,
  live: readonly ClaimRecord[],
): EntityRecord['properties'] {
  const kept = Object.entries(properties).filter(([name]) => !predicates.has(name));
  return { ...Object.fromEntries(kept), ...propertiesOf(label, live) };
}

/** An observation lives as long as a live claim states its value. */
export function observationChanges(
  touched: readonly ClaimRecord[],
  live: readonly ClaimRecord[],
  recorded: ReadonlyMap<string, StoredObservation>,
): { readonly retractedObservations: string[]; readonly restoredObservations: string[] } {
  const stated = new Set(live.filter(({ predicate }) => isMeasure(predicate)).map(({ subject }) => subject));
  const values = touched.filter(({ subject, predicate }) => isObservation(subject) && isMeasure(predicate));
  const subjects = [...new Set(values.map(({ subject }) => subject))];
  return {
    retractedObservations: subjects.filter((id) => !stated.has(id)),
    restoredObservations: subjects.filter((id) => stated.has(id) && recorded.get(id)?.isLive === false),
  };
}
