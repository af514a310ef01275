/** Subscriptions over WebSocket at /graphql, in the protocol of graphql-ws. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { handleProtocols, makeServer, type Context as Connected } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Account } from '../accounts/account.js';
import type { Authenticate } from '../accounts/authenticate.js';
import { GraphError, type ErrorCode } from '../graph/errors.js';
import { networkOf } from './admission/client.js';
import type { RateLimit } from './admission/rate-limit.js';
import { bodyLimits } from './body.js';
import type { PublicAddress } from './address/public-address.js';
import { foreignOrigin, refusedHead } from './address/request-head.js';
import { unknownUrl } from './http-errors.js';
import { sendRaw } from './raw-answer.js';
import { unavailable, type Readiness } from './readiness.js';
import { Connection, closeCodes } from './web-socket-connection.js';
import type { Opened, Subscriptions } from './subscriptions.js';
import type { Reporter } from './telemetry/reporter.js';
import { requestIdOf } from './telemetry/request-id.js';
import { limits } from '../limits.js';

/** Subscriptions of one connection. */
const maxSubscriptions = limits.subscriptions.each.value;

export interface FollowOptions {
  readonly subscriptions: Subscriptions;
  readonly logger: Logger;
  readonly admit: Authenticate;
  readonly readiness: Readiness;
  readonly address: PublicAddress;
  readonly reporter: Reporter;
  readonly rate: RateLimit | undefined;
  /** How long a subscriber may leave unread what it is sent, in milliseconds. */
  readonly unreadTimeout: number;
}

interface Extra {
  readonly connection: Connection;
  readonly headers: IncomingHttpHeaders;
  /** By its address. */
  readonly client: string;
  account?: Account | undefined;
}

export function addWebSocket(
  app: FastifyInstance,
  { subscriptions, logger, admit, unreadTimeout, readiness, address, reporter, rate }: FollowOptions,
): void {
  const server = makeServer<Record<string, unknown>, Extra>({
    onConnect: ({ connectionParams, extra }) => admitConnection(connectionParams, extra),
    onSubscribe: async (connected, _id, { query, operationName, variables, extensions }) => {
      if (Object.keys(connected.subscriptions).length > maxSubscriptions) return [tooMany()];
      const { account, client: anonymous, headers } = connected.extra;
      const client = account?.id ?? anonymous;
      const error = rate?.take(client).error;
      if (error !== undefined) return [limited(error)];
      const request = { query, extensions, operationName: operationName ?? undefined, variables: variables ?? undefined };
      const arrival = { transport: 'websocket', headers, method: 'SUBSCRIBE', route: '/graphql' } as const;
      const record = reporter.begin(requestIdOf(headers), arrival);
      const onEnd = () => reporter.end(record, { account });
      return executionOf(await subscriptions.open(request, { account, client, record, onEnd }));
    },
    subscribe: ({ rootValue }) => rootValue as AsyncGenerator<ExecutionResult>,
    onNext: (_connected, _id, _payload, _arguments, result) => result as FormattedExecutionResult,
  });

  /** Authenticates a connection; one with a key that is not valid is closed. */
  async function admitConnection(parameters: Connected['connectionParams'], extra: Extra): Promise<boolean> {
    const { authorization = extra.headers.authorization } = parameters ?? {};
    try {
      extra.account = await admit({ ...extra.headers, ...(typeof authorization === 'string' ? { authorization } : {}) });
      return true;
    } catch (error) {
      const refusal = error instanceof GraphError ? refusals[error.code] : undefined;
      if (refusal === undefined) logger.error({ err: error }, 'Unexpected error');
      extra.connection.close(...(refusal ?? closeCodes.failed));
      return false;
    }
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: bodyLimits.bytes, handleProtocols });
  sockets.on('wsClientError', refuseHandshake);
  const connections = new Set<Connection>();
  let closing = false;
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return withoutUpgrade(app, request, socket, head);
    const client = networkOf(address.clientOf(request));
    const refusal =
      refusalOf(request, address) ??
      rate?.take(client).error ??
      (closing || readiness.graph === undefined ? unavailable(closing) : undefined);
    if (refusal !== undefined) return sendRaw(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const connection = new Connection(opened, { unreadTimeout, logger });
      connections.add(connection);
      opened.once('close', () => connections.delete(connection));
      connection.serve(server, { connection, headers: request.headers, client });
    });
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const connection of connections) connection.close(...closeCodes.closing);
  });
}

const limited = ({ message, code, details }: GraphError) => new GraphQLError(message, { extensions: { code, ...details } });

/** How a connection is closed whose caller is not admitted; clients try again after the last one. */
const refusals: Readonly<Partial<Record<ErrorCode, readonly [number, string]>>> = {
  UNAUTHENTICATED: closeCodes.unauthenticated,
  FORBIDDEN: closeCodes.forbidden,
  UNAVAILABLE: closeCodes.unavailable,
};

const tooMany = () =>
  new GraphQLError(
    `This connection has ${maxSubscriptions} subscriptions, which is the limit: end one, or open another connection.`,
    {
      extensions: { code: 'QUERY_TOO_EXPENSIVE' },
    },
  );

/** What graphql-ws is to "execute": the answers are there already. */
function executionOf(opened: Opened) {
  if ('errors' in opened) return opened.errors.map(({ message, extensions }) => new GraphQLError(message, { extensions }));
  return { schema: undefined as never, document: opened.document, rootValue: opened.answers, contextValue: undefined };
}

/** Pages of other sites can open a WebSocket, although they cannot read the answer to a POST: they are recognised by their origin. */
function refusalOf(request: IncomingMessage, address: PublicAddress): GraphError | undefined {
  const head = refusedHead(request, address);
  if (head !== undefined) return head;
  if (address.pathOf(request).split('?', 1)[0] !== '/graphql') return unknownUrl(address.basePath);
  return foreignOrigin(request, address);
}

/** In place of the library's answers, which are plain text. */
function refuseHandshake({ message }: Error, socket: Duplex, { method }: IncomingMessage): void {
  const error = new GraphError('BAD_REQUEST', `The WebSocket cannot be opened: ${message}.`);
  if (method !== 'GET') return sendRaw(socket, error, { status: 405, headers: { allow: 'GET' } });
  const isVersion = message.includes('Sec-WebSocket-Version');
  return sendRaw(
    socket,
    error,
    isVersion ? { status: 426, headers: { 'sec-websocket-version': '13', upgrade: 'websocket' } } : {},
  );
}

/**
 * Clients may offer other protocols than WebSocket with any request, as Java's does HTTP/2, and a server may go on without.
 * Node takes that choice away as soon as it serves WebSocket, so the request is handed in once more without the offer.
 */
function withoutUpgrade(
  app: FastifyInstance,
  { method, url, httpVersion, rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!/^(upgrade|http2-settings|connection)$/i.test(name)) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  app.server.emit('connection', socket);
}
