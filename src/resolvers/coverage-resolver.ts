import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Coverage as CoverageResult } from '../graph/coverage.js';
import type { FuzzyDate as FuzzyDateResult } from '../graph/dates.js';
import type { Entity, Relation } from '../graph/rows.js';
import { Claim } from '../schema/claim.js';
import { Coverage, CoveringRelation } from '../schema/coverage.js';
import { FuzzyDate } from '../schema/fuzzy-date.js';
import { Policy } from '../schema/policy.js';
import { Program } from '../schema/program.js';
import type { Context } from './context.js';

const description =
  'Whether it covers a region: itself, through a larger one, in part, no longer, not yet, or not at all; null for a region that the graph does not know.';
const argument = { description: 'The region, such as "region:CN-370200" (Qingdao).' };

@Resolver(() => Program)
export class ProgramCoverageResolver {
  @FieldResolver(() => Coverage, { nullable: true, description })
  coverage(@Root() { id }: Entity, @Arg('region', () => ID, argument) region: string, @Ctx() { loaders }: Context) {
    return loaders.coverage.of(id, region);
  }
}

@Resolver(() => Policy)
export class PolicyCoverageResolver {
  @FieldResolver(() => Coverage, { nullable: true, description })
  coverage(@Root() { id }: Entity, @Arg('region', () => ID, argument) region: string, @Ctx() { loaders }: Context) {
    return loaders.coverage.of(id, region);
  }
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => [Claim])
  claims(@Root() { claimIds }: CoverageResult, @Ctx() { loaders }: Context) {
    return loaders.claims.byIds(claimIds);
  }

  @FieldResolver(() => FuzzyDate, {
    nullable: true,
    description:
      "The date of the latest source that the status rests on, so that an old list is not taken for today's; sources that only tell since when do not count. Null when none is dated.",
  })
  async statedOn(@Root() { claimIds }: CoverageResult, @Ctx() { loaders }: Context): Promise<FuzzyDateResult | undefined> {
    const evidence = await Promise.all(claimIds.map((id) => loaders.claims.evidence(id)));
    const stating = evidence.flat().filter(({ supports }) => supports === 'FACT');
    const documents = await loaders.entities.byIds(stating.map(({ document }) => document));
    const dates = documents.map((document) => (document['citedOn'] ?? document['publishedOn']) as FuzzyDateResult | undefined);
    return dates.filter((date) => date !== undefined).sort((a, b) => ((a.latest ?? '') < (b.latest ?? '') ? 1 : -1))[0];
  }
}

@Resolver(() => CoveringRelation)
export class CoveringRelationResolver {
  @FieldResolver(() => [Claim])
  claims(@Root() { claimIds }: Relation, @Ctx() { loaders }: Context) {
    return loaders.claims.byIds(claimIds);
  }

  @FieldResolver(() => Int, { nullable: true })
  batch(@Root() { attributes }: Relation): number | undefined {
    return attributes['batch'] as number | undefined;
  }
}
