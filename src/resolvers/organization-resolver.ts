import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/stored/rows.js';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Organization } from '../schema/organization.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

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

  @FieldResolver(() => [Organization], { description: 'The organizations that it belongs to, the nearest first.' })
  ancestors(@Root() { id }: Entity, @Ctx() { loaders }: Context) {
    return loaders.entities.ancestors(id);
  }
}
