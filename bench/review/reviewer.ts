/** A reviewer who brings what is proposed of a text to what its reviewed claims say. */
import { claimResults, keyOfReviewed, type ClaimResults, type JudgedProposal } from '../read/measures/claims.js';
import type { Reading, ReviewedClaim } from '../read/reviewed-text.js';
import { noEffort, sum, wordsIn, type Effort } from './keystrokes.js';

export interface Review {
  readonly proposals: number;
  readonly accepted: number;
  /** Accepted with another value, date or attribute. */
  readonly corrected: number;
  readonly rejected: number;
  readonly added: number;
  readonly effort: Effort;
  /** In the order of the reading. */
  readonly decisions: readonly { readonly proposal: string; readonly state: 'ACCEPTED' | 'REJECTED' }[];
}

const ownWords = new Set(['statements', 'notes']);

/** Decides on each proposal by a key, rewords what is right but in the words of the source, and adds what was missed. */
export function reviewOf(reading: Reading): Review {
  const { tallies, judged } = claimResults(reading);
  const exact = tallies['relations exact'];
  const right = judged.filter(({ isRight }) => isRight);
  const isReworded = ({ measure }: JudgedProposal) => ownWords.has(measure);
  const inexact = Math.max(0, tallies.relations.reached - exact.reached);
  const reworded = right.filter(isReworded);
  const missed = missedClaims(reading, tallies);
  const values = tallies.observations.missed.length;
  return {
    proposals: judged.length,
    accepted: right.length - reworded.length - inexact,
    corrected: reworded.length + inexact,
    rejected: judged.length - right.length,
    added: missed.length + values,
    effort: sum([
      { words: wordsIn(reading.reading.text) },
      ...judged.map(looked),
      ...reworded.map(({ proposal }) => reworking(valueOf(proposal).length)),
      ...Array.from({ length: inexact }, () => reworking(averageDetail)),
      ...missed.map(addition),
      ...Array.from({ length: values }, () => addition(averageValue)),
    ]),
    decisions: judged.map(({ proposal: { id }, isRight }) => ({ proposal: id, state: isRight ? 'ACCEPTED' : 'REJECTED' })),
  };
}

/** The proposal is read, decided, and a or x is pressed, which leads to the next. */
const looked = ({ proposal: { passages } }: JudgedProposal): Partial<Effort> => ({
  K: 1,
  M: 1,
  words: passages.reduce((total, { summary }) => total + wordsIn(summary), 0),
});

/** e, a field by Tab, its text, Control and Enter. */
const reworking = (characters: number): Effort => ({ ...noEffort, K: characters + 6, M: 2 });

/** Characters of a date or an attribute. */
const averageDetail = 12;

/** A value with its unit, period and comparator. */
const averageValue = {
  attributes: {},
  value: '1,234.5',
  from: 'CNY',
  until: '2024-02',
  passages: [],
  subject: '',
  predicate: '',
};

/** A passage dragged over, n, subject and object from the buttons of what the passage names, predicate by its first letters, value, dates and summary typed. */
function addition({ value, object, attributes, from = '', until = '' }: ReviewedClaim): Effort {
  const typed = [...Object.values(attributes).map(String), from, until, object === undefined ? String(value ?? '') : ''];
  const summary = 60; // characters; reviewed ones have as many on average
  const picks = object === undefined ? 1 : 2;
  return {
    ...noEffort,
    K: typed.join('').length + summary + 4 + 3,
    P: 2 + picks,
    B: 2 + 2 * picks,
    H: 2,
    M: 3 + typed.filter((text) => text !== '').length,
  };
}

const valueOf = (proposal: JudgedProposal['proposal']): string => (proposal.kind === 'CLAIM' ? (proposal.claim.value ?? '') : '');

/** Reviewed claims that nothing right was proposed for. */
function missedClaims({ reviewed }: Reading, { relations, MENTIONS, properties, statements, notes }: ClaimResults['tallies']) {
  const missed = new Set([relations, MENTIONS, properties, statements, notes].flatMap((tally) => tally.missed));
  return [...new Map(reviewed.claims.map((claim) => [keyOfReviewed(claim), claim]))]
    .filter(([key]) => missed.has(key))
    .map(([, claim]) => claim);
}
