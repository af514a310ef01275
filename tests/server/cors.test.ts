/** Pages of other sites: which may use the API, at every door. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Graph } from '../../src/graph/port.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { post, serve, type Service } from '../support/service.js';

const address = { basePath: '', hosts: ['localhost', '127.0.0.1'], trustProxy: false } as const;
const listed = 'https://app.example.org';
const [other, opaque, unreadable] = ['https://evil.example', 'null', 'not an origin'];
const subscription = 'subscription { changes { id } }';

let graph: Graph;
let services: Readonly<Record<'none' | 'some' | 'all', Service>>;

beforeAll(async () => {
  graph = await engines[0]!.builtIn();
  const withOrigins = (origins: '*' | readonly string[]) =>
    serve(graph, {
      address: { ...address, origins },
      cache: { bytes: 1_000_000, delay: 0 },
      rate: { requests: 1_000, seconds: 1 },
    });
  services = {
    none: await withOrigins([]),
    some: await withOrigins([listed, 'http://localhost:1']),
    all: await withOrigins('*'),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(services).map((service) => service.close()));
  await graph.close();
});

type Name = keyof typeof services;

/** By the answer to a POST, the events and the WebSocket: whether a page of an origin may use them. */
async function doors(name: Name, origin: string): Promise<{ json: boolean; events: boolean; socket: boolean }> {
  const { url } = services[name];
  const isReadable = (response: Response) => ['*', origin].includes(response.headers.get('access-control-allow-origin') ?? '');
  const json = await fetch(`${url}/graphql`, post({ query: '{ graph { dataVersion } }' }, { origin }));
  const stop = new AbortController();
  const events = await fetch(`${url}/graphql/stream`, {
    ...post({ query: subscription }, { origin, accept: 'text/event-stream' }),
    signal: stop.signal,
  });
  stop.abort();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
  const isOpen = await Promise.race([
    once(socket, 'open').then(() => true),
    new Promise<boolean>((resolve) => socket.once('unexpected-response', () => resolve(false))),
  ]);
  socket.on('error', () => undefined).terminate();
  return { json: isReadable(json), events: isReadable(events), socket: isOpen };
}

const [open, shut] = [
  { json: true, events: true, socket: true },
  { json: false, events: false, socket: false },
];

it.each<[Name, string, object]>([
  ['none', listed, shut],
  ['some', listed, open],
  ['some', 'http://localhost:1', open],
  ['some', 'http://localhost:2', shut],
  ['some', 'http://app.example.org', shut],
  ['some', `${listed}.evil.example`, shut],
  ['some', other, shut],
  ['some', opaque, shut],
  ['some', unreadable, shut],
  ['all', other, open],
  ['all', opaque, shut],
  ['all', unreadable, shut],
])('with %s listed, pages of %s', async (name, origin, expected) => expect(await doors(name, origin)).toEqual(expected));

describe('a listed page', () => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${services.some.url}${path}`, { ...init, headers: { origin: listed, ...init.headers } });

  it('gets its preflight answered, with what it may send and for how long', async () => {
    const { status, headers } = await ask('/graphql', {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, content-type' },
    });
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-max-age')]).toEqual([
      204,
      listed,
      '86400',
    ]);
    expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type');
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([
    ['an error of GraphQL', '/graphql', post({ query: '{ nonsense }' }), 400],
    ['a body that is no JSON', '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }, 400],
    ['a body of another type', '/graphql', { method: 'POST', body: 'x' }, 415],
    ['a file to read, without a key', '/text', { method: 'POST', body: 'x' }, 401],
    ['an export', '/export/csv?types=Agency', {}, 200],
    ['an export of an unknown format', '/export/doc', {}, 404],
    ['a wrong key', '/graphql', post({ query: '{ __typename }' }, { authorization: 'Bearer x' }), 200],
  ])('can read %s', async (_, path, init, status) => {
    const response = await ask(path, init);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, listed]);
    expect(response.headers.get('vary')).toMatch(/\borigin\b/i);
    await response.body?.cancel();
  });

  it.each(['/', '/graphql.html', '/metrics', '/health/ready'])('cannot read %s', async (path) => {
    expect((await ask(path)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('does not have an answer kept for it that names it to others', async () => {
    const query = '/graphql?query={graph{dataVersion}}';
    const allowed = async (origin: string) => {
      const { headers } = await ask(query, { headers: { origin } });
      return [headers.get('access-control-allow-origin'), headers.get('vary')];
    };
    const [, vary] = await allowed(listed);
    expect(vary).toMatch(/\borigin\b/i);
    expect(await allowed('http://localhost:1')).toEqual(['http://localhost:1', vary]);
    expect(await allowed(other)).toEqual([null, vary]);
    const remaining = async () => Number(/r=(\d+)/.exec((await ask(query)).headers.get('ratelimit') ?? '')?.[1]);
    expect(await remaining()).toBeGreaterThan(await remaining());
  });
});

describe.skipIf(!hasBrowser)('in a browser, a page of another site', () => {
  let site: Server;
  let origin: string;
  beforeAll(async () => {
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>App</title>'));
    await once(site.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => void site.close());

  /** What a page gets that asks with a header of its own, follows by events, and by a WebSocket. */
  async function asked(origins: readonly string[]): Promise<unknown> {
    const service = await serve(graph, { address: { ...address, origins } });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(origin);
      return await page.evaluate(
        async ({ url, subscription }) => {
          const send = (path: string, accept: string, query: string) =>
            fetch(`${url}${path}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', accept },
              body: JSON.stringify({ query }),
            }).then(
              (response) => response.status,
              () => 'refused',
            );
          const json = await send('/graphql', 'application/json', '{ graph { dataVersion } }');
          const events = await send('/graphql/stream', 'text/event-stream', subscription);
          const socket = await new Promise((resolve) => {
            const opened = new globalThis.WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
            opened.addEventListener('open', () => resolve('open'));
            opened.addEventListener('error', () => resolve('refused'));
          });
          return { json, events, socket };
        },
        { url: service.url, subscription },
      );
    } finally {
      await browser.close();
      await service.close();
    }
  }

  it('uses the API when it is listed, and nothing of it otherwise', async () => {
    expect(await asked([origin])).toEqual({ json: 200, events: 200, socket: 'open' });
    expect(await asked([])).toEqual({ json: 'refused', events: 'refused', socket: 'refused' });
  });
});
