import { Args, Ctx, Query, Resolver } from '../type-graphql/decorators.js';
import { keyOf } from '../graph/differences/differences.js';
import { pageAmong } from '../graph/lists/page.js';
import { DifferenceConnection, DifferencesArguments } from '../schema/differences.js';
import type { Context } from './context.js';

@Resolver()
export class DifferenceResolver {
  @Query(() => DifferenceConnection, {
    description:
      'Which relations of an entity began, ended or changed between two days, whichever way they lead. `from` and `to` take the place of the day of `asOf`: `knownAt` and `atLeast` apply to both, and its `date` only to what lies below the relations.',
  })
  async differences(
    @Args(() => DifferencesArguments) { about, from, to, types, first, after }: DifferencesArguments,
    @Ctx() { loaders }: Context,
  ) {
    const { all, truncated } = await loaders.differences.of(about, { from, to }, types ?? undefined);
    const page = { first: first ?? undefined, after: after ?? undefined };
    const { edges, ...info } = pageAmong(all, keyOf, page, 'difference');
    return {
      edges: edges.map(({ cursor, item }) => ({ cursor, node: item })),
      pageInfo: { ...info, startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor },
      totalCount: all.length,
      truncated,
    };
  }
}
