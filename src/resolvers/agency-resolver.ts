import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { Agency } from '../schema/agency.js';
import { listArguments, peopleArguments, type ListInput } from '../schema/list-arguments.js';
import { Region } from '../schema/region.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { firstOf, follow, listOf } from './lists.js';

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

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency that it belongs to; null when none is known.' })
  parent(@Root() { id }: Entity, @Ctx() context: Context) {
    return firstOf('Agency', 'parent', id, context);
  }

  @FieldResolver(() => [Agency], { description: 'The agencies that it belongs to, the nearest first.' })
  ancestors(@Root() { id }: Entity, @Ctx() { loaders }: Context) {
    return loaders.entities.ancestors(id);
  }

  @FieldResolver(() => relationConnection('Agency', 'children'), { description: 'Its departments and subordinate bodies.' })
  children(@Root() { id }: Entity, @Args(() => listArguments('Agency')) input: ListInput, @Ctx() context: Context) {
    return follow('Agency', 'children', id, input, context);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region where it is; null when none is known.' })
  location(@Root() { id }: Entity, @Ctx() context: Context) {
    return firstOf('Agency', 'location', id, context);
  }

  @FieldResolver(() => relationConnection('Agency', 'people'), {
    description: 'The people who hold a position there, with their titles.',
  })
  people(@Root() { id }: Entity, @Args(() => peopleArguments()) input: ListInput, @Ctx() context: Context) {
    return follow('Agency', 'people', id, input, context);
  }

  @FieldResolver(() => relationConnection('Agency', 'policies'), {
    description: 'The policies that it issued, with its role in each.',
  })
  policies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Agency', 'policies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Agency', 'programs'), { description: 'The programs that it runs.' })
  programs(@Root() { id }: Entity, @Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Agency', 'programs', id, input, context);
  }

  @FieldResolver(() => relationConnection('Agency', 'events'), { description: 'The events that it took part in.' })
  events(@Root() { id }: Entity, @Args(() => listArguments('Event')) input: ListInput, @Ctx() context: Context) {
    return follow('Agency', 'events', id, input, context);
  }
}
