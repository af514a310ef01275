/** The rules of the two protocols of subscriptions, one test each, byte by byte: PROTOCOL.md of graphql-ws and of graphql-sse. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { GraphError } from '../../src/graph/errors.js';
import type { Graph } from '../../src/graph/port.js';
import { world } from '../changesets/drafts.js';
import { serve, type Service } from '../support/service.js';

let graph: Graph;
let service: Service;

const errors: Readonly<Record<string, GraphError>> = {
  wrong: new GraphError('UNAUTHENTICATED', 'The key is not valid.'),
  forbidden: new GraphError('FORBIDDEN', 'Not here.'),
  away: new GraphError('UNAVAILABLE', 'The issuer is away.'),
};

beforeAll(async () => {
  graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  await applyChangeset(graph, world());
  service = await serve(graph, {
    authenticate: async ({ authorization = '' }) => {
      const error = errors[authorization];
      if (error !== undefined) throw error;
      return undefined;
    },
  });
});
afterAll(async () => {
  await service.close();
  await graph.close();
});

const init = '{"type":"connection_init"}';
const all = 'subscription { changes(since: "0.0") { id } }';
const fromNow = 'subscription { changes { id } }';
const subscribe = (id: string, query: string, more: object = {}) =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, ...more } });

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: any;
}

/** A socket that has sent these messages, what came back, and its end. */
async function talk(messages: readonly (string | Buffer)[], protocol: string | string[] = 'graphql-transport-ws') {
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, protocol);
  onTestFinished(() => socket.terminate());
  const received: Message[] = [];
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
  const closed = once(socket, 'close').then(([code, reason]) => [code, String(reason)] as [number, string]);
  await once(socket, 'open');
  const until = (count: number) => vi.waitUntil(() => received.length >= count && received, { timeout: 10_000 });
  const [first, ...rest] = messages;
  if (first !== undefined) socket.send(first);
  const waits = first === init && String(rest[0] ?? init) !== init; // for the acknowledgement, as clients do
  if (waits) await until(1);
  for (const message of rest) socket.send(message);
  return { socket, received, closed, until };
}

interface Rule {
  readonly section: string;
  readonly rule: string;
  readonly sent: readonly (string | Buffer)[];
  readonly protocol?: string | string[];
  readonly code: number;
}

const closing: readonly Rule[] = [
  { section: 'Communication', rule: 'no sub-protocol is not served', sent: [], protocol: [], code: 4406 },
  { section: 'ConnectionInit', rule: 'a connection must be requested in time', sent: [], code: 4408 },
  { section: 'ConnectionInit', rule: 'it may be requested once', sent: [init, init], code: 4429 },
  { section: 'ConnectionInit', rule: 'its payload is an object', sent: ['{"type":"connection_init","payload":"x"}'], code: 4400 },
  {
    section: 'ConnectionInit',
    rule: 'a wrong key is refused',
    sent: ['{"type":"connection_init","payload":{"authorization":"wrong"}}'],
    code: 4401,
  },
  {
    section: 'ConnectionInit',
    rule: 'a key without the role is refused',
    sent: ['{"type":"connection_init","payload":{"authorization":"forbidden"}}'],
    code: 4403,
  },
  {
    section: 'ConnectionInit',
    rule: 'a key that cannot be checked now is to be tried again',
    sent: ['{"type":"connection_init","payload":{"authorization":"away"}}'],
    code: 1013,
  },
  { section: 'Subscribe', rule: 'nothing is executed before the acknowledgement', sent: [subscribe('a', all)], code: 4401 },
  {
    section: 'Subscribe',
    rule: 'an id is used once at a time',
    sent: [init, subscribe('a', fromNow), subscribe('a', fromNow)],
    code: 4409,
  },
  { section: 'Subscribe', rule: 'an id must not be empty', sent: [init, subscribe('', all)], code: 4400 },
  {
    section: 'Subscribe',
    rule: 'an id is needed',
    sent: [init, JSON.stringify({ type: 'subscribe', payload: { query: all } })],
    code: 4400,
  },
  { section: 'Subscribe', rule: 'a query is needed', sent: [init, '{"id":"a","type":"subscribe","payload":{}}'], code: 4400 },
  { section: 'Subscribe', rule: 'variables are an object', sent: [init, subscribe('a', all, { variables: 'x' })], code: 4400 },
  {
    section: 'Subscribe',
    rule: 'the name of the operation is a text',
    sent: [init, subscribe('a', all, { operationName: 1 })],
    code: 4400,
  },
  { section: 'Complete', rule: 'an id is needed', sent: [init, '{"type":"complete"}'], code: 4400 },
  { section: 'Invalid message', rule: 'an unknown type', sent: [init, '{"type":"start","id":"a"}'], code: 4400 },
  { section: 'Invalid message', rule: 'a type of the server', sent: [init, '{"type":"connection_ack"}'], code: 4400 },
  { section: 'Invalid message', rule: 'no type', sent: [init, '{"id":"a"}'], code: 4400 },
  { section: 'Invalid message', rule: 'a type that is no text', sent: [init, '{"type":1}'], code: 4400 },
  { section: 'Invalid message', rule: 'a list', sent: [init, '[]'], code: 4400 },
  { section: 'Invalid message', rule: 'null', sent: [init, 'null'], code: 4400 },
  { section: 'Invalid message', rule: 'no JSON', sent: [init, 'hello'], code: 4400 },
  { section: 'Invalid message', rule: 'an empty text', sent: [init, ''], code: 4400 },
  { section: 'Invalid message', rule: 'a binary frame', sent: [Buffer.from(init)], code: 4400 },
  { section: 'Invalid message', rule: 'a key twice', sent: ['{"type":"connection_init","type":"ping"}'], code: 4400 },
  { section: 'Invalid message', rule: 'a payload of ping that is no object', sent: ['{"type":"ping","payload":1}'], code: 4400 },
];

