import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { listArguments, scopedArguments, type ListInput } from '../schema/list-arguments.js';
import { Region } from '../schema/region.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { firstOf, follow, listOf } from './lists.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'The region with this id; null when there is none.' })
  region(@Arg('id', () => ID, { description: 'Such as "region:CN-370200".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Region', id, context);
  }

  @Query(() => listConnection('Region', () => Region), { description: 'All regions, or those that pass a filter.' })
  regions(@Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return listOf('Region', input, context);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region that it lies in: the province of a city, the part of the world of a country.',
  })
  parent(@Root() { id }: Entity, @Ctx() context: Context) {
    return firstOf('Region', 'parent', id, context);
  }

  @FieldResolver(() => [Region], { description: 'The regions that it lies in, the nearest first.' })
  ancestors(@Root() { id }: Entity, @Ctx() { loaders }: Context) {
    return loaders.entities.ancestors(id);
  }

  @FieldResolver(() => relationConnection('Region', 'children'), { description: 'The regions that lie directly in it.' })
  children(@Root() { id }: Entity, @Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'children', id, input, context);
  }

  @FieldResolver(() => relationConnection('Region', 'blocs'), { description: 'The blocs of countries that it is a member of.' })
  blocs(@Root() { id }: Entity, @Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'blocs', id, input, context);
  }

  @FieldResolver(() => relationConnection('Region', 'members'), { description: 'The members of a bloc.' })
  members(@Root() { id }: Entity, @Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'members', id, input, context);
  }

  @FieldResolver(() => relationConnection('Region', 'located'), { description: 'The agencies, organizations and events there.' })
  located(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'located', id, input, context);
  }

  @FieldResolver(() => relationConnection('Region', 'policies'), { description: 'The policies that cover it.' })
  policies(@Root() { id }: Entity, @Args(() => scopedArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'policies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Region', 'programs'), {
    description: 'The programs that cover it, each with its batch, since when, and the claims that say so.',
  })
  programs(@Root() { id }: Entity, @Args(() => scopedArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'programs', id, input, context);
  }

  @FieldResolver(() => relationConnection('Region', 'marketedBy'), {
    description: 'The products, programs and organizations that sell to it.',
  })
  marketedBy(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Region', 'marketedBy', id, input, context);
  }
}
