import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Topic } from '../schema/topic.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'The topic with this id; null when there is none.' })
  topic(@Arg('id', () => ID, { description: 'Such as "topic:export-licences".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Topic', id, context);
  }

  @Query(() => listConnection('Topic', () => Topic), { description: 'All topics, or those that pass a filter.' })
  topics(@Args(() => listArguments('Topic')) input: ListInput, @Ctx() context: Context) {
    return listOf('Topic', input, context);
  }
}
