/** Sends what no client library would, over HTTP, a bare connection, or a WebSocket. */
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { pipeline } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import type { HttpRequest, Request, Sender } from './case.js';

export interface Target {
  /** Such as http://127.0.0.1:4000. */
  readonly url: string;
  /** The key of each account. */
  readonly keys: Readonly<Record<Sender, string>>;
}

export interface Reply {
  /** Of the HTTP answer, or why a WebSocket was closed. */
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** How long an answer may take, in milliseconds: more than any deadline of the service. */
const patience = 75_000;

export function send(request: Request, target: Target): Promise<Reply> {
  if ('bytes' in request) return sendBytes(request.bytes, target);
  return 'messages' in request ? sendMessages(request, target) : sendHttp(request, target);
}

async function sendHttp(request: HttpRequest, { url, keys }: Target): Promise<Reply> {
  const { method = 'GET', path = '/graphql', search = '', headers = {}, body = '', as } = request;
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true }); // a server that may close at once cuts off its own refusal of a large body
  const sent = httpRequest({ hostname, port, method, path: path + search, agent, timeout: patience });
  for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value as string);
  if (as !== undefined) sent.setHeader('authorization', `Bearer ${keys[as]}`);
  if (method !== 'GET' && method !== 'HEAD') sent.setHeader('content-length', Buffer.byteLength(body));
  sent.once('timeout', () => sent.destroy(new Error('No answer.')));
  const response = once(sent, 'response') as Promise<[IncomingMessage]>;
  // In pieces: a refusal may come before all has been sent, and is lost to a client that keeps sending.
  pipeline(pieces(Buffer.from(body)), sent, () => undefined);
  try {
    const [answer] = await response;
    return { status: answer.statusCode ?? 0, contentType: answer.headers['content-type'] ?? '', text: await read(answer) };
  } finally {
    agent.destroy();
  }
}

function* pieces(body: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, at + 65_536);
}

/** Streams of events do not end: what is there after the first event is enough. */
async function read(answer: IncomingMessage): Promise<string> {
  if (answer.headers['content-type']?.startsWith('text/event-stream') !== true) return textOf(answer);
  let text = '';
  for await (const chunk of answer) {
    text += String(chunk);
    if (text.includes('event: ')) break;
  }
  return text;
}

async function sendBytes(bytes: string | Uint8Array, { url }: Target): Promise<Reply> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(patience, () => socket.destroy());
  socket.on('error', () => undefined);
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes.replaceAll('{host}', host), 'latin1') : bytes);
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    if (isComplete(text)) break;
  }
  socket.destroy();
  const [head = '', body = ''] = text.split(/\r\n\r\n([\s\S]*)/, 2);
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
    contentType: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
    text: body,
  };
}

function isComplete(text: string): boolean {
  const [head = '', body] = text.split(/\r\n\r\n([\s\S]*)/, 2);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  return body !== undefined && length !== undefined && Buffer.byteLength(body) >= Number(length);
}

interface Messages {
  readonly messages: readonly (string | Uint8Array)[];
  readonly path?: string;
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Resolves with the refusal of the connection, the code by which it is closed, or the first message that has errors. */
function sendMessages(
  { messages, path = '/graphql', protocol = 'graphql-transport-ws', headers = {} }: Messages,
  { url }: Target,
) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocol === '' ? [] : protocol, { headers });
  return new Promise<Reply>((resolve, reject) => {
    const end = (reply: Reply) => {
      clearTimeout(timer);
      socket.terminate();
      resolve(reply);
    };
    const timer = setTimeout(() => reject(new Error('No answer on the WebSocket.')), patience);
    socket.once('unexpected-response', (_request, response: IncomingMessage) => {
      const { statusCode: status = 0, headers: answered } = response;
      void textOf(response).then((text) => end({ status, contentType: answered['content-type'] ?? '', text }));
    });
    const [first, ...others] = messages;
    socket.once('open', () => first !== undefined && socket.send(first));
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: unknown };
      if (type === 'connection_ack') others.forEach((message) => socket.send(message));
      const errors = type === 'error' ? payload : (payload as { errors?: unknown } | undefined)?.errors;
      if (errors !== undefined) end({ status: 200, contentType: 'application/json', text: JSON.stringify({ errors }) });
    });
    socket.once('close', (status, reason) => end({ status, contentType: '', text: reason.toString() }));
    socket.on('error', (error) => (socket.readyState === WebSocket.CONNECTING ? undefined : reject(error)));
  });
}
