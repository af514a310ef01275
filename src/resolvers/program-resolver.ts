import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Program } from '../schema/program.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Program)
export class ProgramResolver {
  @Query(() => Program, { nullable: true, description: 'The program with this id; null when there is none.' })
  program(
    @Arg('id', () => ID, { description: 'Such as "program:cn-used-car-export-pilot".' }) id: string,
    @Ctx() context: Context,
  ) {
    return entityWithId('Program', id, context);
  }

  @Query(() => listConnection('Program', () => Program), { description: 'All programs, or those that pass a filter.' })
  programs(@Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return listOf('Program', input, context);
  }
}
