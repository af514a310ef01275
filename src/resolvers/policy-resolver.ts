import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Policy } from '../schema/policy.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

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
}
