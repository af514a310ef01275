import { Agent, request } from 'node:http';
import { createClient as eventStreamClient } from 'graphql-sse';
import { createClient as webSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Reply {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly unknown[] };
}

interface Client {
  /** Posts an operation as JSON. */
  readonly post: (body: string) => Promise<Reply>;
  /** Imports a file. */
  readonly upload: (name: string, text: string) => Promise<Reply>;
  /** Subscribes to all changes, and leaves after the first. */
  readonly follow: (transport: 'WebSocket' | 'events') => Promise<void>;
  readonly close: () => void;
}

/** A client that keeps its connections, and sends its key with each request. */
export function client(url: string, key: string): Client {
  const agent = new Agent({ keepAlive: true });
  const authorization = `Bearer ${key}`;
  const post: Client['post'] = (body) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization };
      const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts).toString()) }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const upload: Client['upload'] = async (name, text) => {
    const form = new FormData();
    form.set('file', new Blob([text]), name);
    const response = await fetch(`${url}/import`, { method: 'POST', body: form, headers: { authorization } });
    return { status: response.status, body: parsed(await response.text()) };
  };
  return { post, upload, follow: (transport) => firstChange(url, transport), close: () => agent.destroy() };
}

function parsed(text: string): Reply['body'] {
  try {
    return JSON.parse(text) as Reply['body'];
  } catch {
    return { errors: [text.slice(0, 200)] };
  }
}

async function firstChange(url: string, transport: 'WebSocket' | 'events'): Promise<void> {
  const query = 'subscription { changes(since: "0.0") { cursor kind id } }';
  const subscriber =
    transport === 'events'
      ? eventStreamClient({ url: `${url}/graphql/stream`, retryAttempts: 0 })
      : webSocketClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    for await (const { data, errors } of subscriber.iterate({ query })) {
      if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
      return;
    }
    throw new Error('The subscription ended before its first change.');
  } finally {
    await subscriber.dispose();
  }
}
