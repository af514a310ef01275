import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Sector } from '../schema/sector.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Sector)
export class SectorResolver {
  @Query(() => Sector, { nullable: true, description: 'The sector with this id; null when there is none.' })
  sector(@Arg('id', () => ID, { description: 'Such as "sector:cross-border-e-commerce".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Sector', id, context);
  }

  @Query(() => listConnection('Sector', () => Sector), { description: 'All sectors, or those that pass a filter.' })
  sectors(@Args(() => listArguments('Sector')) input: ListInput, @Ctx() context: Context) {
    return listOf('Sector', input, context);
  }
}
