import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../type-graphql/decorators.js';
import { pageSizes } from '../graph/lists/order.js';
import { groupBy } from '../graph/group-by.js';
import { limits } from '../limits.js';
import { cutReasons } from '../reading/claims/cuts.js';
import { paragraphsFrom } from '../paragraphs.js';
import { stateOf } from '../reading/kept/decided.js';
import { talliesBefore } from '../reading/kept/decisions.js';
import { rereadClaims } from '../reading/kept/rereading.js';
import { changesetOf, keptReadings, readingOfChangeset } from '../reading/kept/kept-readings.js';
import { seesReadings } from '../reading/kept/kept-texts.js';
import type { DecidedProposal, KeptReading, Method } from '../reading/kept/reading.js';
import { Changeset } from '../schema/changeset.js';
import { Paragraph, ParagraphsArguments } from '../schema/paragraph.js';
import { PartPageArguments, itemsOfPage } from '../schema/part-page.js';
import {
  ProposalsArguments,
  Reading,
  ReadingConnection,
  ReadingCut,
  ReadingDocument,
  ReadingMethod,
  ReadingModel,
  ReadingProgress,
  ReadingRuleTally,
  ReadingsArguments,
} from '../schema/reading.js';
import { RereadClaim } from '../schema/rereading.js';
import { Proposal } from '../schema/reading-proposal.js';
import type { Context } from './context.js';
import { keyDescription, keyOf } from './key.js';
import { rereadingOf } from './rereadings.js';
import { firstOf } from './paragraphs-resolver.js';
import { contentSeen, decisionsSeen, newNamesOf, proposalView, proposalsSeen, readingSeen, textSeen } from './reading-views.js';

@Resolver(() => Reading)
export class ReadingResolver {
  @Query(() => ReadingConnection, {
    description:
      'The unpublished readings of all editors, the last first. Only editors see them; for everybody else the list is empty.',
  })
  async readings(@Args(() => ReadingsArguments) { first, after, published }: ReadingsArguments, @Ctx() context: Context) {
    const size = first ?? pageSizes.default;
    const page = { after: after ?? undefined, limit: size + 1, published };
    const found = seesReadings(context.account) ? await keptReadings(context.graph, page, context.loaders.reader) : [];
    const edges = found.slice(0, size).map((node) => ({ cursor: node.place, node }));
    const ends = { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor };
    return { edges, pageInfo: { hasNextPage: found.length > size, hasPreviousPage: after != null, ...ends } };
  }

  @Query(() => Reading, {
    nullable: true,
    description: 'The reading with this id; null when it is unknown, and for everybody but editors.',
  })
  reading(
    @Arg('id', () => ID, { description: 'The id of the reading, as `proposeClaims` or `readings` gives it.' }) id: string,
    @Ctx() context: Context,
  ) {
    return readingSeen(id, context);
  }

  @Query(() => [ReadingMethod], {
    description:
      'How the caller can have texts read by `proposeClaims`: MODEL is among them where a language model is set up. Empty for everybody but editors.',
  })
  readingMethods(@Ctx() { account, readTextByModel }: Context): readonly Method[] {
    if (!seesReadings(account)) return [];
    return readTextByModel === undefined ? ['RULES'] : ['RULES', 'MODEL'];
  }

  @FieldResolver(() => ID, { description: keyDescription })
  key(@Root() { id }: KeptReading, @Ctx() context: Context) {
    return keyOf(id, context);
  }

  @FieldResolver(() => ID)
  changeset(@Root() { id }: KeptReading) {
    return changesetOf(id);
  }

  @FieldResolver(() => ReadingDocument)
  async document(@Root() { document: id, title }: KeptReading, @Ctx() { loaders }: Context) {
    const entity = await loaders.entities.byId(id);
    return { id, title, isNew: entity === null, entity };
  }

  @FieldResolver(() => String)
  async text(@Root() reading: KeptReading, @Ctx() context: Context) {
    return (await textSeen(reading, context)).join('');
  }

