/** Why something that a language model proposed is dropped; how often, is kept with the reading. */
export const dropReasons = {
  UNREADABLE_ANSWER: 'An answer without JSON of the form that was asked for, or a refusal.',
  CUT_OFF: 'An answer that ended in the middle: what was whole is used.',
  TOO_MANY: 'Beyond the number of proposals that one answer may have.',
  WRONG_FORM: 'Not of the form that was asked for.',
  QUOTE_NOT_IN_TEXT: 'Its quote is not in the text.',
  QUOTE_OF_ANOTHER_PART: 'Its quote is in the text, and not in the part that was asked about.',
  QUOTE_TOO_LONG: 'Its quote is so long that it says everything.',
  ADDRESSES_THE_MODEL: 'Its passage gives orders to its reader: only a statement or a note may rest on it.',
  UNKNOWN_ENTITY: 'It names an entity that the text does not, by a name or id.',
  AMBIGUOUS_NAME: 'It names an entity by a name that several have.',
  NOT_NEW: 'The entity that it proposes is in the graph already.',
  NAME_NOT_IN_QUOTE: 'The entity that it proposes is not named in its quote.',
  NOT_NAMED_NEARBY: 'What it is about is not named in its passage, nor shortly before.',
  NUMBER_NOT_IN_QUOTE: 'A number of it is not in its quote.',
  UNIT_NOT_IN_QUOTE: 'Its quote gives the number in another currency, or as another share.',
  DATE_NOT_IN_TEXT: 'A date of it is not in its passage, nor shortly before.',
  NOT_IN_MODEL: 'The model of the graph does not allow it: the predicate, a type, a property, a unit or a date.',
} as const satisfies Readonly<Record<string, string>>;

export type DropReason = keyof typeof dropReasons;

export interface Dropped {
  readonly reason: DropReason;
  readonly count: number;
}

/** Counts by reason, in the order of the table. */
export function countedByReason(reasons: readonly DropReason[]): Dropped[] {
  return (Object.keys(dropReasons) as DropReason[])
    .map((reason) => ({ reason, count: reasons.filter((each) => each === reason).length }))
    .filter(({ count }) => count > 0);
}
