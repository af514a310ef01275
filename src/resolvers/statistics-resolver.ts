import { Args, Ctx, FieldResolver, Float, Resolver, Root } from '../type-graphql/decorators.js';
import type { Filter } from '../graph/lists/filter/filter.js';
import { pageSizes } from '../graph/lists/order.js';
import type { Entity } from '../graph/stored/rows.js';
import {
  series,
  statistics,
  type Grouping,
  type IndicatorKind,
  type StatisticsGroup as GroupRow,
  type Value,
} from '../graph/statistics/statistics.js';
import { Observation } from '../schema/observation.js';
import {
  GroupObservationsArguments,
  SeriesArguments,
  SeriesPoint,
  StatisticsArguments,
  StatisticsGroup,
} from '../schema/statistics.js';
import { entityTypes } from '../schema/entity-types.js';
import type { Context } from './context.js';
import { Costs, listOf, withWork } from '../schema/price.js';

/** Values are read in full, and added up here. */
const aggregate = withWork(listOf(5), 20);

@Resolver(() => entityTypes.Indicator)
export class IndicatorStatisticsResolver {
  @Costs(aggregate)
  @FieldResolver(() => [SeriesPoint], {
    description:
      'Its values in the order of their periods, each with the change since the one before. Several regions or things make several series; each change is within one of them.',
  })
  async series(@Root() { id, kind }: Entity, @Args(() => SeriesArguments) args: SeriesArguments, @Ctx() { loaders }: Context) {
    return series(await loaders.statistics.values(id, filterOf(args, args.kind ?? 'ACTUAL')), kind as IndicatorKind | undefined);
  }

  @Costs(aggregate)
  @FieldResolver(() => [StatisticsGroup], {
    description:
      'Its values by group: how many, their sum, mean, smallest and largest. An error where the units in a group differ.',
  })
  async statistics(
    @Root() { id, kind }: Entity,
    @Args(() => StatisticsArguments) args: StatisticsArguments,
    @Ctx() { loaders }: Context,
  ) {
    const values = await loaders.statistics.values(
      id,
      filterOf(args, args.kind ?? (args.by.includes('KIND') ? undefined : 'ACTUAL')),
    );
    return statistics(values.filter(isWanted(args)), args.by as Grouping[], kind as IndicatorKind | undefined);
  }
}

@Resolver(() => StatisticsGroup)
export class StatisticsGroupResolver {
  @FieldResolver(() => Float)
  min(@Root() { smallest }: GroupRow) {
    return smallest.value;
  }

  @FieldResolver(() => Float)
  max(@Root() { largest }: GroupRow) {
    return largest.value;
  }

  @FieldResolver(() => [Observation])
  observations(
    @Root() { observations }: GroupRow,
    @Args(() => GroupObservationsArguments) { first }: GroupObservationsArguments,
  ) {
    return observations.slice(0, first ?? pageSizes.default);
  }
}

/** Filters ignore the case of letters, which units do not: a Mg is a tonne, a mg is none. */
function isWanted({ regionLevel, unit }: StatisticsArguments) {
  return (value: Value) => (regionLevel == null || value.level === regionLevel) && (unit == null || value.unit === unit);
}

function filterOf({ region, about, from, to }: SeriesArguments, kind: string | undefined): Filter {
  return {
    ...(region == null ? {} : { region: { eq: region } }),
    ...(about == null ? {} : { about }),
    ...(kind === undefined ? {} : { kind: { eq: kind } }),
    ...(from == null && to == null ? {} : { period: { gte: from, lte: to } }),
  };
}
