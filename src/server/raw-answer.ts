import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphError } from '../graph/errors.js';
import { refusal } from './errors.js';

interface Special {
  /** In place of that of the error's code. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends an error on a socket that no HTTP response belongs to, and ends it. */
export function sendRaw(socket: Duplex, error: GraphError, { status, headers }: Special = {}): void {
  const { status: own, headers: ownHeaders, body } = refusal(error);
  const text = JSON.stringify(body);
  const code = status ?? own;
  const head = [
    `HTTP/1.1 ${code} ${STATUS_CODES[code]}`,
    ...Object.entries({ ...ownHeaders, ...headers }).map(([name, value]) => `${name}: ${value}`),
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    `date: ${new Date().toUTCString()}`,
    'connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/** Sends an error as a response that the router does not know of, and closes the connection: more of the request may follow. */
export function sendRefusal(response: ServerResponse, error: GraphError): void {
  const { status, headers, body } = refusal(error);
  const text = JSON.stringify(body);
  const type = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...type, connection: 'close' }).end(text);
}
