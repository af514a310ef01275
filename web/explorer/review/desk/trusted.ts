/** Which rules a reviewer may believe without looking at each proposal. */
import type { Rule } from './rule-line.tsx';

/** Decisions that say something of a rule. */
const enough = 10;
const share = 0.95;

/** Reviewers agreed with it nearly always, and often enough. */
export const isTrusted = ({ acceptedBefore, rejectedBefore }: Rule): boolean => {
  const decided = acceptedBefore + rejectedBefore;
  return decided >= enough && acceptedBefore >= share * decided;
};
