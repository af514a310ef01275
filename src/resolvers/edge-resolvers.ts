import { Args, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { relationEdges } from '../schema/connections.js';
import type { RelationEdge } from './relation-edge.js';

/** The claims of the edges of every relation field. */
export const edgeResolvers = (): Function[] => relationEdges().map(edgeResolver);

function edgeResolver(edge: Function): Function {
  @Resolver(() => edge)
  class EdgeResolver {
    @FieldResolver(() => [Claim])
    claims(@Root() root: RelationEdge, @Args(() => ClaimPageArguments) page: ClaimPageArguments) {
      return root.pageOfClaims(page);
    }
  }
  return EdgeResolver;
}
