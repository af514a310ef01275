import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { isPublicErrorCode } from '../error-codes.js';

export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** The public GraphQL of a service: the one way in which tools read the graph. */
export interface Api {
  readonly schema: GraphQLSchema;
  /** Runs a query. Throws a GraphError for one that is refused before it is GraphQL. */
  readonly run: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** Where the explorer is, such as "http://127.0.0.1:4000"; undefined where no service has its pages. */
  readonly explorer: string | undefined;
  /** Logs an unexpected error, and gives what a client may see of it. */
  readonly masked: (error: unknown) => string;
}

/** What was found, and what could not be: a missing text makes a quote an error, and no more. */
export interface Found<T> {
  readonly data: T;
  readonly problems: readonly string[] | undefined;
}

/** The data of a query, when its root field has any. Throws a GraphError with what the API says is wrong. */
export async function dataOf<T>(
  { run }: Pick<Api, 'run'>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Found<T>> {
  const { data, errors = [] } = await run(query, JSON.parse(JSON.stringify(variables)) as typeof variables); // without what has no value
  const [error] = errors;
  const isEmpty = Object.values(data ?? {}).every((value) => value == null);
  if (error !== undefined && isEmpty) throw graphError(error);
  return { data: (data ?? {}) as T, problems: error && [...new Set(errors.map(({ message }) => message))] };
}

function graphError({ message, extensions: { code, candidates } = {} }: GraphQLFormattedError): GraphError {
  const known = isPublicErrorCode(code) ? code : 'BAD_USER_INPUT';
  return new GraphError(known, message, {}, candidates === undefined ? {} : { candidates });
}

/** Throws for an id that the graph does not have; an unknown name is an error of the API. */
export function existing<T>(read: T | null, id: string): T {
  if (read !== null) return read;
  throw new GraphError('BAD_USER_INPUT', `Unknown entity ${JSON.stringify(id.slice(0, 100))}: look for it with the tool "find".`);
}
