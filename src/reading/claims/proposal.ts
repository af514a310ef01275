/** What reading a text proposes for the graph, before a person has decided. */
import type { ObservationRecord } from '../../graph/stored/record-types.js';
import type { Label } from '../../model/model.js';
import type { Locator } from '../../graph/stored/record-types.js';
import type { Candidate } from '../mentions/mention.js';

/** A passage of the text that says what is proposed, in code points. */
export interface ProposedPassage extends Locator {
  /** What it says, in a sentence of our own. */
  readonly summary: string;
  /** What of the claim it says: the fact itself by default. */
  readonly supports?: 'FACT' | 'DATES' | undefined;
}

/** A claim of the form that `ChangesetInput.claims` has, without its evidence. All ends are ids, of entities of the graph or of this reading. */
export interface ProposedClaim {
  readonly subject: string;
  readonly predicate: string;
  readonly object?: string | undefined;
  /** Dates as EDTF, numbers as text. */
  readonly value?: string | undefined;
  readonly qualifiers?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly about?: readonly string[] | undefined;
  readonly attributedTo?: readonly string[] | undefined;
  readonly event?: string | undefined;
  readonly saidOn?: string | undefined;
  readonly saidTo?: string | undefined;
}

/** An entity that the graph does not have. */
export interface ProposedEntity {
  readonly id: string;
  readonly label: Label;
  readonly names: readonly { readonly value: string; readonly lang: string; readonly kind?: string | undefined }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[] | undefined;
}

/** A value of an indicator, without its id and evidence. */
export type ProposedObservation = Omit<ObservationRecord, 'id'> & { readonly attributedTo?: readonly string[] | undefined };

/** One of the three. */
export type ProposedChange =
  | { readonly kind: 'ENTITY'; readonly entity: ProposedEntity }
  | { readonly kind: 'CLAIM'; readonly claim: ProposedClaim }
  | { readonly kind: 'OBSERVATION'; readonly observation: ProposedObservation };

/** An end that is uncertain: the entities that may be meant, the likeliest first. */
export interface Choice {
  readonly field: string;
  readonly candidates: readonly Candidate[];
}

export type Proposal = ProposedChange & {
  /** Made of what is proposed and of its passages: the same text and names give the same ids. */
  readonly id: string;
  /** The rule that found it, or `model` for a language model's. Reviewers' decisions are counted by rule. */
  readonly rule: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Why, in one sentence for a reviewer. */
  readonly why: string;
  readonly passages: readonly ProposedPassage[];
  readonly choices?: readonly Choice[] | undefined;
};

/** What a rule gives: the rest follows from the rule and the place. */
export type Suggestion = ProposedChange &
  Pick<Proposal, 'confidence' | 'why' | 'choices'> & {
    /** In code points of the text; the sentence by default. The first one says the fact. */
    readonly passages?: readonly Omit<ProposedPassage, 'sha256'>[] | undefined;
    /** What the passage says, in our own words. */
    readonly summary: string;
  };
