import type { Candidate } from './candidates.ts';

/** What a reviewer can do with the selected proposal. */
export interface DeskActions {
  readonly accept: () => void;
  readonly reject: () => void;
  /** Opens the form that corrects it. */
  readonly edit: () => void;
  /** Makes it undecided again. */
  readonly reopen: () => void;
  readonly acceptAllOfRule: () => void;
  /** Accepts it with another entity at one of its ends. */
  readonly choose: (candidate: Candidate) => void;
}
