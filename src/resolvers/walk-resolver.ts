import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../type-graphql/decorators.js';
import type { Join } from '../graph/stored/rows.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { Entity } from '../schema/entity.js';
import { Neighbourhood, NeighbourhoodArguments, Path, PathArguments, Relation } from '../schema/walk.js';
import type { Context } from './context.js';
import { keyDescription, keyOf } from './key.js';
import { Costs, part } from '../schema/price.js';

@Resolver(() => Relation)
export class WalkResolver {
  @Query(() => [Path], {
    description:
      'How two entities are connected: the shortest paths first, those of one length by the ids of their relations. From an entity to itself there is one, of no relations; where an id is unknown, none.',
  })
  paths(@Args(() => PathArguments) { types, ...question }: PathArguments, @Ctx() { loaders }: Context) {
    return loaders.walks.paths(question, types ?? undefined);
  }

  @Query(() => Neighbourhood, {
    nullable: true,
    description: 'What lies around an entity, and the relations among it; null when there is no such entity.',
  })
  neighbourhood(
    @Args(() => NeighbourhoodArguments) { id, types, depth, first }: NeighbourhoodArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.walks.neighbourhood({ root: id, depth, first }, types ?? undefined);
  }

  @FieldResolver(() => ID, { description: keyDescription })
  key(@Root() { id, on }: Join, @Ctx() context: Context) {
    const key = keyOf(id, context);
    return on === context.loaders.reader.asOf.on ? key : `${key}#${on}`; // its ends are seen as of another day than itself
  }

  @Costs(part) // among the nodes of the walk
  @FieldResolver(() => Entity, { description: 'The entity that it leads from.' })
  from(@Root() { from }: Join, @Ctx() { loaders }: Context) {
    return loaders.entities.byId(from);
  }

  @Costs(part)
  @FieldResolver(() => Entity, { description: 'The entity that it leads to.' })
  to(@Root() { to }: Join, @Ctx() { loaders }: Context) {
    return loaders.entities.byId(to);
  }

  @FieldResolver(() => [Claim], { description: 'The claims that assert it, each with its evidence.' })
  claims(@Root() { claimIds }: Join, @Args(() => ClaimPageArguments) page: ClaimPageArguments, @Ctx() { loaders }: Context) {
    return loaders.claims.pageOf(claimIds, page);
  }
}
