/** Every limit of the service, by what it bounds. The code takes its numbers from here, and docs/limits.md is printed from it. */
import { lists, meaning, operation, search, walks } from './limits/queries.js';
import { reading } from './limits/reading.js';
import { admission, agents, document, documents, request, results, subscriptions } from './limits/requests.js';
import { commands, exports, imports, reconciliation, writes } from './limits/transfer.js';

export const limits = {
  request,
  document,
  documents,
  results,
  operation,
  lists,
  search,
  meaning,
  walks,
  writes,
  imports,
  exports,
  reconciliation,
  admission,
  subscriptions,
  agents,
  reading,
  commands,
} as const;

/** The limits of an operation that a deployment can set. */
export interface OperationBounds {
  /** Milliseconds of all statements together. */
  readonly storeTime: number;
  /** Bytes. */
  readonly answer: number;
  /** Statements that run at once. */
  readonly statements: number;
}
