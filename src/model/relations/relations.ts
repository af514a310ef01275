/** The relations: type → who is joined to whom, under which field names, with which attributes. */
import type { PropertyModel } from '../properties.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { markets } from './markets.js';
import { organizations } from './organizations.js';
import { places } from './places.js';
import { policies } from './policies.js';
import { programs } from './programs.js';
import type { RelationModel } from './relation.js';

const rows = { ...places, ...organizations, ...policies, ...programs, ...markets, ...events, ...documents };

export type RelationType = keyof typeof rows;
export const relations: Readonly<Record<RelationType, RelationModel>> = rows;
export const relationTypes = Object.keys(rows) as RelationType[];

/** The types that walks and timelines follow by default: a document would join everything that it names. */
export const usualRelationTypes: readonly RelationType[] = relationTypes.filter((type) => relations[type].quiet !== true);

/** The types that they follow only when requested. */
export const quietRelationTypes: readonly RelationType[] = relationTypes.filter((type) => relations[type].quiet === true);

export const isRelation = (predicate: string): predicate is RelationType => Object.hasOwn(rows, predicate);

/** The relation that a predicate asserts; undefined for predicates that are no relation. */
export const relationModel = (predicate: string): RelationModel | undefined =>
  isRelation(predicate) ? relations[predicate] : undefined;

/** An attribute that a relation is known to have. */
export function attributeModel(type: RelationType, name: string): PropertyModel {
  const attribute = relations[type].attributes[name];
  if (attribute === undefined) throw new Error(`Unknown attribute "${name}" of ${type}.`);
  return attribute;
}
