/** A requested change, before it is checked against the model and the graph. */
import type { Label } from '../model/model.js';
import type { ObservationRecord, Redirect } from '../graph/stored/record-types.js';
import type { RequestedClaim } from './claims.js';
import type { RawEntity } from './entities.js';
import type { Located } from './problem.js';

export interface ChangeRequest {
  /** Chosen by the caller: a request repeated under one id lands once. */
  readonly id: string;
  readonly author: string;
  /** Who publishes it, when it was a draft of another author. */
  readonly publisher?: string | undefined;
  readonly reason: string;
  /** Where it comes from: a file, "api", or "built-in". */
  readonly origin: string;
  /** The types of entities that its author may change and make claims about; all by default. */
  readonly types?: readonly Label[] | undefined;
  /** For the built-in data. */
  readonly dataVersion?: string;
  readonly entities: readonly Located<RequestedEntity>[];
  readonly claims: readonly Located<RequestedClaim>[];
  readonly observations: readonly Located<ObservationRecord>[];
  readonly retractions: readonly Located<Retraction>[];
  /** Entities that are the same as others: their claims become claims of the others. */
  readonly merges?: readonly Located<Merge>[];
  /** Entities that are restored: merges that are undone. */
  readonly restorations?: readonly Located<Merge>[];
  /** Redirects of entities that were merged in the graph of origin. */
  readonly redirects?: readonly Located<Redirect>[];
  /** Claims that move to another entity. */
  readonly splits?: readonly Located<Split>[];
}

export interface Merge {
  readonly entity: string;
  /** The one that remains. */
  readonly into: string;
}

export interface Split {
  readonly entity: string;
  /** The one that the claims move to; it may be new. */
  readonly into: string;
  readonly claims: readonly string[];
}

/** An entity to create or change. Omitted fields keep their values, null removes a value. */
export type RequestedEntity = RawEntity & {
  /** Refuses the request when the entity is at another version. */
  readonly expectedVersion?: number | undefined;
};

interface Retraction {
  readonly claim: string;
}

/** An empty request, to be filled in. */
export const emptyRequest = { entities: [], claims: [], observations: [], retractions: [] } as const;