describe('graphql-transport-ws closes the socket', () => {
  it.each(closing)('$section: $rule ($code)', async ({ sent, protocol, code }) => {
    const { closed } = await talk(sent, protocol);
    const [actual, reason] = await closed;
    expect(actual, reason).toBe(code);
  });

  it('and logs none of it as unexpected', () => expect(service.log).toEqual([]));
});

describe('graphql-transport-ws', () => {
  it('Communication: the server takes its sub-protocol of those that are offered', async () => {
    const { socket } = await talk([], ['graphql-ws', 'graphql-transport-ws']);
    expect(socket.protocol).toBe('graphql-transport-ws');
  });

  it('ConnectionAck: the server acknowledges a connection, with a payload or without', async () => {
    for (const message of [init, '{"type":"connection_init","payload":{"x":1}}', '{"type":"connection_init","payload":null}'])
      expect(await (await talk([message])).until(1)).toMatchObject([{ type: 'connection_ack' }]);
  });

  it('Ping, Pong: a ping is answered by a pong with its payload, before the acknowledgement too; a pong by nothing', async () => {
    const { until } = await talk(['{"type":"pong"}', '{"type":"ping","payload":{"x":1}}']);
    expect(await until(1)).toEqual([{ type: 'pong', payload: { x: 1 } }]);
    const later = await talk([init, '{"type":"ping"}']);
    expect(await later.until(2)).toEqual([{ type: 'connection_ack' }, { type: 'pong' }]);
  });

  it('Next: results carry the id of their subscription, and nothing completes one that goes on', async () => {
    const { received } = await talk([init, subscribe('a', all), subscribe('b', all)]);
    const seen = () => new Set(received.slice(1).map(({ id, type }) => `${id} ${type}`));
    await vi.waitUntil(() => seen().size > 1, { timeout: 10_000 });
    expect(seen()).toEqual(new Set(['a next', 'b next']));
    expect(received[1]!.payload.data.changes).toEqual({ id: expect.any(String) });
  });

  it.each<[string, string, object?]>([
    ['a syntax error', 'subscription {'],
    ['an unknown field', 'subscription { nothing }'],
    ['a query, which POST takes', '{ __typename }'],
    ['a mutation, which POST takes', 'mutation { __typename }'],
    ['a name of no operation', fromNow, { operationName: 'x' }],
    ['a variable of another type', 'subscription ($s: String) { changes(since: $s) { id } }', { variables: { s: [1] } }],
  ])('Error: %s gets errors and no complete, and the socket and the id go on', async (_name, query, more = {}) => {
    const { socket, until } = await talk([init, subscribe('a', query, more)]);
    expect((await until(2))[1]).toMatchObject({
      id: 'a',
      type: 'error',
      payload: [{ message: expect.any(String), extensions: { code: expect.any(String) } }],
    });
    socket.send(subscribe('a', all));
    expect((await until(3))[2]).toMatchObject({ id: 'a', type: 'next' });
  });

  it('Complete: a client ends its subscription, may use the id again, and an unknown id is ignored', async () => {
    const { socket, received, until } = await talk([init, subscribe('a', fromNow)]);
    await until(1);
    for (const id of ['a', 'a', 'unknown']) socket.send(JSON.stringify({ id, type: 'complete' }));
    socket.send(subscribe('a', all));
    await until(2);
    expect(received[1]).toMatchObject({ id: 'a', type: 'next' });
    expect(received.some(({ type }) => type === 'complete')).toBe(false);
  });

  it('Communication: a client closes with 1000, and gets it back', async () => {
    const { socket, closed, until } = await talk([init, subscribe('a', fromNow)]);
    await until(1);
    socket.close(1000, 'Normal Closure');
    expect((await closed)[0]).toBe(1000);
  });
});

