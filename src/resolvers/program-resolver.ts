import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { coveredRegionArguments, listArguments, type ListInput } from '../schema/list-arguments.js';
import { Program } from '../schema/program.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { follow, listOf } from './lists.js';

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

  @FieldResolver(() => relationConnection('Program', 'regions'), {
    description: 'The regions that it covers, each with its batch, since when, and the claims that say so.',
  })
  regions(@Root() { id }: Entity, @Args(() => coveredRegionArguments()) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'regions', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'policies'), { description: 'The policies that set it up or carry it on.' })
  policies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'policies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'administrators'), { description: 'The agencies that run it.' })
  administrators(@Root() { id }: Entity, @Args(() => listArguments('Agency')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'administrators', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'sectors'), { description: 'The sectors that it is about.' })
  sectors(@Root() { id }: Entity, @Args(() => listArguments('Sector')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'sectors', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'products'), { description: 'The products that it is about.' })
  products(@Root() { id }: Entity, @Args(() => listArguments('Product')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'products', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'supports'), { description: 'The programs that it helps along.' })
  supports(@Root() { id }: Entity, @Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'supports', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'supportedBy'), {
    description: 'The policies and programs that help it along.',
  })
  supportedBy(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'supportedBy', id, input, context);
  }

  @FieldResolver(() => relationConnection('Program', 'markets'), { description: 'The regions that it sells to.' })
  markets(@Root() { id }: Entity, @Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return follow('Program', 'markets', id, input, context);
  }
}
