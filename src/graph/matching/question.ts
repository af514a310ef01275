import type { Label } from '../../model/model.js';
import type { Candidate } from '../search/rank.js';
import type { MatchProperty } from './properties.js';

/** What a row of data says of the entity that it means. */
export interface Question {
  /** Other ways to write its name; none where conditions find it. */
  readonly names: readonly string[];
  /** The types that it may be of; any by default. */
  readonly labels?: readonly Label[] | undefined;
  readonly conditions: readonly Condition[];
  /** ISO days on which the answer must be the same: today, or the first and the last day of the row's year. */
  readonly days: readonly string[];
}

/** Something else that the row says of it. */
export interface Condition {
  readonly property: MatchProperty;
  /** Texts, numbers as text, and ids of entities. */
  readonly values: readonly string[];
  /** How many of the values must be the entity's. */
  readonly quantifier: 'any' | 'all' | 'none';
  /** Entities that do not meet it are left out; otherwise it raises or lowers their score. */
  readonly isRequired: boolean;
}

/** Whether an entity meets a condition; undefined where the graph has nothing to compare. */
export interface Agreement {
  readonly property: MatchProperty;
  readonly isMet: boolean | undefined;
}

/** An entity that a question may mean, and why. */
export interface Match {
  readonly candidate: Candidate;
  /** From 0 to 100. */
  readonly score: number;
  /** From 0 to 100: how well its name fits, before conditions. */
  readonly nameScore: number;
  /** The name or code that fits best. */
  readonly matchedName: string | undefined;
  readonly agreements: readonly Agreement[];
  /** It is this entity and no other. At most one match of a question is certain. */
  readonly isCertain: boolean;
}
