/** A limit on the length of ids and names: an engine's index takes keys of a few kB, and refuses a longer one as a fault of its own. */
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { maxIdLength } from '../graph/stored/indexes.js';
import type { Context } from '../resolvers/context.js';
import { fieldsWithIds, withIds, type Arguments, type Reference } from '../resolvers/id-arguments.js';

/** Has every field that takes ids, in its arguments or in their filters, reject those that are too long. */
export function limitIds(schema: GraphQLSchema): void {
  for (const each of fieldsWithIds(schema)) {
    const { resolve = defaultFieldResolver } = each.field;
    each.field.resolve = (root, args: Arguments, context: Context, info) => {
      context.memo.of(resolve, info.fieldNodes, () => withIds(each, args, short));
      return resolve(root, args, context, info);
    };
  }
}

function short({ text, place, labels }: Reference): string {
  if (text.length <= maxIdLength) return text;
  const what = labels === undefined ? 'an id' : 'an id or an exact name';
  throw new GraphError('BAD_USER_INPUT', `"${place}" must be ${what}, which has at most ${maxIdLength} characters.`);
}
