/** A limit on the length of ids: an engine's index takes keys of a few kB, and refuses a longer one as a fault of its own. */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { GraphError } from '../graph/errors.js';
import { maxIdLength } from '../graph/schema.js';

/** Has every field that takes ids, in its arguments or in their filters, refuse those that are too long. */
export function limitIds(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__')) for (const field of Object.values(type.getFields())) guard(field);
}

function guard(field: GraphQLField<unknown, unknown>): void {
  const holders = field.args.filter(({ type }) => holdsIds(type, new Set()));
  if (holders.length === 0) return;
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (root, args: Readonly<Record<string, unknown>>, context, info) => {
    mustBeShort(holders, args);
    return resolve(root, args, context, info);
  };
}

/** Filters hold filters: what is being looked into adds nothing. */
function holdsIds(type: GraphQLInputType, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID';
  if (seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => holdsIds(field.type, seen));
}

function mustBeShort(holders: readonly GraphQLArgument[], args: Readonly<Record<string, unknown>>): void {
  for (const { name, type } of holders) {
    const where = longId(type, args[name], name);
    if (where !== undefined)
      throw new GraphError('BAD_USER_INPUT', `"${where}" must be an id, which has at most ${maxIdLength} characters.`);
  }
}

/** Where in a value an id is too long: "where.or.id.eq". */
function longId(type: GraphQLInputType, value: unknown, place: string): string | undefined {
  if (value == null) return undefined;
  const inner = getNullableType(type);
  if (isListType(inner)) return firstOf(value as readonly unknown[], (item) => longId(inner.ofType, item, place));
  if (isInputObjectType(inner)) {
    const given = value as Readonly<Record<string, unknown>>;
    return firstOf(Object.values(inner.getFields()), (field) => longId(field.type, given[field.name], `${place}.${field.name}`));
  }
  return inner.name === 'ID' && String(value).length > maxIdLength ? place : undefined;
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
