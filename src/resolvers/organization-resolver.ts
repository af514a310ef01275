import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { listArguments, peopleArguments, type ListInput } from '../schema/list-arguments.js';
import { Organization } from '../schema/organization.js';
import { Region } from '../schema/region.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { firstOf, follow, listOf } from './lists.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true, description: 'The organization with this id; null when there is none.' })
  organization(@Arg('id', () => ID, { description: 'Such as "organization:cn-xinhua".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Organization', id, context);
  }

  @Query(() => listConnection('Organization', () => Organization), {
    description: 'All organizations, or those that pass a filter.',
  })
  organizations(@Args(() => listArguments('Organization')) input: ListInput, @Ctx() context: Context) {
    return listOf('Organization', input, context);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organization that it belongs to; null when none is known.',
  })
  parent(@Root() { id }: Entity, @Ctx() context: Context) {
    return firstOf('Organization', 'parent', id, context);
  }

  @FieldResolver(() => [Organization], { description: 'The organizations that it belongs to, the nearest first.' })
  ancestors(@Root() { id }: Entity, @Ctx() { loaders }: Context) {
    return loaders.entities.ancestors(id);
  }

  @FieldResolver(() => relationConnection('Organization', 'children'), { description: 'The organizations that belong to it.' })
  children(@Root() { id }: Entity, @Args(() => listArguments('Organization')) input: ListInput, @Ctx() context: Context) {
    return follow('Organization', 'children', id, input, context);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region where it is; null when none is known.' })
  location(@Root() { id }: Entity, @Ctx() context: Context) {
    return firstOf('Organization', 'location', id, context);
  }

  @FieldResolver(() => relationConnection('Organization', 'people'), {
    description: 'The people who hold a position there, with their titles.',
  })
  people(@Root() { id }: Entity, @Args(() => peopleArguments()) input: ListInput, @Ctx() context: Context) {
    return follow('Organization', 'people', id, input, context);
  }

  @FieldResolver(() => relationConnection('Organization', 'owns'), {
    description: 'The organizations and products that it owns.',
  })
  owns(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Organization', 'owns', id, input, context);
  }

  @FieldResolver(() => relationConnection('Organization', 'ownedBy'), { description: 'The organizations that own it.' })
  ownedBy(@Root() { id }: Entity, @Args(() => listArguments('Organization')) input: ListInput, @Ctx() context: Context) {
    return follow('Organization', 'ownedBy', id, input, context);
  }

  @FieldResolver(() => relationConnection('Organization', 'markets'), { description: 'The regions that it sells to.' })
  markets(@Root() { id }: Entity, @Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return follow('Organization', 'markets', id, input, context);
  }

  @FieldResolver(() => relationConnection('Organization', 'events'), { description: 'The events that it took part in.' })
  events(@Root() { id }: Entity, @Args(() => listArguments('Event')) input: ListInput, @Ctx() context: Context) {
    return follow('Organization', 'events', id, input, context);
  }
}
