import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphError } from '../graph/errors.js';
import { refusal } from './errors.js';

/** Sends an error on a socket that no HTTP response belongs to, and ends it. */
export function sendRaw(socket: Duplex, error: GraphError): void {
  const { status, headers, body } = refusal(error);
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
