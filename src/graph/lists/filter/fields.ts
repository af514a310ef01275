/** The relation fields that items can be filtered by. */
import {
  commonFields,
  isRecord,
  labels,
  relationFields,
  relationTypes,
  type Listed,
  type RelationField,
} from '../../../model/model.js';

/** A way along relations that a filter follows. */
export interface FilterField {
  readonly types: RelationField['types'];
  readonly direction: 'out' | 'in' | 'any';
  readonly targets: RelationField['targets'];
  readonly attributes: RelationField['attributes'];
  readonly description: string;
  /** The items of the parts of an entity are its own too by default, each once. */
  readonly parts?: RelationField['parts'];
}

/** All that an entity is related to, of whatever type it is. */
const anyRelation: FilterField = {
  types: relationTypes,
  direction: 'any',
  targets: labels,
  attributes: {},
  description: 'All that it is related to, whatever the relation and whichever way it leads.',
};

const cache = new Map<string, ReadonlyMap<string, FilterField>>();

/** The relation fields of a type, by name: `issuers`, `documents`, `relations`. */
export function filterFields(listed: Listed | 'Entity'): ReadonlyMap<string, FilterField> {
  const fields = cache.get(listed) ?? new Map(fieldsOf(listed));
  cache.set(listed, fields);
  return fields;
}

function fieldsOf(listed: Listed | 'Entity'): [string, FilterField][] {
  if (isRecord(listed)) return [];
  const fields = listed === 'Entity' ? commonFields() : relationFields(listed);
  return [...fields, ['relations', anyRelation]];
}
