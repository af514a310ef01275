/**
 * What the graph is made of: every label, property, relation and attribute, as data.
 *
 * Indexes, import validation, generic traversal, statement templates, GraphQL enums and docs/model.md
 * derive from these tables, so that a new relation is one row here and one field at each end.
 */
export * from './model/claim-links.js';
export * from './model/entities.js';
export * from './model/fields.js';
export * from './model/predicates.js';
export type { EntityModel, PropertyModel, PropertyType } from './model/properties.js';
export * from './model/records.js';
export * from './model/relations.js';
export * from './model/values.js';
