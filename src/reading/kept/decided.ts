/** The proposals of a reading as editors left them. */
import { hashOf } from '../../archive.js';
import { textRules } from '../../changesets/text.js';
import { GraphError } from '../../graph/errors.js';
import type { Span } from '../../sentences.js';
import type { Proposal, ProposedPassage } from '../claims/proposal.js';
import type { Correction, DecidedProposal, Decision } from './reading.js';

/** The rule of what editors add. */
export const byHand = 'by-hand';

/** All proposals of a reading in its order, then those that editors added. */
export function decidedProposals(proposals: readonly Proposal[], decisions: readonly Decision[]): DecidedProposal[] {
  const byProposal = new Map(decisions.map((decision) => [decision.proposal, decision]));
  const added = decisions.flatMap((decision) => (decision.added === undefined ? [] : [{ proposal: decision.added, decision }]));
  const found = proposals.map((proposal) => ({ proposal, decision: byProposal.get(proposal.id) }));
  return [...found, ...added.toSorted((a, b) => a.decision.readingVersion - b.decision.readingVersion)];
}

export const stateOf = ({ decision }: DecidedProposal) => decision?.state ?? 'PENDING';

/** What a proposal is after its correction, in the form of the inputs of a changeset. */
export function correctedChange({ proposal, decision }: DecidedProposal): object {
  const { entity, claim, observation }: Correction = decision?.correction ?? {};
  return entity ?? claim ?? observation ?? changeOf(proposal);
}

export function changeOf(proposal: Proposal): object {
  if (proposal.kind === 'ENTITY') return proposal.entity;
  return proposal.kind === 'CLAIM' ? proposal.claim : proposal.observation;
}

export const correctedPassages = ({ proposal, decision }: DecidedProposal): readonly ProposedPassage[] =>
  decision?.correction?.passages ?? proposal.passages;

/** Whether an editor must still choose what it is about. */
export const openChoices = ({ proposal, decision }: DecidedProposal) =>
  decision?.correction === undefined ? (proposal.choices ?? []) : [];

interface GivenPassage extends Span {
  readonly summary: string;
  readonly supports?: ProposedPassage['supports'] | null;
}

/** A passage with its hash. Throws BAD_USER_INPUT where the text has none, and for a summary that says nothing. */
export function passageIn(text: readonly string[], { start, end, summary, supports }: GivenPassage): ProposedPassage {
  const passage = wordsIn(text, { start, end });
  const problem = textRules.text(summary);
  if (problem !== undefined)
    throw new GraphError('BAD_USER_INPUT', `The summary of the passage from ${start} to ${end} ${problem}.`);
  return { start, end, summary, supports: supports ?? undefined, sha256: hashOf(passage) };
}

/** The words of a passage. Throws BAD_USER_INPUT where the text has none. */
export function wordsIn(text: readonly string[], { start, end }: Span): string {
  if (start >= end || end > text.length)
    throw new GraphError(
      'BAD_USER_INPUT',
      `The passage from ${start} to ${end} is not in the text, which has ${text.length.toLocaleString('en')} characters.`,
    );
  const words = text.slice(start, end).join('');
  if (words.trim() === '') throw new GraphError('BAD_USER_INPUT', `The passage from ${start} to ${end} has no words.`);
  return words;
}
