/** Answers to what is not even an HTTP request. */
import type { Socket } from 'node:net';
import { GraphError } from '../graph/errors.js';
import { sendRaw } from './raw-answer.js';

const errors: Readonly<Record<string, () => GraphError>> = {
  HPE_HEADER_OVERFLOW: () => new GraphError('HEADERS_TOO_LARGE', 'The URL and headers are too large: send long queries by POST.'),
  ERR_HTTP_REQUEST_TIMEOUT: () => new GraphError('REQUEST_TIMEOUT', 'The request took too long to arrive.'),
};

export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  sendRaw(socket, errors[error.code ?? '']?.() ?? new GraphError('BAD_REQUEST', 'The request is not valid HTTP.'));
  socket.destroySoon();
}
