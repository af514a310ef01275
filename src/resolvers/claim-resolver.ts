import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../type-graphql/decorators.js';
import type { Claim as ClaimRow } from '../graph/stored/rows.js';
import { Changeset } from '../schema/changeset.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { listConnection } from '../schema/connections.js';
import { Evidence } from '../schema/evidence.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { claimList } from './lists.js';

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: 'The claim with this id, retracted or not; null when there is none.' })
  claim(@Arg('id', () => ID, { description: 'As claims give it.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.claims.byId(id);
  }

  @Query(() => listConnection('Claim', () => Claim), { description: 'All live claims, or those that pass a filter.' })
  claims(@Args(() => listArguments('Claim')) input: ListInput, @Ctx() context: Context) {
    return claimList(input, context);
  }

  @FieldResolver(() => [Evidence], { description: 'What it rests on: passages of documents, or records of data sets.' })
  evidence(@Root() { id }: ClaimRow, @Ctx() { loaders }: Context) {
    return loaders.claims.evidence(id);
  }

  @FieldResolver(() => Changeset, { description: 'The write that recorded it.' })
  recordedIn(@Root() { recordedIn }: ClaimRow, @Ctx() { loaders }: Context) {
    return loaders.changesets.byId(recordedIn);
  }

  @FieldResolver(() => Changeset, { nullable: true, description: 'The write that retracted it; null while it is live.' })
  async retractedIn(@Root() { id }: ClaimRow, @Ctx() { loaders }: Context) {
    const [changeset] = (await loaders.claims.succession(id)).retractedIn;
    return changeset === undefined ? null : loaders.changesets.byId(changeset);
  }

  @FieldResolver(() => [Claim], { description: 'The claims that took its place when it was retracted.' })
  async supersededBy(
    @Root() { id }: ClaimRow,
    @Args(() => ClaimPageArguments) page: ClaimPageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.claims.pageOf((await loaders.claims.succession(id)).supersededBy, page);
  }

  @FieldResolver(() => [Claim], { description: 'The claims whose place it took.' })
  async supersedes(
    @Root() { id }: ClaimRow,
    @Args(() => ClaimPageArguments) page: ClaimPageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.claims.pageOf((await loaders.claims.succession(id)).supersedes, page);
  }
}
