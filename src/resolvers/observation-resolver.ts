import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Observation as ObservationRow } from '../graph/stored/rows.js';
import { Claim } from '../schema/claim.js';
import { listConnection } from '../schema/connections.js';
import { Entity } from '../schema/entity.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Observation } from '../schema/observation.js';
import { entityTypes } from '../schema/entity-types.js';
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

  @FieldResolver(() => entityTypes.Indicator, { description: 'What is measured.' })
  indicator(@Root() { indicator }: ObservationRow, @Ctx() { loaders }: Context) {
    return loaders.entities.byId(indicator);
  }

  @FieldResolver(() => [Entity], { description: 'What it is about, besides the indicator.' })
  about(@Root() { about }: ObservationRow, @Ctx() { loaders }: Context) {
    return Promise.all(about.map((id) => loaders.entities.byId(id)));
  }

  @FieldResolver(() => entityTypes.Region, { nullable: true, description: 'The region that it is for.' })
  region(@Root() { region }: ObservationRow, @Ctx() { loaders }: Context) {
    return region === undefined ? null : loaders.entities.byId(region);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'Who reported the value.' })
  reportedBy(@Root() { reportedBy }: ObservationRow, @Ctx() { loaders }: Context) {
    return reportedBy === undefined ? null : loaders.entities.byId(reportedBy);
  }

  @FieldResolver(() => entityTypes.Region, { nullable: true, description: 'The region among whose members it is ranked.' })
  rankedIn(@Root() { rankedIn }: ObservationRow, @Ctx() { loaders }: Context) {
    return rankedIn === undefined ? null : loaders.entities.byId(rankedIn);
  }

  @FieldResolver(() => [Claim], { description: 'The claims that the value is so, each with its evidence.' })
  claims(@Root() { id }: ObservationRow, @Ctx() { loaders }: Context) {
    return loaders.claims.about(id, 'Observation');
  }
}
