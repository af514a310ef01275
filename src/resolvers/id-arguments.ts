/** Ids among the arguments of fields, in filters in filters too: what is done with ids where they enter is done here, once for all fields. */
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { listedModels } from '../model/model.js';

export interface FieldWithIds {
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  /** Those of its arguments that hold ids. */
  readonly holders: readonly GraphQLArgument[];
}

/** Every field that takes ids. */
export function fieldsWithIds(schema: GraphQLSchema): FieldWithIds[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return (types as GraphQLObjectType[]).flatMap((parent) =>
    Object.values(parent.getFields())
      .map((field) => ({ parent, field, holders: field.args.filter(({ type }) => holdsIds(type, new Set())) }))
      .filter(({ holders }) => holders.length > 0),
  );
}

/** Filters by a text that is an id, such as `ObservationFilter.region`: what it is to be equal to is an id. */
const idFilters = new Set(
  Object.entries(listedModels).flatMap(([listed, { properties }]) =>
    Object.entries(properties)
      .filter(([, { isId }]) => isId === true)
      .map(([name]) => `${listed}Filter.${name}`),
  ),
);

/** Filters hold filters: what is being looked into adds nothing. */
function holdsIds(type: GraphQLInputType, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID';
  if (seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some(
    (field) => idFilters.has(`${named.name}.${field.name}`) || holdsIds(field.type, seen),
  );
}

/** What is done with an id; its place is such as "where.or.id.eq". */
type Change = (id: string, place: string) => string;

/** A value of a type with each id in it replaced by what `change` gives. */
export function withIds(type: GraphQLInputType, value: unknown, change: Change, place: string): unknown {
  if (value == null) return value;
  const inner = getNullableType(type);
  if (isListType(inner)) return (value as readonly unknown[]).map((item) => withIds(inner.ofType, item, change, place));
  if (!isInputObjectType(inner)) return inner.name === 'ID' ? change(String(value), place) : value;
  return eachPart(value, (name, part) => {
    const [field, at] = [inner.getFields()[name], `${place}.${name}`];
    if (field === undefined) return part;
    return idFilters.has(`${inner.name}.${name}`) ? withEqualId(part, change, at) : withIds(field.type, part, change, at);
  });
}

/** A filter of a text that is an id: what it is to be equal to is one, what it contains is a part of one. */
function withEqualId(filter: unknown, change: Change, place: string): unknown {
  if (filter == null) return filter;
  return eachPart(filter, (name, part) => {
    const at = `${place}.${name}`;
    if (name === 'eq' && typeof part === 'string') return change(part, at);
    return name === 'in' && Array.isArray(part) ? part.map((id) => change(String(id), at)) : part;
  });
}

const eachPart = (value: object, part: (name: string, value: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([name, own]) => [name, part(name, own)]));
