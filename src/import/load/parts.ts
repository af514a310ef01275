/** What one record of a file brings: a row of a table makes several things, a line of JSON one. */
import type { RequestedClaim } from '../../changesets/claims.js';
import type { RequestedEntity } from '../../changesets/change-request.js';
import type { Located, Problem } from '../../changesets/problem.js';
import type { ObservationRecord, Redirect } from '../../graph/stored/record-types.js';

/** A claim, and whether it is made by the first only of the records that say so. */
export type LocatedClaim = Located<RequestedClaim> & { readonly isShared?: boolean };

export interface Parts {
  readonly entities: readonly Located<RequestedEntity>[];
  /** Entities that many rows name: made where they are missing, and left as they are where not. */
  readonly shared: readonly Located<RequestedEntity>[];
  readonly claims: readonly LocatedClaim[];
  readonly observations: readonly Located<ObservationRecord>[];
  readonly redirects?: readonly Located<Redirect>[];
}

export interface SourceRecord extends Parts {
  readonly file: string;
  readonly line: number;
  /** The original text of the record, for the file of rejected records. */
  readonly raw: string;
  /** What is wrong with it by itself. */
  readonly problems: readonly Problem[];
  /** What was not understood and is left out. */
  readonly notes: readonly Problem[];
}

export const noParts: Parts = { entities: [], shared: [], claims: [], observations: [] };
