import type { Candidate } from './candidates.ts';

/** What a reviewer can do with the selected proposal. */
export interface DeskActions {
  readonly accept: () => void;
  readonly reject: () => void;
  /** Opens the form that corrects it. */
  readonly edit: () => void;
  /** Makes it undecided again. */
  readonly reopen: () => void;
  /** Accepts what is undecided of these rules. */
  readonly acceptAllOf: (rules: readonly string[]) => void;
  /** Accepts it with another entity at one of its ends. */
  readonly choose: (candidate: Candidate) => void;
}
