import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from '../type-graphql/decorators.js';
import { mustHave, type Account } from '../accounts/account.js';
import { draftsSeenBy } from '../accounts/draft-authors.js';
import {
  discardDraft,
  draftWithId,
  keepDraft,
  markPublished,
  waitingDrafts,
  type WholeDraft,
} from '../changesets/kept-drafts.js';
import type { Report } from '../changesets/report.js';
import { GraphError } from '../graph/errors.js';
import type { Label } from '../model/model.js';
import { pageSizes } from '../graph/lists/order.js';
import type { Transaction } from '../graph/port.js';
import { ChangesetInput } from '../schema/changeset-input.js';
import { Change, ChangesetReport } from '../schema/changeset-report.js';
import { Changeset } from '../schema/changeset.js';
import { Draft, DraftConnection } from '../schema/draft.js';
import { ForwardPageArguments } from '../schema/page-arguments.js';
import { PartPageArguments, itemsOfPage } from '../schema/part-page.js';
import type { Context } from './context.js';
import { keyDescription, keyOf } from './key.js';
import { land, repeated, write } from './write.js';

const DraftId = () => Arg('id', () => ID, { description: 'The id of the draft, as `draftChangeset` or `drafts` gives it.' });

/** The draft, when the account may see it. */
const seen = (id: string, { graph, account, loaders }: Context) => draftWithId(graph, id, draftsSeenBy(account), loaders.reader);

@Resolver(() => Draft)
export class DraftResolver {
  @Query(() => DraftConnection, {
    description:
      "The drafts that wait to be published, the last first: an editor's own, all of them for an admin, and none for anybody else.",
  })
  async drafts(
    @Args(() => ForwardPageArguments) { first, after }: ForwardPageArguments,
    @Ctx() { graph, account, loaders }: Context,
  ) {
    const size = first ?? pageSizes.default;
    const found = await waitingDrafts(
      graph,
      { after: after ?? undefined, limit: size + 1 },
      draftsSeenBy(account),
      loaders.reader,
    );
    const edges = found.slice(0, size).map((node) => ({ cursor: node.place, node }));
    const ends = { startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor };
    return { edges, pageInfo: { hasNextPage: found.length > size, hasPreviousPage: after != null, ...ends } };
  }

  @Query(() => Draft, {
    nullable: true,
    description: 'The draft with this id; null when there is none, and when the account may not see it.',
  })
  draft(@DraftId() id: string, @Ctx() context: Context) {
    return seen(id, context);
  }

  @Mutation(() => ChangesetReport, {
    description:
      'Keeps a change as a draft, for an admin to publish: it is checked as in a dry run, with the same report, and nothing of it is in the graph. Needs the role EDITOR.',
  })
  async draftChangeset(
    @Arg('input', () => ChangesetInput, { description: 'What to change.' }) { id, reason, ...input }: ChangesetInput,
    @Ctx() context: Context,
  ) {
    const report = await write({ id, reason, dryRun: true }, async ({ draftLists }) => draftLists(input), context);
    if (report.outcome !== 'DRY_RUN') return report; // the graph has it
    const { id: author, types } = mustHave('EDITOR', context.account);
    const { changeset, entries } = report;
    const draft = await keepDraft(context.graph, { changeset, author, types, reason, input, entries });
    return { ...report, outcome: 'DRAFTED', draft };
  }

  @Mutation(() => ChangesetReport, {
    description:
      'Publishes a draft as a changeset of its author. It is checked again against the current graph and may be refused like any change. Idempotent: publishing a published draft returns the original report. Needs the role ADMIN.',
  })
  async publishDraft(
    @DraftId() id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Does everything but write, and reports the same.' })
    dryRun: boolean,
    @Ctx() context: Context,
  ): Promise<Report> {
    const publisher = mustHave('ADMIN', context.account);
    const draft = await seen(id, context);
    if (draft === undefined) throw new GraphError('BAD_USER_INPUT', `Unknown draft "${id}".`);
    const input = draft.input();
    if (input === undefined) return repeated(draft.changeset, context);
    const { changeset, author, reason } = draft;
    const head = { id: changeset, author, publisher: publisher.id, reason, types: commonTypes(draft.types, publisher) };
    const landing = async (transaction: Transaction) => {
      if (!(await markPublished(transaction, id)))
        throw new GraphError('CONFLICT', `Somebody else published or discarded ${id} meanwhile: read it again.`);
    };
    const report = await land(head, async ({ draftLists }) => draftLists(input), context, { dryRun, landing });
    if (report.outcome === 'REPEATED' && !dryRun) await context.graph.transact((transaction) => markPublished(transaction, id)); // its author landed it
    return report;
  }

  @Mutation(() => Boolean, {
    description:
      "Takes a draft away, and gives whether there was one that waits. Needs the role EDITOR for one's own drafts, and ADMIN for those of others.",
  })
  async discardDraft(@DraftId() id: string, @Ctx() context: Context): Promise<boolean> {
    mustHave('EDITOR', context.account);
    const draft = await seen(id, context);
    if (draft === undefined || draft.publishedAt !== undefined) return false;
    await discardDraft(context.graph, id);
    return true;
  }

  @FieldResolver(() => ID, { description: keyDescription })
  key(@Root() { id }: WholeDraft, @Ctx() context: Context) {
    return keyOf(id, context);
  }

  @FieldResolver(() => [Change])
  async changes(@Root() draft: WholeDraft, @Args(() => PartPageArguments) page: PartPageArguments, @Ctx() context: Context) {
    const pending = draft.entries();
    if (pending !== undefined) return itemsOfPage(pending, page);
    const { changeset } = draft;
    return itemsOfPage((await repeated(changeset, context)).entries, page).map((entry) => ({ ...entry, changeset }));
  }

  @FieldResolver(() => Changeset, { nullable: true })
  published(@Root() { publishedAt, changeset }: WholeDraft, @Ctx() { loaders }: Context) {
    return publishedAt === undefined ? null : loaders.changesets.byId(changeset);
  }
}

@Resolver(() => ChangesetReport)
export class DraftReportResolver {
  @FieldResolver(() => Draft, { nullable: true, description: 'The draft, where the change was kept as one.' })
  draft(@Root() { draft }: Report & { readonly draft?: string }, @Ctx() context: Context) {
    return draft === undefined ? null : seen(draft, context);
  }
}

/** What both may write: who wrote a draft, and who publishes it. */
function commonTypes(types: readonly Label[] | undefined, { types: own }: Account): readonly Label[] | undefined {
  if (types === undefined || own === undefined) return types ?? own;
  const common = types.filter((type) => own.includes(type));
  if (common.length > 0) return common;
  throw new GraphError(
    'FORBIDDEN',
    `This account may write ${own.join(', ')} only, and the author of the draft ${types.join(', ')}.`,
  );
}
