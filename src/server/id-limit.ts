/** A limit on the length of ids: an engine's index takes keys of a few kB, and refuses a longer one as a fault of its own. */
import { defaultFieldResolver, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { maxIdLength } from '../graph/stored/indexes.js';
import { fieldsWithIds, withIds } from '../resolvers/id-arguments.js';

/** Has every field that takes ids, in its arguments or in their filters, refuse those that are too long. */
export function limitIds(schema: GraphQLSchema): void {
  for (const { field, holders } of fieldsWithIds(schema)) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (root, args: Readonly<Record<string, unknown>>, context, info) => {
      mustBeShort(holders, args);
      return resolve(root, args, context, info);
    };
  }
}

function mustBeShort(holders: readonly GraphQLArgument[], args: Readonly<Record<string, unknown>>): void {
  for (const { name, type } of holders) withIds(type, args[name], short, name);
}

function short(id: string, place: string): string {
  if (id.length <= maxIdLength) return id;
  throw new GraphError('BAD_USER_INPUT', `"${place}" must be an id, which has at most ${maxIdLength} characters.`);
}
