/** Answers for what is not even an HTTP request. */
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { PublicErrorCode } from '../error-codes.js';
import { errorBody } from './errors.js';

const kinds: Readonly<Record<string, readonly [number, string, PublicErrorCode]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The address and headers are too large: send long queries by POST.', 'HEADERS_TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.', 'REQUEST_TIMEOUT'],
};

export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, message, code] = kinds[error.code ?? ''] ?? [400, 'The request is not valid HTTP.', 'BAD_REQUEST'];
  const body = JSON.stringify(errorBody(message, code));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
