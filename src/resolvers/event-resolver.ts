import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { Event } from '../schema/event.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

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
}
