/** What each entity type has, made from its row of the model: one by its id or name, the list of all, its ancestors. */
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver, type ClassType } from '../type-graphql/decorators.js';
import { entities, fieldName, labels, wordsOf, type Label } from '../model/model.js';
import { listConnection } from '../schema/connections.js';
import { entityTypes } from '../schema/entity-types.js';
import { EntityArg } from '../schema/entity-ids.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { mustBeOf } from './entities.js';
import { listOf } from './lists.js';
import { oneResolver } from './made-resolver.js';
import { entityByPlan } from './plan/plans.js';

export const entityTypeResolvers = (): Function[] =>
  labels.flatMap((label) => [getterOf(label), listerOf(label), ...ancestorsOf(label)]);

/** `agency(id:)` */
function getterOf(label: Label): Function {
  const name = fieldName(label);
  class GetterResolver {
    async [name](id: string, context: Context, info: GraphQLResolveInfo) {
      mustBeOf(label, id);
      return (await entityByPlan(id, label, context, info)) ?? context.loaders.entities.known(id);
    }
  }
  const { prototype } = GetterResolver;
  const description = `The ${wordsOf(label)} with this id or exact name; null when there is none.`;
  Query(() => entityTypes[label], { nullable: true, description })(prototype, name, {});
  EntityArg('id', [label], `Such as "${entities[label].example}".`)(prototype, name, 0);
  Ctx()(prototype, name, 1);
  Info()(prototype, name, 2);
  return resolverOf(GetterResolver, label);
}

/** `agencies(where:)` */
function listerOf(label: Label): Function {
  const { plural } = entities[label];
  class ListerResolver {
    [plural](input: ListInput, context: Context, info: GraphQLResolveInfo) {
      return listOf(label, input, context, info);
    }
  }
  const { prototype } = ListerResolver;
  const description = `All ${wordsOf(plural)}, or those that pass a filter.`;
  const [connection, args] = [listConnection(label, () => entityTypes[label]), listArguments(label)];
  Query(() => connection, { description })(prototype, plural, {});
  Args(() => args)(prototype, plural, 0);
  Ctx()(prototype, plural, 1);
  Info()(prototype, plural, 2);
  return resolverOf(ListerResolver, label);
}

/** `ancestors`, where an entity can be part of others */
function ancestorsOf(on: Label): Function[] {
  const { ancestors: description } = entities[on];
  if (description === undefined) return [];
  const resolve = (id: string, { loaders }: Context) => loaders.entities.ancestors(id);
  return [oneResolver({ on, name: 'ancestors', description, type: () => [entityTypes[on]], resolve })];
}

function resolverOf(resolver: ClassType, label: Label): Function {
  Resolver(() => entityTypes[label])(resolver);
  return resolver;
}
