/** Answers to requests that fail before GraphQL: invalid bodies, unknown URLs, wrong methods. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { PublicErrorCode } from '../error-codes.js';
import { GraphError } from '../graph/errors.js';
import { errorBody, isPublic, refusal } from './errors.js';
import type { PublicAddress } from './address/public-address.js';

const codes: Readonly<Record<number, PublicErrorCode>> = { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };

/** By the code of Fastify's error. */
const messages: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE:
    'The body must be JSON: send content-type: application/json. (Files for /import: multipart/form-data.)',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'There is no body: send JSON with a "query".',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
};

/** Sends an error, with its status and headers. */
export function sendError(reply: FastifyReply, error: GraphError): FastifyReply {
  const { status, headers, body } = refusal(error);
  return reply.code(status).headers(headers).send(body);
}

/** Handles what a request throws. Unexpected errors are logged and masked. */
export const errorHandler =
  (logger: Logger) =>
  (error: FastifyError | GraphError, { routeOptions }: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    const isOurs = error instanceof GraphError && isPublic(error);
    if (!isOurs && status >= 500) {
      logger.error({ err: error }, 'Unexpected error');
      return reply.code(status).send(errorBody('Something went wrong here.', 'INTERNAL_SERVER_ERROR'));
    }
    reply.removeHeader('connection'); // a connection that is closed while the client still sends would take the answer with it
    if (isOurs) return sendError(reply, error);
    if (status === 403) return sendError(reply, unknownUrl()); // a path out of a page's folder
    const message =
      error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
        ? `The body is too large: at most ${routeOptions.bodyLimit.toLocaleString('en')} bytes.`
        : (messages[error.code] ?? 'The request is not valid HTTP.');
    return reply.code(status).send(errorBody(message, codes[status] ?? 'BAD_REQUEST'));
  };

/** The error of a URL that is unknown. */
export const unknownUrl = (basePath = '') => new GraphError('NOT_FOUND', `Unknown URL: GraphQL is at ${basePath}/graphql.`);

/** The methods that a route may have. */
const methods = ['GET', 'HEAD', 'POST'] as const;

/** Handles URLs and methods without a route. */
export function notFoundHandler(app: FastifyInstance, address: PublicAddress) {
  return ({ url, method }: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = url.split('?', 1)[0] ?? '';
    const allowed = methods.filter((each) => url === '*' || app.findRoute({ method: each, url: routeOf(path) }) !== null);
    if (allowed.length === 0 || allowed.some((each) => each === method)) return sendError(reply, unknownUrl(address.basePath));
    void reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
    if (method === 'OPTIONS') return reply.code(204).send();
    const message = `${path} does not support ${method}: use ${allowed.filter((each) => each !== 'HEAD').join(' or ')}.`;
    return reply.code(405).send(errorBody(message, 'BAD_REQUEST'));
  };
}

/** Routes are found by their patterns. */
const routeOf = (path: string): string =>
  path.replace(/^(\/(?:playground|explorer|docs|entity|document)\/).*/, '$1*').replace(/^(\/export\/)[^/]+$/, '$1:format');
