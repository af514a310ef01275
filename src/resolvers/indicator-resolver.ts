import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { Indicator } from '../schema/indicator.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => Indicator, { nullable: true, description: 'The indicator with this id; null when there is none.' })
  indicator(
    @Arg('id', () => ID, { description: 'Such as "indicator:cn-used-cars-exported".' }) id: string,
    @Ctx() context: Context,
  ) {
    return entityWithId('Indicator', id, context);
  }

  @Query(() => listConnection('Indicator', () => Indicator), { description: 'All indicators, or those that pass a filter.' })
  indicators(@Args(() => listArguments('Indicator')) input: ListInput, @Ctx() context: Context) {
    return listOf('Indicator', input, context);
  }
}
