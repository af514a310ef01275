/**
 * What the graph is made of: every label, property, relation and attribute, as data.
 *
 * Object types, fields, filters, statements, import validation, exports and docs/model.md derive from these tables,
 * so that a new relation, type or property is one row here: docs/extend-the-model.md.
 */
export * from './claim-ends.js';
export * from './entities.js';
export * from './fields.js';
export * from './ids.js';
export * from './listed.js';
export * from './predicates.js';
export type { EntityModel, ListedModel, PropertyModel, PropertyType } from './properties.js';
export * from './links.js';
export {
  filterDescription,
  givenFields,
  inputDescription,
  outputDescription,
  requiredFields,
  type Fields,
  type InputOf,
  type RecordField,
  type RecordOf,
} from './record-fields.js';
export * from './record-ways.js';
export * from './records.js';
export type { FieldModel, PartsModel, RelationModel } from './relations/relation.js';
export * from './relations/relations.js';
export * from './values.js';
export * from './words.js';
