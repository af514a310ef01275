/** What a command and the service that has the graph open send each other. One connection carries any number of calls, each with an id. */
import type { ErrorCode } from '../errors.js';
import type { Graph, ReadOptions, Search } from '../port.js';
import type { Statement } from '../query.js';

/** Of the form of messages. */
export const protocolVersion = 1;

/** What the service says first. */
export interface Greeting {
  readonly protocol: number;
  /** The version of the program. */
  readonly program: string;
  readonly modelVersion: number;
  readonly engine: Graph['engine'];
  readonly pid: number;
}

/** A call, by the method of the graph that it is to. `run` and `end` are of the transaction or snapshot that another call began. */
export type Call =
  | { readonly method: 'read'; readonly statement: Statement<unknown>; readonly timeout?: ReadOptions['timeout'] }
  | { readonly method: 'search'; readonly search: Search }
  | { readonly method: 'version' | 'prepare' | 'transact' | 'snapshot' }
  | { readonly method: 'keepCopy'; readonly name: string }
  | { readonly method: 'run'; readonly of: number; readonly statement: Statement<unknown> }
  | { readonly method: 'end'; readonly of: number; readonly isKept: boolean }
  /** Opens the graph that was put beside the one of the service, in its place. */
  | { readonly method: 'reopen' };

export type Request = (Call & { readonly id: number }) | { readonly cancel: number };

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type Response =
  | { readonly greeting: Greeting }
  /** Some rows of a result; others may follow. */
  | { readonly id: number; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly step: string }
  /** The statements of a transaction or snapshot may come. */
  | { readonly id: number; readonly isOpen: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: Failure }
  /** The service ends the connection. */
  | { readonly farewell: string };
