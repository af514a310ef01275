import { isObjectType, type GraphQLSchema } from 'graphql';
import { resolvedFieldNames } from '../type-graphql/metadata.js';

/** Leaves fields without a resolver method to graphql-js: type-graphql's own way to read a property takes longer, and does not call one that is a function. */
export function readPropertiesByDefault(schema: GraphQLSchema): void {
  const resolved = resolvedFieldNames();
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  for (const type of types.filter(isObjectType))
    for (const field of Object.values(type.getFields())) if (!resolved.has(field.name)) delete field.resolve;
}
