import { Args, Ctx, FieldResolver, Int, Resolver, Root } from '../type-graphql/decorators.js';
import type { Coverage as CoverageResult } from '../graph/inference/coverage.js';
import type { Entity, Relation } from '../graph/stored/rows.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { Coverage, CoveringRelation } from '../schema/coverage.js';
import { EntityArg } from '../schema/entity-ids.js';
import { FuzzyDate } from '../schema/fuzzy-date.js';
import { entityTypes } from '../schema/entity-types.js';
import { PartPageArguments, itemsOfPage } from '../schema/part-page.js';
import type { Context } from './context.js';

const description =
  'Whether it covers a region: itself, through a larger one, in part, no longer, not yet, or not at all; null for a region that the graph does not know.';
const RegionArg = () => EntityArg('region', ['Region'], 'The region, such as "region:CN-370200" (Qingdao).');

@Resolver(() => entityTypes.Program)
export class ProgramCoverageResolver {
  @FieldResolver(() => Coverage, { nullable: true, description })
  coverage(@Root() { id }: Entity, @RegionArg() region: string, @Ctx() { loaders }: Context) {
    return loaders.coverage.of(id, region);
  }
}

@Resolver(() => entityTypes.Policy)
export class PolicyCoverageResolver {
  @FieldResolver(() => Coverage, { nullable: true, description })
  coverage(@Root() { id }: Entity, @RegionArg() region: string, @Ctx() { loaders }: Context) {
    return loaders.coverage.of(id, region);
  }
}

@Resolver(() => entityTypes.Region)
export class RegionCoverageResolver {
  @FieldResolver(() => Coverage, {
    nullable: true,
    description:
      'Whether a policy or program covers it: itself, through a larger region, in part, no longer, not yet, or not at all; null for an unknown policy or program. What `coverage` of a policy or program gives, for lists of regions.',
  })
  async coverage(
    @Root() { id }: Entity,
    @EntityArg('by', ['Policy', 'Program'], 'The policy or program, such as "program:cn-used-car-export-pilot".') by: string,
    @Ctx() { loaders }: Context,
  ) {
    return (await loaders.entities.byId(by)) === null ? null : loaders.coverage.of(by, id);
  }
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => [CoveringRelation])
  via(@Root() { via }: CoverageResult, @Args(() => PartPageArguments) page: PartPageArguments) {
    return itemsOfPage(via, page);
  }

  @FieldResolver(() => [Claim])
  claims(
    @Root() { claimIds }: CoverageResult,
    @Args(() => ClaimPageArguments) page: ClaimPageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.claims.pageOf(claimIds, page);
  }

  @FieldResolver(() => FuzzyDate, {
    nullable: true,
    description:
      "The date of the latest source that the status rests on, so that an old list is not taken for today's; sources that only tell since when do not count. Where none of the sources is dated, the date that the claim itself gives, else the days up to its recording. Null only where the status rests on no source.",
  })
  statedOn(@Root() { claimIds }: CoverageResult, @Ctx() { loaders }: Context) {
    return loaders.coverage.statedOn(claimIds);
  }
}

@Resolver(() => CoveringRelation)
export class CoveringRelationResolver {
  @FieldResolver(() => [Claim])
  claims(@Root() { claimIds }: Relation, @Args(() => ClaimPageArguments) page: ClaimPageArguments, @Ctx() { loaders }: Context) {
    return loaders.claims.pageOf(claimIds, page);
  }

  @FieldResolver(() => Int, { nullable: true })
  batch(@Root() { attributes }: Relation): number | undefined {
    return attributes['batch'] as number | undefined;
  }
}
