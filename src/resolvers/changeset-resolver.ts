import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from '../type-graphql/decorators.js';
import { mustHave } from '../accounts/account.js';
import type { Entry, Report } from '../changesets/report.js';
import { GraphError } from '../graph/errors.js';
import { settleTextsOfClaims } from '../reading/kept/public-texts.js';
import { AddRegionsInput, ChangesetInput, RecordObservationInput, UndoInput } from '../schema/changeset-input.js';
import { Change, ChangesetReport } from '../schema/changeset-report.js';
import { PartPageArguments, itemsOfPage } from '../schema/part-page.js';
import type { Context } from './context.js';
import { write } from './write.js';

const DryRun = () =>
  Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Does everything but write, and reports the same.' });

@Resolver(() => ChangesetReport)
export class ChangesetReportResolver {
  @Mutation(() => ChangesetReport, {
    description:
      'Changes the graph: entities, claims and observations, all of it or nothing. Needs the role EDITOR. All problems are reported at once in `extensions.problems`, each with its path.',
  })
  applyChangeset(
    @Arg('input', () => ChangesetInput, { description: 'What to change.' }) { id, reason, ...lists }: ChangesetInput,
    @DryRun() dryRun: boolean,
    @Ctx() context: Context,
  ) {
    return write({ id, reason, dryRun }, async ({ draftLists }) => draftLists(lists), context);
  }

  @Mutation(() => ChangesetReport, { description: 'Records one value of an indicator. Needs the role EDITOR.' })
  recordObservation(
    @Arg('input', () => RecordObservationInput, { description: 'The value.' })
    { id, reason, observation }: RecordObservationInput,
    @DryRun() dryRun: boolean,
    @Ctx() context: Context,
  ) {
    const renamed = [[/^input\.observations\.0/, 'input.observation']] as const;
    return write({ id, reason, dryRun }, async ({ draftLists }) => draftLists({ observations: [observation] }, renamed), context);
  }

  @Mutation(() => ChangesetReport, { description: 'Says of a program that it covers regions. Needs the role EDITOR.' })
  addRegionsToProgram(
    @Arg('input', () => AddRegionsInput, { description: 'The program and the regions.' })
    { id, reason, program, regions, batch, ...rest }: AddRegionsInput,
    @DryRun() dryRun: boolean,
    @Ctx() context: Context,
  ) {
    const qualifiers = batch == null ? [] : [{ name: 'batch', value: String(batch) }];
    const claims = regions.map((object) => ({ ...rest, subject: program, predicate: 'COVERS', object, qualifiers }));
    const renamed = [
      [/^input\.claims\.(\d+)\.object/, 'input.regions.$1'],
      [/^input\.claims\.\d+\.subject/, 'input.program'],
      [/^input\.claims\.\d+/, 'input'],
    ] as const;
    return write({ id, reason, dryRun }, async ({ draftLists }) => draftLists({ claims }, renamed), context);
  }

  @Mutation(() => ChangesetReport, {
    description:
      "Takes back what a changeset did, as a changeset of its own: asserts what it retracted, retracts what it asserted, and restores the previous values of entities' fields. Entities that it created stay, since ids are permanent; those that it merged are restored under their ids. Needs the role EDITOR for one's own changesets, and ADMIN for those of others.",
  })
  undoChangeset(
    @Arg('input', () => UndoInput, { description: 'The changeset, and why it is undone.' }) { id, reason, changeset }: UndoInput,
    @DryRun() dryRun: boolean,
    @Ctx() context: Context,
  ) {
    let entries: readonly Entry[] = [];
    const lists = async () => {
      const known = await context.loaders.changesets.byId(changeset);
      if (known === null) throw new GraphError('BAD_USER_INPUT', `Unknown changeset "${changeset}".`);
      if (known.author !== context.account?.id) mustHave('ADMIN', context.account);
      const { undoLists } = await import('../changesets/undo.js');
      entries = await context.log.of(changeset);
      return undoLists(context.graph, entries);
    };
    return write({ id, reason, dryRun }, lists, context, async (transaction) => {
      const claims = entries.filter(({ kind }) => kind === 'CLAIM_ASSERTED' || kind === 'CLAIM_RETRACTED');
      await settleTextsOfClaims(
        transaction,
        claims.map((entry) => entry.id),
      );
    });
  }

  @FieldResolver(() => ChangesetReport)
  changeset(@Root() { outcome, changeset }: Report, @Ctx() { loaders }: Context) {
    return outcome === 'LANDED' || outcome === 'REPEATED' ? loaders.changesets.byId(changeset) : null;
  }

  @FieldResolver(() => [Change])
  changes(@Root() { outcome, changeset, entries }: Report, @Args(() => PartPageArguments) page: PartPageArguments) {
    const changes = itemsOfPage(entries, page);
    return outcome === 'DRY_RUN' || outcome === 'DRAFTED' ? changes : changes.map((entry) => ({ ...entry, changeset }));
  }
}
