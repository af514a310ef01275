import type { Label } from './entities.js';

export interface TextPredicate {
  readonly description: string;
  /** The labels of what it may be said of; any by default. */
  readonly subjects?: readonly Label[];
}

/** What the claim of an observation gives: its value, or its rank where the source gives no value. */
export const measures = ['value', 'rank'] as const;

export const isMeasure = (predicate: string): boolean => measures.some((measure) => measure === predicate);

/** What a data set says of any entity besides its relations. */
export const recordPredicates = ['names', 'codes'] as const;

export const isRecordPredicate = (predicate: string): boolean => recordPredicates.some((each) => each === predicate);

/** Predicates that carry text in our own words instead of joining two entities. */
export const textPredicates = {
  PROVIDES: { description: 'What a policy or program orders, allows, funds, or has as a task.', subjects: ['Policy', 'Program'] },
  PURPOSE: { description: 'What a policy or program is meant to achieve.', subjects: ['Policy', 'Program'] },
  STATED: { description: 'What was said by its subject.', subjects: ['Person', 'Agency', 'Organization', 'Region'] },
  LISTS_ALL_MEMBERS: {
    description: "The source's list of a program's regions is complete, for one batch and as of one day.",
    subjects: ['Policy', 'Program'],
  },
  NOTE: { description: 'A fact that fits no other predicate.' },
} as const satisfies Readonly<Record<string, TextPredicate>>;
