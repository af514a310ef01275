/** Predicates that carry text in our own words instead of joining two entities. */
export const textPredicates = {
  PROVIDES: 'What a policy orders, allows or funds.',
  STATED: 'What somebody said.',
  LISTS_ALL_MEMBERS: "The source's list of a program's regions is complete.",
  NOTE: 'A fact that fits no other predicate.',
} as const;
