/** A text with what a person found in it: what a reading of it is measured against. */
import type { EntityRecord } from '../../src/graph/stored/record-types.js';
import type { AmountInText } from '../../src/reading/amounts.js';
import type { DateInText } from '../../src/reading/dates.js';
import type { Proposal } from '../../src/reading/claims/proposal.js';
import { proposalsOf } from '../../src/reading/claims/propose.js';
import type { Lexicon } from '../../src/reading/mentions/lexicon.js';
import { readText, type ReadText, type TextMetadata } from '../../src/reading/read-text.js';
import type { Span } from '../../src/sentences.js';

/** Of an entity: what names it, and as what. */
export type ReviewedEntity = Pick<EntityRecord, 'id' | 'label' | 'names'>;

export interface ReviewedClaim {
  readonly subject: string;
  readonly predicate: string;
  readonly object?: string | undefined;
  readonly value?: string | number | undefined;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly passages: readonly Span[];
}

export interface ReviewedObservation {
  readonly indicator: string;
  readonly region?: string | undefined;
  readonly period?: string | undefined;
  readonly value?: number | undefined;
  readonly rank?: number | undefined;
  readonly unit?: string | undefined;
  readonly comparator?: string | undefined;
  readonly passages: readonly Span[];
}

export interface ReviewedMention extends Span {
  readonly entity: string;
  readonly name: string;
}

export type ReviewedDate = Span & Pick<DateInText, 'edtf'>;
export type ReviewedAmount = Span & Pick<AmountInText, 'value' | 'upper' | 'unit' | 'comparator'>;

/** Spans are in code points of `text`. */
export interface ReviewedText {
  readonly id: string;
  readonly text: string;
  readonly metadata: Partial<TextMetadata>;
  /** The names of a graph that knows nothing of this text. */
  readonly lexicon: Lexicon;
  /** By id: those of the graph and those of the text. */
  readonly entities: ReadonlyMap<string, ReviewedEntity>;
  /** The entities that only this text has: new to the lexicon. */
  readonly own: ReadonlySet<string>;
  /** Every mention of the text, where a person has listed them. */
  readonly mentions?: readonly ReviewedMention[];
  /** The passages that are about each entity. */
  readonly passages: ReadonlyMap<string, readonly Span[]>;
  readonly claims: readonly ReviewedClaim[];
  /** Whether the claims have their attributes and dates. */
  readonly hasAttributes: boolean;
  readonly observations: readonly ReviewedObservation[];
  readonly dates: readonly ReviewedDate[];
  readonly amounts: readonly ReviewedAmount[];
}

export interface Reading {
  readonly reviewed: ReviewedText;
  readonly reading: ReadText;
  readonly proposals: readonly Proposal[];
}

export function readingOf(reviewed: ReviewedText): Reading {
  const reading = readText(reviewed.text, reviewed.metadata, reviewed.lexicon);
  return { reviewed, reading, proposals: proposalsOf(reading, reviewed.lexicon, reviewed.id) };
}
