import { labelOf } from '../model/model.js';
import { fieldChanges } from './requested-entities.js';
import type { Plan } from './plan.js';
import type { Entry } from './report.js';

/** What a plan changes, in the order of the log. */
export function entriesOf(plan: Plan): Entry[] {
  const successors = new Map(plan.supersededClaims);
  return [
    ...plan.entities.map((entity): Entry => {
      const before = plan.before.get(entity.id);
      const kind = before === undefined ? 'ENTITY_CREATED' : 'ENTITY_UPDATED';
      return { kind, id: entity.id, type: entity.label, fields: before === undefined ? undefined : fieldChanges(before, entity) };
    }),
    ...plan.mergedEntities.map(({ entity, into }): Entry => ({
      kind: 'ENTITY_MERGED',
      id: entity,
      type: labelOf(entity) ?? '',
      to: into,
    })),
    ...plan.redirects.map(({ id, into }): Entry => ({ kind: 'REDIRECT_RECORDED', id, type: labelOf(id) ?? '', to: into })),
    ...plan.restoredEntities.map(({ entity, into }): Entry => ({
      kind: 'ENTITY_RESTORED',
      id: entity,
      type: labelOf(entity) ?? '',
      from: into,
    })),
    ...plan.observations.map(({ id, indicator }): Entry => ({ kind: 'OBSERVATION_RECORDED', id, type: indicator })),
    ...plan.restoredObservations.map((id): Entry => ({ kind: 'OBSERVATION_RECORDED', id, type: '' })),
    ...plan.claims.map(({ id, predicate, subject, object }): Entry => ({
      kind: 'CLAIM_ASSERTED',
      id,
      type: predicate,
      from: subject,
      to: object,
    })),
    ...plan.retracted.map(({ id, predicate, subject, object }): Entry => ({
      kind: 'CLAIM_RETRACTED',
      id,
      type: predicate,
      from: subject,
      to: object,
      by: successors.get(id),
    })),
    ...plan.retractedObservations.map((id): Entry => ({ kind: 'OBSERVATION_RETRACTED', id, type: '' })),
    ...plan.removedRelations.map(({ id, type, from, to }): Entry => ({ kind: 'RELATION_REMOVED', id, type, from, to })),
    ...plan.addedRelations.map(({ id, type, from, to }): Entry => ({ kind: 'RELATION_ADDED', id, type, from, to })),
  ];
}
