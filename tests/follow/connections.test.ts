import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Account } from '../../src/accounts/account.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { GraphError } from '../../src/graph/errors.js';
import type { Graph } from '../../src/graph/port.js';
import { draft, named, world } from '../changesets/drafts.js';
import { transports, webSocket } from '../support/followers.js';
import { serve, type Service } from '../support/service.js';

const forAll = 'subscription { changes(since: "0.0") { id cursor } }';
const fromNow = 'subscription { changes { id } }';
/** Some 6 kB for each change, so that the buffers of the sockets fill soon. */
const heavy = `subscription { changes(since: "0.0") { ${Array.from({ length: 99 }, (_, number) => `${'a'.repeat(40)}${number}: id`).join(' ')} } }`;

async function authenticate({ authorization }: { authorization?: string | undefined }): Promise<Account | undefined> {
  if (authorization === undefined) return undefined;
  if (authorization === 'Bearer right') return { id: 'key:right', role: 'READER' };
  throw new GraphError('UNAUTHENTICATED', 'The key is not valid.');
}

let graph: Graph;
let service: Service;
const entities = 4_000;
const soon = { timeout: 15_000 };

beforeAll(async () => {
  graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  await applyChangeset(graph, world());
  const people = Array.from({ length: entities }, (_, number) => named(`person:c${number}`, `P ${number}`));
  await applyChangeset(graph, draft({ entities: people }));
  service = await serve(graph, { authenticate, unreadTimeout: 1_000 });
});
afterAll(async () => {
  await service.close();
  await graph.close();
});

const address = ({ url }: Service): string => `${url.replace('http', 'ws')}/graphql`;

/** A WebSocket that has begun to speak the protocol. */
async function opened(to: Service): Promise<WebSocket> {
  const socket = new WebSocket(address(to), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  return socket;
}

const subscribe = (socket: WebSocket, id: string, query: string) =>
  socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));

