import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/stored/rows.js';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Region } from '../schema/region.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'The region with this id; null when there is none.' })
  region(@Arg('id', () => ID, { description: 'Such as "region:CN-370200".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Region', id, context);
  }

  @Query(() => listConnection('Region', () => Region), { description: 'All regions, or those that pass a filter.' })
  regions(@Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return listOf('Region', input, context);
  }

  @FieldResolver(() => [Region], { description: 'The regions that it lies in, the nearest first.' })
  ancestors(@Root() { id }: Entity, @Ctx() { loaders }: Context) {
    return loaders.entities.ancestors(id);
  }
}
