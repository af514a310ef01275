import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Person } from '../schema/person.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { follow, listOf } from './lists.js';

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

  @FieldResolver(() => relationConnection('Person', 'positions'), {
    description: 'The agencies and organizations where the person holds a position, with the title of each.',
  })
  positions(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Person', 'positions', id, input, context);
  }

  @FieldResolver(() => relationConnection('Person', 'policies'), {
    description: 'The policies that the person signed, with the title of each signature.',
  })
  policies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Person', 'policies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Person', 'events'), {
    description: 'The events that the person took part in, with the role in each.',
  })
  events(@Root() { id }: Entity, @Args(() => listArguments('Event')) input: ListInput, @Ctx() context: Context) {
    return follow('Person', 'events', id, input, context);
  }
}
