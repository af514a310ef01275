/** Decisions of editors as they are kept. */
import { GraphError } from '../graph/errors.js';
import { labelOf } from '../model/model.js';
import { openChoices, passageIn } from '../reading/kept/decided.js';
import type { NewDecision } from '../reading/kept/decisions.js';
import type { Correction, DecidedProposal } from '../reading/kept/reading.js';
import type { ProposalDecisionInput } from '../schema/reading-inputs.js';
import { withProblems } from './write.js';

/** Decisions on these proposals. Throws BAD_USER_INPUT for what cannot be decided so. */
export async function mustBeDecidable(
  decisions: readonly ProposalDecisionInput[],
  proposals: readonly DecidedProposal[],
  text: readonly string[],
): Promise<NewDecision[]> {
  const byId = new Map(proposals.map((each) => [each.proposal.id, each]));
  if (new Set(decisions.map(({ proposal }) => proposal)).size < decisions.length)
    throw new GraphError('BAD_USER_INPUT', 'A proposal is decided on twice: give one decision for each.');
  const made: NewDecision[] = [];
  for (const decision of decisions) {
    const decided = byId.get(decision.proposal);
    if (decided === undefined) throw new GraphError('BAD_USER_INPUT', `The reading has no proposal "${decision.proposal}".`);
    const correction = await correctionOf(decision, decided, text);
    mustBeChosen(decision, decided, correction);
    const { proposal, state, expectedVersion } = decision;
    made.push({ proposal, state, rule: decided.proposal.rule, correction, expectedVersion: expectedVersion ?? undefined });
  }
  return made;
}

async function correctionOf(
  decision: ProposalDecisionInput,
  { proposal: { kind } }: DecidedProposal,
  text: readonly string[],
): Promise<Correction | undefined> {
  const passages = decision.passages?.map((passage) => passageIn(text, passage));
  const { entity, claim, observation } = decision;
  if (entity == null && claim == null && observation == null) return passages && { passages };
  const [name] = givenOf({ entity, claim, observation });
  if (name.toUpperCase() !== kind)
    throw new GraphError(
      'BAD_USER_INPUT',
      `${decision.proposal} is of kind ${kind}, and its correction of kind ${name.toUpperCase()}: reject it, and add what the passage says.`,
    );
  const { kind: _, ...change } = await withKind({ entity, claim, observation });
  return { ...change, passages };
}

function mustBeChosen(
  { state, proposal }: ProposalDecisionInput,
  decided: DecidedProposal,
  correction: Correction | undefined,
): void {
  const [choice] =
    state === 'ACCEPTED' && !isChange(correction) ? openChoices({ proposal: decided.proposal, decision: undefined }) : [];
  if (choice === undefined) return;
  const candidates = choice.candidates.slice(0, 10).map(({ id }) => id);
  throw new GraphError(
    'BAD_USER_INPUT',
    `Several entities may be the "${choice.field}" of ${proposal}: choose one of ${candidates.join(', ')}, and accept it as corrected.`,
    {},
    { proposal, field: choice.field, candidates },
  );
}

const isChange = (correction: Correction | undefined): boolean =>
  (correction?.entity ?? correction?.claim ?? correction?.observation) !== undefined;

type Change = { readonly [Kind in 'entity' | 'claim' | 'observation']?: object | null | undefined };

/** What one of the three an editor gives, in the form that is kept. Throws BAD_USER_INPUT for none, several, and what no changeset takes. */
export async function withKind(change: Change): Promise<Correction & { readonly kind: string }> {
  const [name, value] = givenOf(change);
  const own = name === 'entity' ? labelled(value) : {};
  await mustBeWellFormed(name, value);
  return { kind: name.toUpperCase(), [name]: plain(value), ...own };
}

function givenOf({ entity, claim, observation }: Change): readonly [name: string, value: object] {
  const [first, ...others] = Object.entries({ entity, claim, observation }).filter(([, value]) => value != null);
  if (first === undefined || others.length > 0)
    throw new GraphError('BAD_USER_INPUT', 'Give one of "entity", "claim" and "observation".');
  return first as [string, object];
}

const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

function labelled(entity: object): object {
  const { id } = entity as { readonly id: string };
  const label = labelOf(id);
  if (label === undefined)
    throw new GraphError('BAD_USER_INPUT', `"${id}" is not the id of an entity, such as "person:jane-doe".`);
  return { entity: { ...plain(entity), label } };
}

/** The checks that need no graph; those of the graph come when the reading is published. */
function mustBeWellFormed(name: string, value: object): Promise<unknown> {
  const evidence = [{ document: 'document:text', record: 'reading', summary: 'It says so.' }];
  const lists =
    name === 'entity'
      ? { entities: [value as { id: string }] }
      : { [name === 'claim' ? 'claims' : 'observations']: [{ ...value, evidence }] };
  const renamed = [[/^input\.\w+\.0/, name]] as const;
  return withProblems(async ({ draftLists, mustFitModel }) => mustFitModel(draftLists(lists, renamed)));
}
