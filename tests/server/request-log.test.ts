/** What is logged and counted of each request. */
import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import type { Graph } from '../../src/graph/port.js';
import { importReceived } from '../../src/import/received.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { unauthenticated } from '../../src/accounts/account.js';
import { engines } from '../support/engines.js';
import { parseExposition, valueOf } from '../support/exposition.js';
import { operation as follow, transports } from '../support/followers.js';
import { post, serve, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  editor: { id: 'key:editor', role: 'EDITOR' },
  strange: { id: 'jwt:a\u2028{"level":60}\u202Eb', role: 'READER' },
};
const authenticate = async ({ authorization = '' }) => {
  if (authorization.includes('wrong')) throw unauthenticated('The key is not valid.');
  return accounts[authorization.replace('Bearer ', '')];
};
const as = (name: string) => ({ authorization: `Bearer ${name}` });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const secret = 'sesame-7f3a';
const named = 'query RegionByName($id: ID!) { region(id: $id) { name } }';

describe.each(engines)('a request on $name', ({ empty }) => {
  const metrics = new Metrics();
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await empty();
    const cache = { bytes: 1_000_000, delay: 60_000 };
    service = await serve(graph, {
      authenticate,
      importer: importReceived,
      cache,
      metrics,
      metricsAccess: 'open',
      level: 'debug',
    });
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });
  beforeEach(() => void (service.log as string[]).splice(0));

  const lines = () => service.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  const lineOf = (fields: object) => vi.waitFor(() => expect(lines()).toContainEqual(expect.objectContaining(fields)));

  const families = async () => parseExposition(await (await fetch(`${service.url}/metrics`)).text());
  const valueNow = async (name: string, labels: Readonly<Record<string, string>> = {}) => valueOf(await families(), name, labels);

  /** How much a series grows by some work. */
  async function growth(name: string, labels: Readonly<Record<string, string>>, work: () => Promise<unknown>): Promise<number> {
    const value = async () => valueOf(parseExposition(await (await fetch(`${service.url}/metrics`)).text()), name, labels) ?? 0;
    const before = await value();
    await work();
    return (await value()) - before;
  }

  it('is a line with its operation, cost, account and outcome, and nothing that it was sent', async () => {
    const { status } = await service.ask(named, { id: `region:${secret}` }, { ...as('editor'), 'x-request-id': 'trace-1' });
    expect(status).toBe(200);
    await lineOf({
      level: 30,
      msg: 'request',
      requestId: 'trace-1',
      transport: 'http',
      operation: 'RegionByName',
      type: 'query',
      document: hashOf(named),
      outcome: 'ok',
      status: 200,
      account: 'key:editor',
      duration: expect.any(Number),
      statements: expect.any(Number),
      price: 1,
      nodes: expect.any(Number),
      cache: 'miss',
      bytes: expect.any(Number),
    });
    expect(service.log.join('')).not.toContain(secret);
    expect(service.log.join('')).not.toMatch(/region\(id|Bearer/);
  });

  it.each([
    ['a syntax error', '{ regions(', 'GRAPHQL_PARSE_FAILED', 400],
    ['an unknown field', `{ ${secret.replace('-', '_')} }`, 'GRAPHQL_VALIDATION_FAILED', 400],
    ['an invalid argument', `{ regions(first: 100000) { totalCount } }`, 'BAD_USER_INPUT', 200],
    ['a document that is too large', `{ ${'a'.repeat(100_001)} }`, 'QUERY_TOO_EXPENSIVE', 400],
  ])('is logged and counted when it has %s', async (_, query, outcome) => {
    const counted = await growth('policygraph_errors_total', { code: outcome }, () => service.ask(query));
    expect(counted).toBe(1);
    await lineOf({ level: 30, transport: 'http', outcome });
    expect(service.log.join('')).not.toContain(secret.replace('-', '_'));
  });

  it('is logged and counted when it is refused before GraphQL', async () => {
    await service.ask(named, {}, as(`wrong-${secret}`));
    await lineOf({ level: 30, outcome: 'UNAUTHENTICATED', status: 401 });
    await fetch(`${service.url}/graphql`, { ...post({}), body: `{"query": "${secret}` });
    await lineOf({ level: 30, outcome: 'BAD_REQUEST', status: 400 });
    await fetch(`${service.url}/import`, { method: 'POST' });
    await lineOf({ level: 30, transport: 'import', outcome: 'UNAUTHENTICATED' });
    expect(service.log.join('')).not.toContain(secret);
  });

  it('is at the level debug when it is no operation', async () => {
    await fetch(`${service.url}/health/live`);
    await fetch(`${service.url}/${secret}?token=${secret}`);
    await fetch(`${service.url}/graphql`, { headers: { accept: 'text/html' } });
    await vi.waitFor(() => expect(lines().map(({ level, outcome }) => [level, outcome])).toEqual([[20, 'ok'], [20, 'NOT_FOUND'], [20, 'ok']])); // prettier-ignore
    expect(service.log.join('')).not.toContain(secret);
  });

  it('has the operation of a cached answer, and says that it was cached', async () => {
    const url = `${service.url}/graphql?query=${encodeURIComponent('query Cached { regions { totalCount } }')}`;
    const [first] = [await fetch(url)];
    const hits = await growth('policygraph_cache_requests_total', { result: 'hit' }, () => fetch(url));
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const unmodified = await growth('policygraph_cache_requests_total', { result: 'not_modified' }, () =>
      fetch(url, { headers }),
    );
    expect([hits, unmodified]).toEqual([1, 1]);
    await lineOf({ operation: 'Cached', cache: 'miss', statements: expect.any(Number) });
    await lineOf({ operation: 'Cached', cache: 'hit', statements: 0, outcome: 'ok' });
    await lineOf({ operation: 'Cached', cache: 'not_modified', status: 304 });
  });

  it('keeps a valid id, and gets one in place of any other', async () => {
    const idFor = async (id: string) => {
      const sent = request(`${service.url}/health/live`, { headers: { 'x-request-id': id } }).end();
      const [{ headers }] = (await once(sent, 'response')) as [IncomingMessage];
      return headers['x-request-id'];
    };
    const valid = ['7c2b', '00-4bf92f3577b34da6a3ce929d0e0e4736-01', 'a/b=c@d', 'x'.repeat(128)];
    expect(await Promise.all(valid.map(idFor))).toEqual(valid);
    const invalid = ['', 'a b', 'x'.repeat(129), '"},{"', '<script>', 'ü'];
    for (const id of await Promise.all(invalid.map(idFor))) expect(id).toMatch(/^[\da-f-]{36}$/);
    const refused = await fetch(`${service.url}/graphql`, { ...post({}), headers: { 'x-request-id': 'refused' } });
    expect(refused.headers.get('x-request-id')).toBe('refused');
  });

  it('cannot write lines of its own', async () => {
    await service.ask('query Injected { regions { totalCount } }', undefined, as('strange'));
    await lineOf({ operation: 'Injected', account: String.raw`jwt:a\u{2028}{"level":60}\u{202e}b` });
    expect(service.log.filter((line) => line.includes('Injected')).join('')).not.toMatch(/[\u2028\u202E]|\n./);
  });

  it.each(transports)('over $transport is a line when the subscription ends', async ({ transport, follow: open }) => {
    const label = transport === 'WebSocket' ? 'websocket' : 'sse';
    const query = follow.replace('subscription', 'subscription Follow');
    const requests = { transport: label, outcome: 'GRAPHQL_VALIDATION_FAILED' };
    const follower = open(service, { query });
    const changes = follower.next(1);
    await vi.waitFor(async () => expect(await valueNow('policygraph_subscriptions', { transport: label })).toBe(1));
    const write = 'mutation Write($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';
    const names = [{ value: label, lang: 'en' }];
    expect(
      (await service.ask(write, { input: { reason: 'test', entities: [{ id: `sector:${label}`, names }] } }, as('editor'))).json,
    ).toMatchObject({ data: { applyChangeset: { outcome: 'LANDED' } } });
    await changes;
    await follower.stop();
    await lineOf({
      transport: label,
      operation: 'Follow',
      type: 'subscription',
      document: hashOf(query),
      answers: expect.any(Number),
    });
    await lineOf({ transport: 'http', operation: 'Write', type: 'mutation', outcome: 'ok', statements: expect.any(Number) });
    expect(await growth('policygraph_requests_total', requests, async () => {
      const refused = open(service, { query: 'subscription { nothing }' });
      await refused.answer().catch(() => undefined);
      await refused.stop();
      await lineOf({ transport: label, outcome: 'GRAPHQL_VALIDATION_FAILED' });
    })).toBe(1); // prettier-ignore
  });

  it('leaves nothing in flight or open', async () => {
    await vi.waitFor(async () => expect(await valueNow('policygraph_requests_in_flight')).toBe(0));
    for (const transport of ['websocket', 'sse'])
      await vi.waitFor(async () => expect(await valueNow('policygraph_subscriptions', { transport })).toBe(0));
  });
});
