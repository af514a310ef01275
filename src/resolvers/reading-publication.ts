import { Arg, Ctx, ID, Mutation, Resolver } from '../type-graphql/decorators.js';
import { mustHave } from '../accounts/account.js';
import type { Report } from '../changesets/report.js';
import { GraphError } from '../graph/errors.js';
import type { Transaction } from '../graph/port.js';
import { longest } from '../changesets/text.js';
import { changesetOf, markPublished, mustHaveReading } from '../reading/kept/kept-readings.js';
import { idsOf, problemsOf, publicationOf, type ProposalProblem } from '../reading/kept/publication.js';
import { stateOf } from '../reading/kept/decided.js';
import type { DecidedProposal, KeptReading } from '../reading/kept/reading.js';
import { LostClaimInput } from '../schema/rereading.js';
import { ChangesetReport } from '../schema/changeset-report.js';
import { Reading } from '../schema/reading.js';
import type { Context } from './context.js';
import { movedBy, rereadingOf, withMoved } from './rereadings.js';
import { proposalsSeen, readingToChange } from './reading-views.js';
import { land, repeated } from './write.js';

@Resolver(() => Reading)
export class ReadingPublication {
  @Mutation(() => ChangesetReport, {
    description:
      'Publishes what is accepted of a reading as one changeset of the caller: the document, and each claim with its passages as evidence. All of it lands, or nothing; `extensions.problems` name the proposals that are wrong. Idempotent: publishing a published reading returns the original report. Where the graph has all of it already, the report is UNCHANGED, and the reading is published without a changeset. Needs the role EDITOR.',
  })
  async publishReading(
    @Arg('id', () => ID, { description: 'The id of the reading.' }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Does everything but write, and reports the same.' })
    dryRun: boolean,
    @Arg('reason', () => String, { nullable: true, description: 'Why; by default, that the text was read.' })
    reason: string | undefined,
    @Arg('lost', () => [LostClaimInput], {
      nullable: true,
      description:
        'For a document that is read again: what becomes of claims that lost their passages. Those that are left out stay as they are.',
    })
    lost: LostClaimInput[] | null,
    @Ctx() context: Context,
  ): Promise<Report> {
    const { id: author, types } = mustHave('EDITOR', context.account);
    const reading = await readingToChange(id, context);
    if (reading.publishedAt !== undefined) return repeated(changesetOf(id), context);
    const proposals = await proposalsSeen(reading, context);
    const again = await rereadingOf(reading, context);
    if (again === undefined) mustLoseNothing(lost ?? [], id);
    const { lists, renamed } = await publication(reading, proposals, context, again !== undefined);
    const moved = again === undefined ? undefined : await movedBy(again, reading, lost ?? [], context);
    const listsOf: Parameters<typeof land>[1] = async ({ draftLists }) => withMoved(draftLists(lists, renamed), moved);
    const head = { id: changesetOf(id), author, types, reason: reasonOf(reason, reading) };
    const landing = (transaction: Transaction) => mustStillBeAsRead(transaction, reading);
    try {
      return await land(head, listsOf, context, { dryRun, landing });
    } catch (error) {
      throw withProposals(error);
    }
  }
}

async function publication(reading: KeptReading, proposals: readonly DecidedProposal[], { loaders }: Context, isAgain: boolean) {
  const accepted = proposals.filter((each) => stateOf(each) === 'ACCEPTED');
  if (accepted.length === 0 && !isAgain)
    throw new GraphError('BAD_USER_INPUT', `Nothing of ${reading.id} is accepted: accept proposals, or discard it.`);
  const ids = [...new Set([reading.document, ...accepted.flatMap(idsOf)])];
  const known = new Set((await loaders.entities.byIds(ids)).map((entity) => entity.id));
  const problems = problemsOf(proposals, new Set([...known, reading.document]));
  if (problems.length > 0) throw refused(problems);
  return publicationOf(reading, proposals, known.has(reading.document));
}

function mustLoseNothing([first]: readonly LostClaimInput[], id: string): void {
  if (first === undefined) return;
  throw new GraphError(
    'BAD_USER_INPUT',
    `${id} is not of a document that is read again, so no claim lost its passage: leave "lost" out.`,
  );
}

/** Problems that an answer lists. */
const shown = 100;

const refused = (problems: readonly ProposalProblem[]): GraphError =>
  new GraphError(
    'BAD_USER_INPUT',
    problems
      .slice(0, shown)
      .map(({ path, message }) => `${path} ${message}`)
      .join('\n'),
    {},
    { problems: problems.slice(0, shown) },
  );

/** The paths of problems begin with the proposal that each is of. */
function withProposals(error: unknown): unknown {
  if (!(error instanceof GraphError)) return error;
  const { problems } = error.details as { readonly problems?: readonly { readonly path: string }[] };
  if (problems === undefined) return error;
  const found = problems.map((problem) => ({ proposal: /^proposal:[0-9a-f]+/.exec(problem.path)?.[0], ...problem }));
  return new GraphError(error.code, error.message, { cause: error.cause }, { ...error.details, problems: found });
}

const reasonOf = (reason: string | undefined, { title, outlet, date }: KeptReading): string =>
  reason ??
  `Reads “${title}”${[outlet, date].map((part) => (part === undefined ? '' : `, ${part}`)).join('')}.`.slice(0, longest.text);

/** What was decided while it was published would be lost: nothing lands then. */
async function mustStillBeAsRead(transaction: Transaction, reading: KeptReading): Promise<void> {
  const { version } = await mustHaveReading(transaction, reading.id);
  if (version === reading.version && (await markPublished(transaction, reading))) return;
  throw new GraphError('CONFLICT', `Somebody else decided on ${reading.id}, published or discarded it meanwhile: read it again.`);
}
