/** The one shape of errors: what the caller can mend is said, anything else is logged under an id and masked. */
import { randomUUID } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { ValidationError } from 'class-validator';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ArgumentValidationError } from '../type-graphql/decorators.js';
import { errorCodes, isPublicErrorCode, type PublicErrorCode } from '../error-codes.js';
import { GraphError } from '../graph/errors.js';

const statusesOf = (...codes: readonly PublicErrorCode[]): Readonly<Record<string, number>> =>
  Object.fromEntries(codes.map((code) => [code, errorCodes[code].status]));

/** HTTP statuses of failures that may pass. */
const failures = statusesOf('TIMEOUT', 'UNAVAILABLE', 'OVERLOADED', 'RATE_LIMITED', 'IN_PROGRESS', 'MODEL_UNAVAILABLE');

/** HTTP statuses of failures that do not pass by themselves. */
const refusals = statusesOf('UNAUTHENTICATED', 'FORBIDDEN', 'STORAGE_FULL', 'MODEL_FAILED');

const internal: PublicErrorCode = 'INTERNAL_SERVER_ERROR';

/** Seconds after which trying again may help. */
export const retryAfter = '2';

/** In seconds, as the header is written. */
const retryAfterOf = (details: Readonly<Record<string, unknown>> = {}): string => String(details['retryAfter'] ?? retryAfter);

/** No part of a message is longer than a line: it must not send back what it was sent. */
const maxMessage = 400;

/** Formats an error for clients. */
export function formatErrorWith(logger: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = causeOf(error);
    const { locations, path } = formatted;
    const place = { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
    if (cause instanceof ArgumentValidationError)
      return { message: shortened(argumentMessage(cause)), ...place, extensions: { code: 'BAD_USER_INPUT' } };
    if (cause instanceof GraphError && isPublic(cause))
      return { message: shortened(cause.message), ...place, extensions: { code: cause.code, ...cause.details } };
    if (isOfRequest(cause)) return { message: shortened(cause.message), ...place, extensions: { code: 'BAD_USER_INPUT' } };
    if (cause instanceof GraphQLError && isCallers(formatted))
      return { message: shortened(formatted.message), ...place, extensions: extensionsOf(formatted) };
    return { message: masked(cause, logger), ...place, extensions: { code: internal } };
  };
}

/** The error of the project behind one of GraphQL's: a plugin's error has no path, and Apollo does not unwrap it. */
function causeOf(error: unknown): unknown {
  const cause = unwrapResolverError(error);
  return cause instanceof GraphQLError && cause.originalError instanceof GraphError ? cause.originalError : cause;
}

/** Logs an unexpected error under an id, and gives what a client may see of it. */
export function masked(cause: unknown, logger: Logger): string {
  const id = randomUUID();
  logger.error({ err: cause, id }, 'Unexpected error');
  return `Something went wrong here. The log has it under ${id}.`;
}

/** Whether clients may see the message. */
export function isPublic({ code }: GraphError): boolean {
  return isPublicErrorCode(code);
}

/** What GraphQL and Apollo say of a request that does not fit; anything else of theirs is a fault of the service. */
const callersCodes: ReadonlySet<string> = new Set<PublicErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_EXPENSIVE',
]);

/** Whether GraphQL refused a request without a code of its own: an operation type that the schema lacks, or too many errors of variables. */
function isOfRequest(cause: unknown): cause is GraphQLError {
  return (
    cause instanceof GraphQLError &&
    cause.path === undefined &&
    cause.originalError === undefined &&
    cause.extensions['code'] === undefined
  );
}

function isCallers({ extensions }: GraphQLFormattedError): boolean {
  return callersCodes.has(String(extensions?.['code']));
}

function extensionsOf({ extensions }: GraphQLFormattedError): Record<string, unknown> {
  const { code, cost, limit } = extensions ?? {};
  return { code, ...(cost === undefined ? {} : { cost, limit }) };
}

/** "first must not be less than 1", for each argument that is wrong. */
function argumentMessage({ extensions }: ArgumentValidationError): string {
  return extensions.validationErrors.flatMap(constraints).join('; ');
}

function constraints({ constraints: own = {}, children = [], property }: ValidationError): string[] {
  return [...Object.values(own), ...children.flatMap(constraints).map((text) => `${property}: ${text}`)];
}

function shortened(message: string): string {
  return message.length <= maxMessage ? message : `${message.slice(0, maxMessage - 1)}…`;
}

/** Gives answers the HTTP status of what failed in them. */
export const statusPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http }, request }) {
        const { errors, data } = body.kind === 'single' ? body.singleResult : {};
        const failed = errors?.find(({ extensions }) => String(extensions?.['code']) in failures);
        const failure = failures[String(failed?.extensions?.['code'])];
        if (failed !== undefined) http.headers.set('retry-after', retryAfterOf(failed.extensions));
        const refusal = errors
          ?.map(({ extensions }) => refusals[String(extensions?.['code'])])
          .find((status) => status !== undefined);
        if (refusal === 401) http.headers.set('www-authenticate', 'Bearer');
        if (failure !== undefined) http.status = failure;
        else if (refusal !== undefined && data == null) http.status = refusal;
        else if (errors !== undefined && data == null)
          http.status = statusOf(errors, http.status, request.http?.headers.get('accept'));
      },
    };
  },
};

function statusOf(errors: readonly GraphQLFormattedError[], status = 400, accept = '*/*'): number {
  const codes = errors.map(({ extensions }) => String(extensions?.['code']));
  if (codes.includes(internal)) return 500;
  return isOld(accept) && codes.every((code) => wellFormed.has(code)) ? 200 : Math.max(status, 400);
}

/** What is wrong with the GraphQL of a request that is well-formed HTTP. */
const wellFormed: ReadonlySet<string> = new Set<PublicErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'UNKNOWN_NAME',
  'AMBIGUOUS_NAME',
]);

/** Clients that ask for `application/json` and nothing newer take any status but 200 for a failure of the network, says GraphQL over HTTP. */
function isOld(accept: string): boolean {
  return accept.includes('application/json') && !/graphql-response|\*\/\*/.test(accept);
}

/** The answer to a request that was refused before GraphQL saw it. */
export function refusal({ code: own, message, details }: GraphError): RefusedRequest {
  const code = isPublicErrorCode(own) ? own : internal;
  const { status } = errorCodes[code];
  const headers: Record<string, string> =
    status === 401
      ? { 'www-authenticate': 'Bearer' }
      : code in failures
        ? { 'retry-after': retryAfterOf(details) }
        : status < 400
          ? { 'cache-control': 'no-store' }
          : {};
  return { status, headers, body: errorBody(message, code, details) };
}

interface RefusedRequest {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReturnType<typeof errorBody>;
}

/** The body of an answer that never reached GraphQL. */
export function errorBody(message: string, code: PublicErrorCode, details: object = {}): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message: shortened(message), extensions: { code, ...details } }] };
}