/** The status of an upgrade that is refused. */
async function refusal(path: string, headers: Record<string, string>, to = service): Promise<number | undefined> {
  const socket = new WebSocket(`${to.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  response.resume();
  return response.statusCode;
}

const stream = (to: Service, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${to.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });

describe('a connection', () => {
  it('takes 50 subscriptions, refuses the 51st, and goes on', async () => {
    const socket = await opened(service);
    const messages: { id: string; type: string; payload: { message: string }[] }[] = [];
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
    for (let number = 1; number <= 51; number++) subscribe(socket, `s${number}`, fromNow);
    await vi.waitUntil(() => messages.length > 0, soon);
    expect(messages).toMatchObject([
      { id: 's51', type: 'error', payload: [{ message: expect.stringContaining('50 subscriptions') }] },
    ]);
    socket.send('{"id":"s1","type":"complete"}');
    subscribe(socket, 's52', fromNow);
    await after(1_000); // "from now on" begins somewhere in here
    await applyChangeset(graph, draft({ entities: [named('person:late', 'Late')] }));
    await vi.waitUntil(() => messages.length === 51, soon);
    const told = messages.slice(1).map(({ id, type }) => `${id} ${type}`);
    expect(told.sort()).toEqual([...Array.from({ length: 49 }, (_, n) => `s${n + 2} next`), 's52 next'].sort());
    expect(service.log).toEqual([]);
    socket.terminate();
  });

  it('ends when its reader stops reading, and no other with it', async () => {
    const [stopped, other] = [await opened(service), await opened(service)];
    const closed = once(stopped, 'close');
    let told = 0;
    other.on('message', () => told++);
    stopped.pause();
    subscribe(stopped, 's', heavy);
    subscribe(other, 's', forAll);
    await vi.waitUntil(() => told > entities, soon);
    await after(4_000);
    stopped.resume();
    expect([1006, 4008]).toContain((await closed)[0]);
    const before = told;
    await applyChangeset(graph, draft({ entities: [named('person:later', 'Later')] }));
    await vi.waitUntil(() => told === before + 1, soon);
    other.terminate();
  });

  it('of events ends when its reader stops reading', async () => {
    const body = JSON.stringify({ query: heavy });
    const asked = httpRequest(`${service.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    });
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    await after(5_000);
    const failed = once(response, 'error');
    let read = 0;
    response.on('data', (data: Buffer) => (read += data.length));
    expect(((await failed)[0] as Error).message).toBe('aborted');
    expect(read).toBeLessThan(entities * 6_000);
  });

  it('is let in without a key and with a valid one, and closed with another', async () => {
    for (const parameters of [undefined, { authorization: 'Bearer right' }]) {
      const client = webSocket(service, parameters);
      const { value } = await client.iterate({ query: forAll }).next();
      expect(value).toMatchObject({ data: { changes: { cursor: '1.1' } } });
      await client.dispose();
    }
    await expect(webSocket(service, { authorization: 'Bearer wrong' }).iterate({ query: forAll }).next()).rejects.toMatchObject({
      code: 4401,
    });
    const wrong = await stream(service, { query: forAll }, { authorization: 'Bearer wrong' });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('is refused to the pages of other sites, elsewhere, and before there is a graph', async () => {
    const { host, port } = new URL(service.url);
    for (const origin of [
      'https://elsewhere.example',
      'null',
      '',
      'nonsense',
      'file://',
      `ftp://${host}`,
      `chrome-extension://${host}`,
      'http://127.0.0.1',
      `http://127.0.0.1:1${port}`,
      `http://${host}.elsewhere.example`,
      `http://${host}/`,
    ])
      expect(await refusal('/graphql', { origin }), origin).toBe(403);
    expect(await refusal('/graphql', { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' })).toBe(403);
    expect(await refusal('/graphql', { host: 'elsewhere.example', origin: 'http://elsewhere.example' })).toBe(421);
    expect(await refusal('/elsewhere', {})).toBe(404);
    const loading = await serve({});
    expect(await refusal('/graphql', {}, loading)).toBe(503);
    expect((await stream(loading, { query: forAll })).status).toBe(503);
    await loading.close();
    const own = new WebSocket(address(service), 'graphql-transport-ws', { headers: { origin: service.url } });
    await once(own, 'open');
    own.terminate();
  });

  it('of another protocol is closed', async () => {
    const socket = new WebSocket(address(service));
    expect((await once(socket, 'close'))[0]).toBe(4406);
    const talkative = await opened(service);
    talkative.send(JSON.stringify({ type: 'ping', payload: { list: Array.from({ length: 3_000 }, () => 1) } }));
    expect((await once(talkative, 'close'))[0]).toBe(4400);
  });

  it('of events takes POST of JSON that asks for events', async () => {
    expect((await fetch(`${service.url}/graphql/stream`)).status).toBe(405);
    expect((await stream(service, { query: forAll }, { accept: 'application/json' })).status).toBe(406);
    for (const body of [{}, { query: 1 }, { query: forAll, variables: [] }, [forAll]])
      expect((await stream(service, body)).status).toBe(400);
  });

  it('by POST /graphql says where subscriptions are taken', async () => {
    const { status, json } = await service.ask(forAll);
    expect([status, json.errors?.[0]?.message]).toEqual([400, expect.stringContaining('/graphql/stream')]);
  });

  it('that offers another protocol, as Java does HTTP/2, is served as if it had not', async () => {
    const { port } = new URL(service.url);
    const body = JSON.stringify({ query: '{ graph { engine } }' });
    const socket = connect(Number(port), '127.0.0.1');
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"engine":"EMBEDDED"/i);
    socket.destroy();
  });
});

describe('a service that closes', () => {
  it('closes WebSockets with 1001 and completes events, before the library gives up', { timeout: 25_000 }, async () => {
    const closing = await serve(graph);
    const socket = await opened(closing);
    subscribe(socket, 's', fromNow);
    const silent = await opened(closing);
    silent.pause(); // never answers that it closes
    const events = await stream(closing, { query: fromNow });
    const closed = once(socket, 'close');
    const [, text, [code, reason]] = await Promise.all([closing.close(), events.text(), closed]);
    expect([code, String(reason)]).toEqual([1001, 'The service is closing.']);
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
    silent.terminate();
  });
});

describe.each(transports)('a store that is away for a while, over $transport', ({ follow }) => {
  it('ends no subscription', async () => {
    let [away, reads] = [false, 0];
    const failing: Graph = Object.assign(Object.create(graph) as Graph, {
      read: async (...given: Parameters<Graph['read']>) => {
        reads += 1;
        if (away) throw new GraphError('UNAVAILABLE', 'The store is away.');
        return graph.read(...given);
      },
    });
    const unlucky = await serve(failing);
    const { json } = await unlucky.ask('{ graph { changesCursor } }');
    const follower = follow(unlucky, {
      query: `subscription { changes(since: "${json.data.graph.changesCursor}") { id cursor } }`,
    });
    const first = follower.next(1);
    const before = reads;
    await vi.waitUntil(() => reads > before + 1, soon); // it follows
    away = true;
    await applyChangeset(graph, draft({ entities: [named(`person:away-${Date.now()}`, 'Away')] }));
    await vi.waitUntil(() => unlucky.log.join('').includes('The log of changes cannot be read'), soon);
    away = false;
    expect((await first)[0]?.id).toMatch(/^person:away-/);
    await follower.stop();
    await unlucky.close();
  });
});
