import { isDeepStrictEqual } from 'node:util';
import { GraphError } from '../graph/errors.js';
import { isClaimed } from '../model/model.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import type { RequestedEntity } from './change-request.js';
import { readEntity, type RawEntity } from './entities.js';
import { rawEntity } from './raw-entity.js';
import type { Located, Problem } from './problem.js';
import type { FieldChange } from './report.js';

/** The drafted entities in full: fields that a draft leaves out keep their values in the graph. */
export function requestedEntities(
  drafts: readonly Located<RequestedEntity>[],
  stored: ReadonlyMap<string, EntityRecord>,
  problems: Problem[],
): Map<string, EntityRecord> {
  const drafted = new Map<string, EntityRecord>();
  for (const { item, problem } of drafts) {
    const before = stored.get(item.id);
    const { expectedVersion: _, ...given } = item;
    const whole = present({ ...(before === undefined ? {} : rawEntity(before)), ...given });
    for (const { item: entity } of readEntity({ item: whole, problem }, problems)) {
      if (drafted.has(entity.id)) problems.push(problem(['id'], 'is the id of another entity of this change already'));
      drafted.set(entity.id, { ...entity, properties: { ...claimedOf(before), ...entity.properties } });
    }
  }
  return drafted;
}

/** Throws a CONFLICT with both sides when an entity is not at the version that its draft expects; 0 means that it must not exist. */
export function checkVersions(
  drafts: readonly Located<RequestedEntity>[],
  stored: ReadonlyMap<string, EntityRecord>,
  drafted: ReadonlyMap<string, EntityRecord>,
): void {
  const conflicts = drafts.flatMap(({ item: { id, expectedVersion } }) => {
    const version = stored.get(id)?.version ?? 0;
    if (expectedVersion == null || expectedVersion === version) return [];
    return [{ entity: id, expectedVersion, version, fields: fieldChanges(stored.get(id), drafted.get(id)) }];
  });
  const [first] = conflicts;
  if (first === undefined) return;
  throw new GraphError(
    'CONFLICT',
    `${first.entity} is at version ${first.version}, and the change expects ${first.expectedVersion}: read it again, and change it as it is now.`,
    undefined,
    { conflicts },
  );
}

export function sameEntity(a: EntityRecord, b: EntityRecord): boolean {
  return fieldChanges(a, b).length === 0;
}

/** What differs between two states of an entity; what it says of a new one is all of it. */
export function fieldChanges(before: EntityRecord | undefined, after: EntityRecord | undefined): FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !isDeepStrictEqual(was[name], is[name]))
    .map((name) => ({ name, before: json(was[name]), after: json(is[name]) }));
}

function fieldsOf(entity: EntityRecord | undefined): Readonly<Record<string, unknown>> {
  if (entity === undefined) return {};
  const { names, description, codes, identifiers, properties } = entity;
  const lists = Object.entries({ codes, identifiers }).filter(([, list]) => list.length > 0);
  return { names, description, ...Object.fromEntries(lists), ...properties };
}

function claimedOf(entity: EntityRecord | undefined): EntityRecord['properties'] {
  if (entity === undefined) return {};
  return Object.fromEntries(Object.entries(entity.properties).filter(([name]) => isClaimed(entity.label, name)));
}

const present = (raw: RawEntity): RawEntity =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value != null)) as RawEntity;
const json = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));
