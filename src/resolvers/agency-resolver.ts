import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/stored/rows.js';
import { listConnection } from '../schema/connections.js';
import { Agency } from '../schema/agency.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: 'The agency with this id; null when there is none.' })
  agency(@Arg('id', () => ID, { description: 'Such as "agency:cn-mofcom".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Agency', id, context);
  }

  @Query(() => listConnection('Agency', () => Agency), { description: 'All agencies, or those that pass a filter.' })
  agencies(@Args(() => listArguments('Agency')) input: ListInput, @Ctx() context: Context) {
    return listOf('Agency', input, context);
  }

  @FieldResolver(() => [Agency], { description: 'The agencies that it belongs to, the nearest first.' })
  ancestors(@Root() { id }: Entity, @Ctx() { loaders }: Context) {
    return loaders.entities.ancestors(id);
  }
}
