/** What may be claimed, from the same tables as the service. */
import { labelsOfEnd } from '../../../../../src/model/claim-ends.ts';
import { entities } from '../../../../../src/model/entities.ts';
import { textPredicates } from '../../../../../src/model/predicates.ts';
import type { PropertyModel } from '../../../../../src/model/properties.ts';
import { relationModel, relationTypes } from '../../../../../src/model/relations/relations.ts';
import type { EntityTypes } from '../../../parts/use-suggestions.ts';
import { typenameOf } from '../ends.ts';
import type { EntityType } from '../proposal-parts.ts';

/** Predicates by what they carry. */
export interface PredicateChoices {
  readonly relations: readonly string[];
  readonly texts: readonly string[];
  readonly properties: readonly string[];
}

/** What may be claimed of a type; of any where the subject is unknown. */
export function predicatesOf(subject: EntityType | undefined): PredicateChoices {
  const label = subject === undefined ? undefined : typenameOf(subject);
  const fits = (predicate: string) => label === undefined || labelsOfEnd('source', predicate).includes(label);
  const properties = label === undefined ? {} : entities[label].properties;
  return {
    relations: relationTypes.filter(fits),
    texts: Object.keys(textPredicates).filter(fits),
    properties: Object.keys(properties).filter((name) => properties[name]?.claimed === true),
  };
}

/** The attributes of a relation, by name. */
export const attributesOf = (predicate: string): Readonly<Record<string, PropertyModel>> =>
  relationModel(predicate)?.attributes ?? {};

export const isText = (predicate: string): boolean => Object.hasOwn(textPredicates, predicate);
export const isRelation = (predicate: string): boolean => relationModel(predicate) !== undefined;

/** The types that an end may have, as the API names them. */
export function typesOfEnd(end: 'source' | 'target', predicate: string): EntityTypes {
  return labelsOfEnd(end, predicate).map((label) => label.toUpperCase()) as EntityTypes;
}

/** A property of a type. */
export function propertyOf(type: EntityType | undefined, name: string): PropertyModel | undefined {
  const label = type === undefined ? undefined : typenameOf(type);
  return label === undefined ? undefined : entities[label].properties[name];
}

/** The codes of an enum. */
export const codesOf = (property: PropertyModel | undefined): readonly string[] => Object.keys(property?.values ?? {});
