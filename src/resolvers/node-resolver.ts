import { ArrayMaxSize } from 'class-validator';
import { Args, ArgsType, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../type-graphql/decorators.js';
import { labels, typeOf } from '../model/model.js';
import { EntityArg, EntityField } from '../schema/entity-ids.js';
import { Node } from '../schema/node.js';
import type { Context } from './context.js';
import { keyDescription, keyOf } from './key.js';
import { limits } from '../limits.js';

@ArgsType()
class NodesArguments {
  @EntityField(labels, `Up to ${limits.lists.ids.value}, of any types.`, { type: () => [ID] })
  @ArrayMaxSize(limits.lists.ids.value)
  readonly ids!: string[];
}

@Resolver(() => Node)
export class NodeResolver {
  @FieldResolver(() => ID, { description: keyDescription })
  key(@Root() { id }: { readonly id: string }, @Ctx() context: Context) {
    return keyOf(id, context);
  }

  @Query(() => Node, { nullable: true, description: 'Whatever has this id; null when nothing has.' })
  node(@EntityArg('id', labels, 'Such as "region:CN".') id: string, @Ctx() context: Context) {
    return nodeWithId(id, context);
  }

  @Query(() => [Node], { nullable: 'items', description: 'What has these ids, in their order, with null where nothing has.' })
  nodes(@Args(() => NodesArguments) { ids }: NodesArguments, @Ctx() context: Context) {
    return Promise.all(ids.map((id) => nodeWithId(id, context)));
  }
}

export function nodeWithId(id: string, { loaders }: Context) {
  switch (typeOf(id)) {
    case 'Claim':
      return loaders.claims.byId(id);
    case 'Observation':
      return loaders.observations.byId(id);
    case 'Changeset':
      return loaders.changesets.byId(id);
    default:
      return loaders.entities.known(id);
  }
}
