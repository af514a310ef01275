/** What a limit is, and the usual kinds. */
import type { PublicErrorCode } from '../error-codes.js';

export interface Limit {
  readonly value: number;
  readonly unit: string;
  /** What is bounded. */
  readonly of: string;
  /** The value of an argument that is left out. */
  readonly default?: number;
  /** What happens beyond it. */
  readonly beyond: string;
  /** The code of the error, where there is one. */
  readonly code?: PublicErrorCode;
}

/** The limits of one thing, by name. */
export type Limits = Readonly<Record<string, Limit>>;

export const rejected = (
  value: number,
  unit: string,
  of: string,
  code: PublicErrorCode,
): Limit & { readonly code: PublicErrorCode } => ({
  value,
  unit,
  of,
  beyond: 'The request is rejected.',
  code,
});
export const expensive = (value: number, unit: string, of: string) => rejected(value, unit, of, 'QUERY_TOO_EXPENSIVE');
export const invalid = (value: number, unit: string, of: string) => rejected(value, unit, of, 'BAD_USER_INPUT');
export const page = (value: number, byDefault: number, unit: string, of: string) => ({
  ...invalid(value, unit, of),
  default: byDefault,
});
