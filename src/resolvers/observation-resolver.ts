import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../type-graphql/decorators.js';
import type { Observation as ObservationRow } from '../graph/stored/rows.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Observation } from '../schema/observation.js';
import type { Context } from './context.js';
import { observationList } from './lists.js';

@Resolver(() => Observation)
export class ObservationResolver {
  @Query(() => Observation, { nullable: true, description: 'The observation with this id; null when there is none.' })
  observation(
    @Arg('id', () => ID, { description: 'As lists of observations give it.' }) id: string,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.observations.byId(id);
  }

  @Query(() => listConnection('Observation', () => Observation), {
    description: 'All observations, or those that pass a filter.',
  })
  observations(@Args(() => listArguments('Observation')) input: ListInput, @Ctx() context: Context) {
    return observationList(input, context);
  }

  @FieldResolver(() => [Claim], { description: 'The claims that the value is so, each with its evidence.' })
  claims(@Root() { id }: ObservationRow, @Args(() => ClaimPageArguments) page: ClaimPageArguments, @Ctx() { loaders }: Context) {
    return loaders.claims.pageAbout(id, 'Observation', page);
  }
}
