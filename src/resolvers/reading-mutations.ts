import { Arg, Ctx, ID, Mutation, Resolver } from '../type-graphql/decorators.js';
import { mustHave } from '../accounts/account.js';
import { hashOf } from '../archive.js';
import { GraphError } from '../graph/errors.js';
import { readerOf } from '../graph/port.js';
import { limits } from '../limits.js';
import { labelOf } from '../model/model.js';
import { problemOfGiven, type GivenText } from '../reading/given-text.js';
import { lexiconOf } from '../reading/graph-names.js';
import type { Proposal as FoundProposal } from '../reading/claims/proposal.js';
import { byHand, passageIn } from '../reading/kept/decided.js';
import { recordDecisions, type NewDecision } from '../reading/kept/decisions.js';
import { discardReading, keepReading, mustHaveRoom } from '../reading/kept/kept-readings.js';
import { readByRules } from '../reading/kept/new-reading.js';
import type { Correction } from '../reading/kept/reading.js';
import { NewProposalInput, ProposalDecisionInput, ProposeClaimsInput } from '../schema/reading-inputs.js';
import { Costs, listOf, withWork } from '../schema/price.js';
import { Reading } from '../schema/reading.js';
import type { Context } from './context.js';
import { mustBeDecidable, withKind } from './reading-decisions.js';
import { proposalsSeen, readingSeen, readingToChange, textSeen } from './reading-views.js';

/** Units of work for a text: more than a few in one operation are refused. */
const readingWork = 2_000;

const ReadingId = (name: string) => Arg(name, () => ID, { description: 'The id of the reading.' });

@Resolver(() => Reading)
export class ReadingMutations {
  @Mutation(() => Reading, {
    description:
      'Reads a text and keeps what it proposes for the graph, for editors to decide. Nothing of it is in the graph. The same text that proposes the same is kept once. A language model takes longer than an operation may: while it reads, the error is IN_PROGRESS, and the same request sent again gets the reading. Needs the role EDITOR.',
  })
  @Costs(withWork(listOf(1, 1), readingWork))
  async proposeClaims(
    @Arg('input', () => ProposeClaimsInput, { description: 'The text.' }) { method, ...input }: ProposeClaimsInput,
    @Ctx() context: Context,
  ) {
    const { id: author } = mustHave('EDITOR', context.account);
    const text = present(input);
    mustBeReadable(text, context);
    await mustBeDocument(text.document, context);
    await mustHaveRoom(readerOf(context.graph)); // before time and tokens are spent
    const { readText = async (each) => readByRules(each, await lexiconOf(context.graph)) } = context;
    const { readTextByModel = noModel } = context;
    const read = await (method === 'MODEL' ? readTextByModel : readText)(text);
    const id = await keepReading(context.graph, { ...read, author });
    return readingSeen(id, context);
  }

  @Mutation(() => Reading, {
    description:
      'Decides on proposals: all of the decisions are recorded, or none. A CONFLICT says who decided otherwise meanwhile. Needs the role EDITOR.',
  })
  async decideProposals(
    @ReadingId('reading') id: string,
    @Arg('decisions', () => [ProposalDecisionInput], { description: 'What is decided, at most once for each proposal.' })
    decisions: ProposalDecisionInput[],
    @Ctx() context: Context,
  ) {
    const most = limits.reading.decisions.value;
    if (decisions.length > most) throw new GraphError('BAD_USER_INPUT', `Give at most ${most} decisions at once.`);
    const reading = await readingToChange(id, context);
    const [proposals, text] = await Promise.all([proposalsSeen(reading, context), textSeen(reading, context)]);
    const made = await mustBeDecidable(decisions, proposals, text);
    return changed(id, made, context);
  }

  @Mutation(() => Reading, {
    description:
      'Adds to a reading what an editor found in a passage of its text; it is accepted with that. Needs the role EDITOR.',
  })
  async addProposal(
    @ReadingId('reading') id: string,
    @Arg('proposal', () => NewProposalInput, { description: 'What the passage says.' })
    { passage, ...change }: NewProposalInput,
    @Ctx() context: Context,
  ) {
    const reading = await readingToChange(id, context);
    const passages = [passageIn(await textSeen(reading, context), passage)];
    const proposal = { ...addedProposal(await withKind(change)), passages };
    const added = { ...proposal, id: `proposal:${hashOf(JSON.stringify([proposal, byHand])).slice(0, 16)}` };
    return changed(id, [{ proposal: added.id, rule: byHand, state: 'ACCEPTED', added: added as FoundProposal }], context);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes a reading away with what was decided on it, and gives whether there was one that is not published. Needs the role EDITOR.',
  })
  discardReading(@ReadingId('id') id: string, @Ctx() context: Context): Promise<boolean> {
    mustHave('EDITOR', context.account);
    return discardReading(context.graph, id);
  }
}

function mustBeReadable(given: GivenText, { today }: Context): void {
  const found = problemOfGiven(given, today);
  if (found !== undefined) throw new GraphError('BAD_USER_INPUT', `input.${found.name} ${found.problem}`);
}

/** An input without its nulls, which mean the default. */
const present = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as T;

async function mustBeDocument(id: string | null | undefined, { loaders }: Context): Promise<void> {
  const isKnown = id == null || (labelOf(id) === 'Document' && (await loaders.entities.byId(id)) !== null);
  if (!isKnown) throw new GraphError('BAD_USER_INPUT', `The graph has no document "${id}": leave it out to read a new one.`);
}

function noModel(): never {
  throw new GraphError('MODEL_UNAVAILABLE', 'No language model is set up (POLICYGRAPH_MODEL_URL): read by RULES.');
}

const addedProposal = (change: Correction & { readonly kind: string }) => ({
  ...change,
  rule: byHand,
  confidence: 1,
  why: 'An editor added it.',
});

async function changed(id: string, decisions: readonly NewDecision[], context: Context) {
  const { id: by } = mustHave('EDITOR', context.account);
  await recordDecisions(context.graph, id, by, decisions);
  return readingSeen(id, context);
}
