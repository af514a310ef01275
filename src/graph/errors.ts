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
  /** Whether it stays until somebody changes a setting: waiting does not mend it. */
  readonly isLasting: boolean;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: ErrorOptions & { readonly isLasting?: boolean } = {},
    /** For programs: what the message says, as data. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, options);
    this.isLasting = options.isLasting ?? false;
  }
}

const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['TIMEOUT', 'UNAVAILABLE', 'OVERLOADED']);

/** Whether the store may be well again later, without anybody doing anything here. */
export const isPassing = (error: unknown): error is GraphError =>
  error instanceof GraphError && passing.has(error.code) && !error.isLasting;

/** Whether a write that failed has landed: what the store has confirmed, or UNKNOWN where it got all of it and confirmed nothing. */
type Written = 'NO' | 'UNKNOWN';

const outcomes: Readonly<Record<Written, string>> = {
  NO: 'Nothing was written.',
  UNKNOWN: 'It is unknown whether the change was written: send it again with the same id.',
};

/** The error of a write that was ended, or whose store was lost; it reports whether the write landed. Other errors are as they were. */
export function writeFailure(error: unknown, written: Written): unknown {
  if (!isPassing(error)) return error;
  return new GraphError(error.code, `${error.message} ${outcomes[written]}`, { cause: error }, { ...error.details, written });
}
