import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Sector } from '../schema/sector.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { follow, listOf } from './lists.js';

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

  @FieldResolver(() => relationConnection('Sector', 'policies'), { description: 'The policies that are about it.' })
  policies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Sector', 'policies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Sector', 'programs'), { description: 'The programs that are about it.' })
  programs(@Root() { id }: Entity, @Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Sector', 'programs', id, input, context);
  }

  @FieldResolver(() => relationConnection('Sector', 'includes'), {
    description: 'The sectors and products that it is made up of.',
  })
  includes(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Sector', 'includes', id, input, context);
  }

  @FieldResolver(() => relationConnection('Sector', 'partOf'), { description: 'The sectors and products that it is a part of.' })
  partOf(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Sector', 'partOf', id, input, context);
  }
}
