import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { Event } from '../schema/event.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Region } from '../schema/region.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { firstOf, follow, listOf } from './lists.js';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'The event with this id; null when there is none.' })
  event(@Arg('id', () => ID, { description: 'Such as "event:boao-forum-2024".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Event', id, context);
  }

  @Query(() => listConnection('Event', () => Event), { description: 'All events, or those that pass a filter.' })
  events(@Args(() => listArguments('Event')) input: ListInput, @Ctx() context: Context) {
    return listOf('Event', input, context);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region where it took place; null when none is known.' })
  location(@Root() { id }: Entity, @Ctx() context: Context) {
    return firstOf('Event', 'location', id, context);
  }

  @FieldResolver(() => relationConnection('Event', 'participants'), {
    description: 'The people, agencies and organizations that took part, with the role of each.',
  })
  participants(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Event', 'participants', id, input, context);
  }
}