const stream = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });

/** The first events of a stream, as the standard of events reads them: blank lines between, ":" begins a comment. */
async function events(response: Response, count: number): Promise<string[]> {
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (read(text).length >= count) break; // which ends the request
  }
  return read(text);
}

const read = (text: string) =>
  text
    .split('\n\n')
    .slice(0, -1)
    .filter((event) => !event.startsWith(':'));

describe('graphql-sse, distinct connections mode', () => {
  it('the content type is that of events, whatever is asked beside it, and nothing is cached or buffered', async () => {
    for (const accept of ['text/event-stream', 'text/event-stream, application/json']) {
      const response = await stream({ query: fromNow }, { accept });
      expect([response.status, response.headers.get('content-type')], accept).toEqual([200, 'text/event-stream; charset=utf-8']);
      expect([response.headers.get('cache-control'), response.headers.get('x-accel-buffering')]).toEqual([
        'no-cache, no-transform',
        'no',
      ]);
      expect(response.headers.get('content-encoding')).toBeNull();
      await response.body!.cancel();
    }
  });

  it('each result is an event "next" with JSON in one line', async () => {
    const [first] = await events(await stream({ query: all }), 1);
    expect(first).toMatch(/^event: next\ndata: \{"data":\{"changes":\{"id":"[^"\n]+"\}\}\}$/);
  });

  it.each([
    ['a syntax error', { query: 'subscription {' }],
    ['an unknown field', { query: 'subscription { nothing }' }],
    ['a query, which POST /graphql takes', { query: '{ __typename }' }],
    ['a name of no operation', { query: fromNow, operationName: 'x' }],
    ['a wrong cursor', { query: 'subscription { changes(since: "x") { id } }' }],
  ])('%s is reported by "next" on an accepted stream, and "complete" ends it', async (_name, body) => {
    const response = await stream(body);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const [next, complete, ...more] = read(await response.text());
    expect(JSON.parse(/^event: next\ndata: (.*)$/.exec(next!)![1]!)).toMatchObject({
      errors: [{ extensions: { code: expect.any(String) } }],
    });
    expect([complete, more]).toEqual(['event: complete\ndata:', []]);
  });

  it('the first bytes come at once, as a comment', async () => {
    const response = await stream({ query: fromNow });
    const { value } = await response.body!.getReader().read();
    expect(new TextDecoder().decode(value)).toBe(':\n\n');
  });

  it('a client that closes ends its subscription', async () => {
    const before = await new Promise<number>((resolve) => service.app.server.getConnections((_error, count) => resolve(count)));
    const client = new AbortController();
    const response = await fetch(`${service.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: fromNow }),
      signal: client.signal,
    });
    client.abort();
    await expect(response.text()).rejects.toThrow('abort');
    const connections = () =>
      new Promise<number>((resolve) => service.app.server.getConnections((_error, count) => resolve(count)));
    await vi.waitFor(async () => expect(await connections()).toBeLessThanOrEqual(before), { timeout: 10_000 });
  });

  it.each([
    ['an answer that cannot be events', 406, { query: fromNow }, { accept: 'application/json' }],
    ['a body that is no JSON', 415, 'x', { 'content-type': 'text/plain' }],
    ['a wrong key', 401, { query: fromNow }, { authorization: 'wrong' }],
    ['no query', 400, {}, {}],
  ] as const)('%s is refused by its status, %i', async (_name, status, body, headers) => {
    const response = await stream(body, headers);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, expect.stringContaining('json')]);
  });

  it.each(['PUT', 'DELETE', 'GET'])(
    'the single connection mode is not offered: %s gets 405 with the method that is',
    async (method) => {
      const response = await fetch(`${service.url}/graphql/stream`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    },
  );
});
