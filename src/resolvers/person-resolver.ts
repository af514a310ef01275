import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Person } from '../schema/person.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: 'The person with this id; null when there is none.' })
  person(@Arg('id', () => ID, { description: 'Such as "person:luo-lei".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Person', id, context);
  }

  @Query(() => listConnection('Person', () => Person), { description: 'All people, or those that pass a filter.' })
  people(@Args(() => listArguments('Person')) input: ListInput, @Ctx() context: Context) {
    return listOf('Person', input, context);
  }
}
