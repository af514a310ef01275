import { Args, Ctx, FieldResolver, Query, Resolver, Root } from '../type-graphql/decorators.js';
import type { Contradiction as ContradictionRow } from '../graph/loaders/contradiction-loader.js';
import { pageAmong } from '../graph/lists/page.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { Contradiction, ContradictionArguments, ContradictionConnection } from '../schema/contradiction.js';
import { Node } from '../schema/node.js';
import type { ForwardPageArguments } from '../schema/page-arguments.js';
import { Costs, page, withWork } from '../schema/price.js';
import type { Context } from './context.js';

@Resolver(() => Contradiction)
export class ContradictionResolver {
  @Costs(withWork(page, 5)) // its loader counts the search, once
  @Query(() => ContradictionConnection, {
    description: 'What cannot all be true among the live claims, of the whole graph or of one entity.',
  })
  async contradictions(
    @Args(() => ContradictionArguments) { subject, ...page }: ContradictionArguments,
    @Ctx() { loaders }: Context,
  ) {
    return contradictionConnection(
      await (subject == null ? loaders.contradictions.all() : loaders.contradictions.of(subject)),
      page,
    );
  }

  @FieldResolver(() => Node)
  subject(@Root() { subject }: ContradictionRow, @Ctx() { loaders }: Context) {
    return loaders.entities.byId(subject);
  }

  @FieldResolver(() => [Claim])
  claims(
    @Root() contradiction: ContradictionRow,
    @Args(() => ClaimPageArguments) page: ClaimPageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.contradictions.claimsOf(contradiction, page);
  }
}

export function contradictionConnection(all: readonly ContradictionRow[], { first, after }: ForwardPageArguments) {
  const { edges, ...info } = pageAmong(all, ({ key }) => key, { first: first ?? undefined, after: after ?? undefined });
  return {
    edges: edges.map(({ cursor, item }) => ({ cursor, node: item })),
    pageInfo: { ...info, startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor },
    totalCount: all.length,
  };
}
