/** What can go wrong, as codes that clients may act on. Anything else is an internal error and is masked. */
export type ErrorCode =
  | 'BAD_USER_INPUT' // the caller's to mend
  | 'QUERY_TOO_EXPENSIVE' // over a limit that the message names
  | 'CONFLICT' // another write got there first
  | 'TIMEOUT' // over the deadline; the same question may do later
  | 'UNAVAILABLE' // the store cannot be reached
  | 'UNAUTHENTICATED' // nobody said who asks, or the key is not valid
  | 'FORBIDDEN' // whoever asks may not
  | 'STORE_REFUSED' // the store refuses the user or password
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