  @FieldResolver(() => [Paragraph])
  async paragraphs(
    @Root() reading: KeptReading,
    @Args(() => ParagraphsArguments) { first = limits.lists.claims.default, from = 0 }: ParagraphsArguments,
    @Ctx() context: Context,
  ) {
    const text = await textSeen(reading, context);
    return firstOf(first, paragraphsFrom(text, from, { start: 0, end: text.length }));
  }

  @FieldResolver(() => [Proposal])
  async proposals(
    @Root() reading: KeptReading,
    @Args(() => ProposalsArguments) { state, changedSince, ...page }: ProposalsArguments,
    @Ctx() context: Context,
  ) {
    const all = await proposalsSeen(reading, context);
    const newNames = newNamesOf(all);
    const wanted = all.filter((each) => (state == null || stateOf(each) === state) && hasChanged(each, changedSince));
    return itemsOfPage(wanted, page).map((each) => proposalView(each, reading, newNames));
  }

  @FieldResolver(() => [ReadingCut])
  async cuts(@Root() reading: KeptReading, @Ctx() context: Context) {
    const { cuts = [] } = await contentSeen(reading, context);
    return cuts.map((cut) => ({ ...cut, message: cutReasons[cut.reason] }));
  }

  @FieldResolver(() => ReadingProgress)
  async progress(@Root() reading: KeptReading, @Ctx() context: Context) {
    const decisions = await decisionsSeen(reading, context);
    const added = decisions.filter((decision) => decision.added !== undefined).length;
    const accepted = decisions.filter(({ state }) => state === 'ACCEPTED').length;
    const rejected = decisions.filter(({ state }) => state === 'REJECTED').length;
    return { pending: reading.proposed + added - accepted - rejected, accepted, rejected };
  }

  @FieldResolver(() => [ReadingRuleTally])
  async rules(@Root() reading: KeptReading, @Ctx() context: Context) {
    const groups = groupBy(await proposalsSeen(reading, context), ({ proposal }) => proposal.rule);
    const before = await talliesBefore(context.graph, reading.id, [...groups.keys()], context.loaders.reader);
    return [...groups].map(([rule, group]) => {
      const { accepted: acceptedBefore = 0, rejected: rejectedBefore = 0 } = before.get(rule) ?? {};
      return { rule, ...progressOf(group), acceptedBefore, rejectedBefore };
    });
  }

  @FieldResolver(() => [RereadClaim])
  async reread(@Root() reading: KeptReading, @Args(() => PartPageArguments) page: PartPageArguments, @Ctx() context: Context) {
    const again = await rereadingOf(reading, context);
    if (again === undefined) return [];
    return itemsOfPage(rereadClaims(again.claims, reading.document, again.text), page);
  }

  @FieldResolver(() => Changeset, { nullable: true })
  published(@Root() { id, publishedAt }: KeptReading, @Ctx() { loaders }: Context) {
    return publishedAt === undefined ? null : loaders.changesets.byId(changesetOf(id));
  }

  @FieldResolver(() => ReadingModel, { nullable: true })
  async model(@Root() reading: KeptReading, @Ctx() context: Context) {
    return (await contentSeen(reading, context)).model;
  }
}

const hasChanged = ({ decision }: DecidedProposal, since: number | undefined): boolean =>
  since == null || (decision?.readingVersion ?? 0) > since;

function progressOf(group: readonly DecidedProposal[]) {
  const count = (state: string) => group.filter((each) => stateOf(each) === state).length;
  return { pending: count('PENDING'), accepted: count('ACCEPTED'), rejected: count('REJECTED') };
}

@Resolver(() => Changeset)
export class ReadingOfChangesetResolver {
  @FieldResolver(() => Reading, {
    nullable: true,
    description: 'The reading of a text that it publishes; null for other changesets, and for everybody but editors.',
  })
  reading(@Root() { id }: Changeset, @Ctx() context: Context) {
    const reading = readingOfChangeset(id);
    return reading === undefined ? null : readingSeen(reading, context);
  }
}
