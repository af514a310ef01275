/** What one thread asks of a graph that another has open, and what it is answered. */
import { GraphError, type ErrorCode } from '../errors.js';
import type { Statement } from '../query.js';

export type Question =
  | { readonly kind: 'read'; readonly statement: Statement<unknown> }
  | { readonly kind: 'begin' }
  | { readonly kind: 'run'; readonly transaction: number; readonly statement: Statement<unknown> }
  | { readonly kind: 'end'; readonly transaction: number; readonly failed: boolean };

export interface Request {
  readonly id: number;
  readonly question: Question;
}

export type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: SentError };

/** Whether a transaction has landed, or its work must run, for the first time or again. */
export type Turn = { readonly landed: true } | { readonly landed: false; readonly transaction: number };

/** An error between threads: a copy of a GraphError would be no GraphError. */
export type SentError =
  | { readonly code: ErrorCode; readonly message: string; readonly details: Readonly<Record<string, unknown>> }
  | { readonly unknown: unknown };

export const sentError = (error: unknown): SentError =>
  error instanceof GraphError ? { code: error.code, message: error.message, details: error.details } : { unknown: error };

export const receivedError = (error: SentError): unknown =>
  'unknown' in error ? error.unknown : new GraphError(error.code, error.message, undefined, error.details);
