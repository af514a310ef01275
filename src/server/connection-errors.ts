/** Answers to what Node's parser refuses, or leaves to the server: each would be empty without them. */
import { METHODS, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import { GraphError } from '../graph/errors.js';
import { unknownExpectation } from './address/request-head.js';
import { sendRaw, sendRefusal } from './raw-answer.js';

interface ParserError extends Error {
  readonly code?: string;
  /** What arrived last. */
  readonly rawPacket?: unknown;
}

/** A response that is being sent on a socket. */
type Answering = Socket & { readonly _httpMessage?: ServerResponse | null };

export function refuseConnection(error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const { _httpMessage: current } = socket as Answering;
  // The answer to a complete request comes first: this one would be taken for it.
  if (current?.req.complete === true) return void current.once('close', () => refuseConnection(error, socket));
  if (current?.headersSent === true) return void socket.destroy();
  sendRaw(socket, refusalOf(error));
  socket.destroySoon();
}

function refusalOf({ code, rawPacket }: ParserError): GraphError {
  const packet = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '';
  if (code === 'HPE_HEADER_OVERFLOW') return overflow(packet);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new GraphError('REQUEST_TIMEOUT', 'The request took too long to arrive.');
  if (code === 'HPE_INVALID_METHOD') return unknownMethod(packet);
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return new GraphError('BODY_TOO_LARGE', 'The extensions of chunks are too large.');
  return new GraphError('BAD_REQUEST', 'The request is not valid HTTP.');
}

function overflow(packet: string): GraphError {
  const isRequestLine = /^[A-Z]+ \S+$/.test(packet.slice(0, 8_000));
  return isRequestLine
    ? new GraphError('URI_TOO_LONG', 'The URL is too long: send long queries by POST.')
    : new GraphError('HEADERS_TOO_LARGE', 'The URL and headers are too large: send long queries by POST.');
}

const requestLine = /^([!#$%&'*+.^`|~\w-]{1,40}) \S+ HTTP\/1\.[01]\r?\n/;
/** The first bytes of TLS: a handshake of version 3. */
const handshake = '\u0016\u0003';

function unknownMethod(packet: string): GraphError {
  const method = requestLine.exec(packet)?.[1];
  if (method !== undefined && !METHODS.includes(method))
    return new GraphError('NOT_IMPLEMENTED', `The method ${method} is unknown: use GET or POST.`);
  return new GraphError(
    'BAD_REQUEST',
    packet.startsWith(handshake) ? 'This port speaks HTTP without TLS: use http://.' : 'The request is not valid HTTP.',
  );
}

/** Requests that Node does not hand to the router. */
export function refuseUnrouted(server: Server): void {
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    sendRefusal(response, unknownExpectation());
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    const error = new GraphError('BAD_REQUEST', 'This is no proxy: CONNECT is not supported.');
    sendRaw(socket, error, { status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
  });
}
