/** What is kept of a text that was read: what it proposes, and what editors decided. */
import type { Cut } from '../claims/cuts.js';
import type { Proposal, ProposedPassage } from '../claims/proposal.js';
import type { ModelRecord } from '../language-model/proposals-by-model.js';
import type { TextMetadata } from '../read-text.js';

/** How proposals are found. */
export const methods = {
  RULES: 'By the rules of this program: the same text and names always give the same proposals.',
  MODEL: "By the operator's language model.",
} as const;
export type Method = keyof typeof methods;

/** What became of a proposal. */
export const proposalStates = {
  PENDING: 'Nobody has decided.',
  ACCEPTED: 'It is published with the reading.',
  REJECTED: 'It is not published.',
} as const;
export type ProposalState = keyof typeof proposalStates;

export interface KeptReading extends TextMetadata {
  readonly id: string;
  /** Who had the text read. */
  readonly author: string;
  /** ISO instants in UTC. */
  readonly readAt: string;
  readonly publishedAt?: string | undefined;
  /** Its position in the list of readings. */
  readonly place: string;
  readonly title: string;
  /** Of the whole text. */
  readonly sha256: string;
  /** The id of the document that the text is. */
  readonly document: string;
  readonly method: Method;
  /** How many proposals it has, without those that editors added. */
  readonly proposed: number;
  /** Grows with each decision: who knows a version asks for what was decided since. */
  readonly version: number;
}

/** What reading a text gave, by rules or by a model. */
export interface ReadingContent {
  readonly proposals: readonly Proposal[];
  readonly model?: ModelRecord | undefined;
  /** Where rules did not read the text as a whole. */
  readonly cuts?: readonly Cut[] | undefined;
}

/** What an editor corrects of a proposal, in the form of the inputs of a changeset. */
export interface Correction {
  readonly entity?: object | undefined;
  readonly claim?: object | undefined;
  readonly observation?: object | undefined;
  readonly passages?: readonly ProposedPassage[] | undefined;
}

/** What was decided on a proposal. */
export interface Decision {
  readonly proposal: string;
  readonly state: ProposalState;
  /** How often it was decided; 0 is never. */
  readonly version: number;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly rule: string;
  readonly correction?: Correction | undefined;
  /** The proposal, where an editor added it. */
  readonly added?: Proposal | undefined;
  /** The version of the reading that it made. */
  readonly readingVersion: number;
}

/** A proposal with what was decided. */
export interface DecidedProposal {
  readonly proposal: Proposal;
  readonly decision: Decision | undefined;
}
