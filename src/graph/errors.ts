import type { PublicErrorCode } from '../error-codes.js';

/** What can go wrong: codes that clients may act on, and those of failures that are logged and masked. */
export type ErrorCode =
  | PublicErrorCode
  | 'STORE_REFUSED' // the store rejects the user or password
  | 'STORAGE' // the store's file cannot be opened, read or written
  | 'INTERNAL';

/** The one error of the graph: a code, and one sentence that says what happened and what to do. */
export class GraphError extends Error {
  override readonly name = 'GraphError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
    /** For programs: what the message says, as data. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, options);
  }
}
