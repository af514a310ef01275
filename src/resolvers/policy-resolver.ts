import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { coveredRegionArguments, listArguments, type ListInput } from '../schema/list-arguments.js';
import { Policy } from '../schema/policy.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { follow, listOf } from './lists.js';

@Resolver(() => Policy)
export class PolicyResolver {
  @Query(() => Policy, { nullable: true, description: 'The policy with this id; null when there is none.' })
  policy(
    @Arg('id', () => ID, { description: 'Such as "policy:cn-2024-used-car-export-notice".' }) id: string,
    @Ctx() context: Context,
  ) {
    return entityWithId('Policy', id, context);
  }

  @Query(() => listConnection('Policy', () => Policy), { description: 'All policies, or those that pass a filter.' })
  policies(@Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return listOf('Policy', input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'issuers'), {
    description: 'The agencies that issued it, with the role of each. `unnamedIssuers` counts those that a source does not name.',
  })
  issuers(@Root() { id }: Entity, @Args(() => listArguments('Agency')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'issuers', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'signatories'), {
    description: 'The people who signed it, with the title that each signed under.',
  })
  signatories(@Root() { id }: Entity, @Args(() => listArguments('Person')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'signatories', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'programs'), { description: 'The programs that it sets up or carries on.' })
  programs(@Root() { id }: Entity, @Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'programs', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'regions'), { description: 'The regions that it covers.' })
  regions(@Root() { id }: Entity, @Args(() => coveredRegionArguments()) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'regions', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'sectors'), { description: 'The sectors that it is about.' })
  sectors(@Root() { id }: Entity, @Args(() => listArguments('Sector')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'sectors', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'products'), { description: 'The products that it is about.' })
  products(@Root() { id }: Entity, @Args(() => listArguments('Product')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'products', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'topics'), { description: 'The topics that it is filed under.' })
  topics(@Root() { id }: Entity, @Args(() => listArguments('Topic')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'topics', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'supports'), { description: 'The programs that it helps along.' })
  supports(@Root() { id }: Entity, @Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'supports', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'priorPolicies'), {
    description: 'Earlier policies that it amends, repeals, implements or follows.',
  })
  priorPolicies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'priorPolicies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Policy', 'laterPolicies'), {
    description: 'Later policies that amend, repeal, implement or follow it.',
  })
  laterPolicies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Policy', 'laterPolicies', id, input, context);
  }
}
