/** Which operations run, which wait and which are refused: no client keeps others out, and what is cheap does not wait for what is not. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { unauthenticated } from '../../src/accounts/account.js';
import type { Authenticate } from '../../src/accounts/authenticate.js';
import { untilAborted } from '../../src/graph/abort.js';
import { GraphDecorator } from '../../src/graph/decorator.js';
import type { Graph, ReadOptions } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { limits } from '../../src/limits.js';
import { RateLimit } from '../../src/server/admission/rate-limit.js';
import { AdmissionQueue } from '../../src/server/admission/queue.js';
import { networkOf } from '../../src/server/admission/client.js';
import { embedded } from '../support/engines.js';
import { answerOf, post, serve, type Service } from '../support/service.js';

const { burst, cheap, embeddedEach, wait } = limits.admission;
const dear = cheap.value + 1;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Operations that run until they are ended, by name: "a1" is one of client "a". */
function office(places = { atOnce: 2, each: 2, reserve: 0 }) {
  const queue = new AdmissionQueue(() => places);
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const cancels = new Map<string, AbortController>();
  const come = (name: string, price = dear, isPatient = false): Promise<string> => {
    const controller = new AbortController();
    cancels.set(name, controller);
    const cancel = { signal: controller.signal, abort: (reason: Error) => controller.abort(reason) };
    const done = queue.run({ client: name[0]!, cancel, isPatient }, async (enter) => {
      await enter(price);
      began.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
    done.catch(() => undefined); // looked at later
    return done;
  };
  const end = async (name: string) => {
    ends.get(name)!();
    await turn();
  };
  const leave = (name: string) => cancels.get(name)!.abort(new Error('gone'));
  return { queue, began, come, end, leave };
}

describe('operations', () => {
  it('run as many at once as may, of one client fewer, and cheap ones besides', async () => {
    const { began, come } = office({ atOnce: 3, each: 2, reserve: 1 });
    for (const name of ['a1', 'a2', 'a3']) void come(name);
    void come('a4', 1);
    void come('a5', 1);
    for (const name of ['b1', 'b2']) void come(name);
    await turn();
    expect(began).toEqual(['a1', 'a2', 'a4']);
  });

  it('wait for a turn of their client, the cheapest first, those alike in their order', async () => {
    const { began, come, end } = office({ atOnce: 1, each: 1, reserve: 0 });
    for (const name of ['a1', 'a2', 'a3']) void come(name, 1_000);
    for (const name of ['b1', 'b2']) void come(name, 9_000);
    void come('a4', 10);
    void come('c1', 9_999);
    for (const name of ['a1', 'a4', 'b1', 'c1', 'a2', 'b2']) {
      await turn();
      await end(name);
    }
    expect(began).toEqual(['a1', 'a4', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('leave their place in the row, and the one in which they run, when they are cancelled', async () => {
    const { queue, began, come, end, leave } = office({ atOnce: 1, each: 1, reserve: 0 });
    void come('a1');
    const waiting = come('a2');
    void come('b1');
    leave('a2');
    await expect(waiting).rejects.toThrow('gone');
    await expect(queue.run({ client: 'a', cancel: aborted() }, (enter) => enter(1))).rejects.toThrow('gone');
    await end('a1');
    expect(began).toEqual(['a1', 'b1']);
    await end('b1');
    expect(queue.isBusy).toBe(false);
  });

  it('are refused at once when they would wait too long, which those of another client and cheaper ones would not', async () => {
    const { come } = office();
    for (let n = 0; n < 1_000; n++) void come(`a${n}`);
    await expect(come('a')).rejects.toMatchObject({ code: 'OVERLOADED', details: { retryAfter: wait.value + 1 } });
    const admitted = await Promise.all([come('b1'), come('a', 1), come('a', dear, true)].map(stateOf));
    expect(admitted).toEqual(['waits', 'waits', 'waits']);
  });

  it('wait however slow the others are while only a few do', async () => {
    const { come, end } = office({ atOnce: 1, each: 1, reserve: 0 });
    void come('a0');
    void come('a1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await end('a0');
    const waiting = Array.from({ length: burst.value + 1 }, (_, n) => come(`b${n}`));
    expect(new Set(await Promise.all(waiting.map(stateOf)))).toEqual(new Set(['waits']));
  });

  it('are all cancelled when the service ends, with its reason, and none begins afterwards', async () => {
    const { queue, come } = office();
    const all = ['a1', 'a2', 'a3', 'b1'].map((name) => come(name));
    await turn();
    queue.close(new Error('closing'));
    await expect(all[2]).rejects.toThrow('closing');
    await expect(all[3]).rejects.toThrow('closing');
    await expect(come('c1')).rejects.toThrow('closing');
  });
});

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 30_000, interval: 5 });

/** Whether a promise is settled by now. */
const stateOf = (promise: Promise<unknown>): Promise<string> =>
  Promise.race([
    promise.then(
      () => 'done',
      () => 'refused',
    ),
    turn().then(() => 'waits'),
  ]);

const aborted = () => ({ signal: AbortSignal.abort(new Error('gone')), abort: () => undefined });

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the client of address %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

/** A graph whose statements wait until they are let go. */
class HeldGraph extends GraphDecorator {
  private release: () => void = () => undefined;
  private held = Promise.resolve();
  /** Statements that wait. */
  waiting = 0;

  hold(): void {
    this.held = new Promise((resolve) => (this.release = resolve));
  }

  letGo(): void {
    this.release();
  }

  override async read<Row>(statement: Statement<Row>, options: ReadOptions = {}): Promise<Row[]> {
    this.waiting++;
    try {
      await untilAborted(this.held, options.signal);
    } finally {
      this.waiting--;
    }
    return super.read(statement, options);
  }
}

describe('a service that is overloaded', () => {
  let graph: HeldGraph;
  let service: Service;
  beforeAll(async () => {
    graph = new HeldGraph(await embedded.builtIn());
    const authenticate: Authenticate = async ({ 'x-client': id }) =>
      id === undefined ? undefined : { id: String(id), role: 'EDITOR' };
    service = await serve(graph, { authenticate });
    for (const answer of [list(0), look()]) expect((await answer).status).toBe(200);
  });
  beforeEach(() => graph.hold());
  afterEach(() => graph.letGo());
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  const lists =
    'query ($n: Int!, $text: String!) { policies(first: $n, where: { name: { contains: $text } }) { edges { node { id issuers(first: 5) { totalCount } } } } }';
  const list = (n: number, client = 'key:a', signal?: AbortSignal) =>
    fetch(`${service.url}/graphql`, {
      ...post({ query: lists, variables: { n: 20, text: `${n}` } }, { 'x-client': client }),
      ...(signal === undefined ? {} : { signal }),
    });
  const look = (client = 'key:a') => service.ask('{ region(id: "region:CN") { name } }', {}, { 'x-client': client });

  it('refuses at once what would wait too long, in the one shape, and answers all else: others, cheap operations, health', async () => {
    const order: string[] = [];
    const note = async (name: string, answer: Promise<{ status: number }>) => order.push(`${name} ${(await answer).status}`);
    const flood = Array.from({ length: 260 }, (_, n) => list(n));
    const all = flood.map((answer) => note('flood', answer));
    await until(() => order.length > 0);
    const refused = await answerOf(await list(300));
    expect(refused).toMatchObject({ status: 503, json: { errors: [{ extensions: { code: 'OVERLOADED' } }] } });
    expect(refused.json.errors![0]!.message).toMatch(/^The service is overloaded: this operation would wait more than 1 s /);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    order.length = 0;
    const others = [note('other', list(301, 'key:b')), note('cheap', look())];
    graph.letGo();
    await Promise.all([...all, ...others]);
    const answered = order.filter((each) => each !== 'flood 503');
    expect(answered.length).toBeGreaterThan(200);
    expect(answered.slice(0, 100)).toEqual(expect.arrayContaining(['other 200', 'cheap 200']));
    expect(new Set(answered)).toEqual(new Set(['flood 200', 'other 200', 'cheap 200']));
  });

  it('forgets what waits, and stops what runs, when the client leaves', async () => {
    const client = new AbortController();
    const left = Array.from({ length: 2 * embeddedEach.value }, (_, n) => list(n, 'key:c', client.signal).catch(() => 'left'));
    await until(() => graph.waiting > 1);
    client.abort();
    expect(new Set(await Promise.all(left))).toEqual(new Set(['left']));
    await until(() => graph.waiting === 0);
    const next = list(1, 'key:c');
    await until(() => graph.waiting > 0);
    expect(graph.waiting).toBe(1);
    graph.letGo();
    expect((await next).status).toBe(200);
  });
});

describe('a rate limit', () => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await embedded.empty();
  });
  beforeEach(async () => {
    const authenticate: Authenticate = async ({ authorization: id }) => {
      if (id === 'wrong') throw unauthenticated('The key is not valid.');
      return id === undefined ? undefined : { id, role: 'EDITOR' };
    };
    service = await serve(graph, { authenticate, rate: { requests: 3, seconds: 3_600 } });
  });
  afterEach(() => service.close());
  afterAll(() => graph.close());

  const ask = (authorization?: string) => service.ask('{ __typename }', {}, authorization === undefined ? {} : { authorization });
  const statusesOf = async (...authorizations: (string | undefined)[]) => {
    const statuses: number[] = [];
    for (const each of authorizations) statuses.push((await ask(each)).status);
    return statuses;
  };

  it('counts by account, else by address, also what has an invalid key', async () => {
    expect(await statusesOf('a', 'a', 'a', 'a', 'b')).toEqual([200, 200, 200, 429, 200]);
    expect(await statusesOf(undefined, 'wrong', 'wrong', 'wrong', undefined, 'b')).toEqual([200, 401, 401, 429, 429, 200]);
  });

  it('reports in headers what remains, and refuses in the one shape', async () => {
    const first = await ask();
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3;w=3600');
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=2;t=3(?:600|59\d)$/);
    await statusesOf(undefined, undefined);
    const { status, headers, json } = await ask();
    expect([status, headers.get('ratelimit')?.slice(0, 13)]).toEqual([429, '"default";r=0']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect(json.errors).toEqual([
      {
        message: expect.stringMatching(
          /^The client sent more than 3 requests in 3,600 s: retry after 3,\d+ s\.$|: retry after \d+ s\.$/,
        ),
        extensions: { code: 'RATE_LIMITED', retryAfter: Number(headers.get('retry-after')) },
      },
    ]);
  });

  it('does not count health, and bounds every door: imports, event streams, WebSockets and what is sent on them', async () => {
    for (let n = 0; n < 5; n++) expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const received: string[] = [];
    socket.on('message', (data: Buffer) => received.push(data.toString()));
    socket.send('{"type":"connection_init"}');
    await until(() => received.length > 0);
    for (const id of ['s1', 's2', 's3'])
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: 'subscription { changes { kind } }' } }));
    await until(() => received.some((text) => text.includes('RATE_LIMITED')));
    expect(received.filter((text) => text.includes('RATE_LIMITED'))).toEqual([expect.stringContaining('"id":"s3"')]);
    socket.terminate();
    const stream = { ...post({ query: 'subscription { changes { kind } }' }, { accept: 'text/event-stream' }) };
    expect((await fetch(`${service.url}/graphql/stream`, stream)).status).toBe(429);
    const refused = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    refused.on('error', () => undefined); // it was never opened
    const [, response] = (await once(refused, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(429);
    refused.terminate();
  });
});

it('a rate limit forgets the clients seen least recently when there are too many', () => {
  const limit = new RateLimit({ requests: 1, seconds: 3_600 });
  limit.take('first');
  expect(limit.take('first').error?.code).toBe('RATE_LIMITED');
  for (let n = 0; n < limits.admission.clients.value; n++) limit.take(`${n}`);
  expect(limit.take('first').error).toBeUndefined();
});
