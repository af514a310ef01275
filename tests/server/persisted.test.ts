/** Requests that name a document by a hash or an id, and a service that runs only the operations of a list. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client/core/index.js';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Account } from '../../src/accounts/account.js';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { answerOf, post, serve, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = { reader: { id: 'key:reader', role: 'READER' } };
const authenticate = async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')];
const folder = mkdtempSync(join(tmpdir(), 'policygraph-operations-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persistedQuery = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });
const name = 'query Name($id: ID!) { region(id: $id) { id name } }';
const follow = 'subscription Follow { changes { id } }';
const variables = { id: 'region:CN-SD' };
const shandong = { data: { region: { id: 'region:CN-SD', name: 'Shandong' } } };
const found = [200, expect.objectContaining(shandong)];
const notFound = [200, { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }];
const refused = (status: number, code: string, message: string) => [
  status,
  { errors: [{ message: expect.stringContaining(message), extensions: expect.objectContaining({ code }) }] },
];

let graph: Graph;
beforeAll(async () => {
  graph = await engines[0]!.builtIn();
});
afterAll(() => graph.close());

function listOf(content: unknown, fileName = 'operations.json'): string {
  const file = join(folder, fileName);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const sendTo = async (service: Service, body: unknown, headers = {}) => {
  const { status, json } = await answerOf(await fetch(`${service.url}/graphql`, post(body, headers)));
  return [status, json];
};
const getFrom = (service: Service, parameters: Readonly<Record<string, unknown>>, headers = {}) => {
  const texts = Object.entries(parameters).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return fetch(`${service.url}/graphql?${new URLSearchParams(Object.fromEntries(texts))}`, { headers });
};

describe('automatic persisted queries', () => {
  let service: Service;
  beforeAll(async () => {
    service = await serve(graph, { cache: { bytes: 1_000_000, delay: 0 }, authenticate });
  });
  afterAll(() => service.close());
  const send = (body: unknown) => sendTo(service, body);

  it('are not known until they are sent once, and then found by POST and GET', async () => {
    const extensions = persistedQuery(name);
    expect(await send({ extensions, variables })).toEqual(notFound);
    expect(await send({ extensions, variables, query: name })).toEqual(found);
    expect(await send({ extensions, variables })).toEqual(found);
    const first = await getFrom(service, { extensions, variables });
    expect(await first.json()).toMatchObject(shandong);
    const etag = first.headers.get('etag')!;
    expect([first.headers.get('cache-control'), etag]).toEqual(['public, no-cache', expect.stringMatching(/^W\/"\d+-/)]);
    expect((await getFrom(service, { extensions, variables }, { 'if-none-match': etag })).status).toBe(304);
    expect(await send({ documentId: `sha256:${hashOf(name)}`, variables })).toEqual(found);
    const own = await getFrom(service, { extensions, variables }, { authorization: 'Bearer reader' });
    expect(own.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('that are not found are not kept by caches', async () => {
    const response = await getFrom(service, { extensions: persistedQuery('{ __typename }') });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  const { persistedQuery: hash } = persistedQuery(name);
  it.each<[string, object, number, string, string]>([
    [
      'another hash',
      { query: '{ __typename }', extensions: { persistedQuery: hash } },
      400,
      'BAD_REQUEST',
      'not the SHA-256 of "query"',
    ],
    ['another version', { extensions: { persistedQuery: { ...hash, version: 2 } } }, 400, 'BAD_REQUEST', 'version" must be 1'],
    ['no hash', { extensions: { persistedQuery: { version: 1 } } }, 400, 'BAD_REQUEST', 'must be a SHA-256'],
    [
      'a hash that is none',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      400,
      'BAD_REQUEST',
      'must be a SHA-256',
    ],
    ['both an id and a hash', { documentId: 'x', extensions: { persistedQuery: hash } }, 400, 'BAD_REQUEST', 'not by both'],
    ['both an id and a text', { documentId: 'x', query: name }, 400, 'BAD_REQUEST', '"documentId" or "query", not both'],
    ['an id that is no text', { documentId: 1 }, 400, 'BAD_REQUEST', '"documentId" must be a string'],
    ['nothing', {}, 400, 'BAD_REQUEST', 'body missing'],
    ['a list', [{ query: name, variables }], 400, 'BAD_REQUEST', 'batches are not supported'],
    ['an empty list', [], 400, 'BAD_REQUEST', 'batches are not supported'],
  ])('refuse %s', async (_, body, status, code, message) => expect(await send(body)).toEqual(refused(status, code, message)));

  it('are no way to write by GET', async () => {
    const mutation = 'mutation { undoChangeset(input: { changeset: "changeset:x", reason: "x" }) { outcome } }';
    await send({ query: mutation, extensions: persistedQuery(mutation) });
    const response = await getFrom(service, { extensions: persistedQuery(mutation) });
    expect([response.status, await response.text()]).toEqual([405, expect.stringContaining('mutation')]);
  });

  it('are limited as documents are', async () => {
    const long = `{ ${Array.from({ length: 5_000 }, (_, at) => `a${at}: __typename`).join(' ')} }`;
    const [status] = await send({ query: long, extensions: persistedQuery(long) });
    expect(status).toBe(400);
    expect(await send({ extensions: persistedQuery(long) })).toEqual(notFound);
  });

  it.each([true, false])('are used by Apollo Client; with GET for the hashes: %s', async (useGETForHashedQueries) => {
    const bodies: (string | null)[] = [];
    const http = new HttpLink({
      uri: `${service.url}/graphql`,
      fetch: (url, init) => (bodies.push(typeof init?.body === 'string' ? init.body : null), fetch(url, init)),
    });
    const persisted = new PersistedQueryLink({ sha256: hashOf, useGETForHashedQueries });
    const client = new ApolloClient({ link: ApolloLink.from([persisted, http]), cache: new InMemoryCache() });
    const query = gql`query App${String(useGETForHashedQueries)}($id: ID!) { region(id: $id) { id name } }`;
    const asked = async () =>
      (await client.query<(typeof shandong)['data']>({ query, variables, fetchPolicy: 'network-only' })).data?.region.name;
    expect([await asked(), await asked()]).toEqual(['Shandong', 'Shandong']);
    expect(bodies.map((body) => body?.includes('query App') ?? false)).toEqual([false, true, false]);
  });
});

describe('a list of operations', () => {
  const operations = { [hashOf(name)]: name, 'follow-1': follow, 'sha256:x': '{ __typename }' };

  it('is found by its ids, and any other operation by its text', async () => {
    const service = await serve(graph, { operations: { file: listOf(operations), only: false } });
    expect(await sendTo(service, { documentId: hashOf(name), variables })).toEqual(found);
    expect(await sendTo(service, { documentId: 'sha256:x' })).toMatchObject([200, { data: { __typename: 'Query' } }]);
    expect(await sendTo(service, { extensions: persistedQuery(name), variables })).toEqual(found);
    expect(await sendTo(service, { documentId: 'y' })).toEqual(notFound);
    expect(await sendTo(service, { query: '{ graph { dataVersion } }' })).toMatchObject([200, { data: {} }]);
    await service.close();
  });

  it('may be the only one that is run, at every door', async () => {
    const service = await serve(graph, {
      operations: { file: listOf(operations), only: true },
      cache: { bytes: 1_000_000, delay: 0 },
    });
    const forbidden = refused(403, 'FORBIDDEN', 'POLICYGRAPH_OPERATIONS');
    const send = (body: unknown) => sendTo(service, body);
    const other = '{ graph { dataVersion } }';
    for (let time = 0; time < 2; time++) {
      expect(await send({ query: name, variables })).toEqual(found);
      expect(await send({ documentId: hashOf(name), variables })).toEqual(found);
      for (const query of [other, `${name} `, '{ __schema { types { name } } }', '', '{'])
        expect(await send({ query })).toEqual(forbidden);
      expect(await send({ query: other, extensions: persistedQuery(other) })).toEqual(forbidden);
      expect(await send({ extensions: persistedQuery(other) })).toEqual(notFound);
    }
    const get = async (path: string, init?: RequestInit) => (await fetch(`${service.url}${path}`, init)).status;
    expect(await get(`/graphql?query=${encodeURIComponent(other)}`)).toBe(403);
    expect(await get(`/graphql?query=${encodeURIComponent(other)}`, { headers: { 'content-type': 'text/plain' } })).toBe(403);
    expect(await get(`/graphql?query=${encodeURIComponent(other)}`, { method: 'HEAD' })).toBe(403);
    expect(await get(`/export/jsonl?query=${encodeURIComponent('{ regions { edges { node { id } } } }')}`)).toBe(403);
    expect(await get('/')).toBe(404);
    expect(await get('/graphql', { headers: { accept: 'text/html' } })).not.toBe(200);
    await service.close();
  });

  it('is followed by subscriptions', async () => {
    const service = await serve(graph, { operations: { file: listOf(operations), only: true } });
    const stream = async (body: object) => {
      const stop = new AbortController();
      const response = await fetch(`${service.url}/graphql/stream`, {
        ...post(body, { accept: 'text/event-stream' }),
        signal: stop.signal,
      });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!text.includes('data:') && text !== ':\n\n') text += (await reader.read()).value ?? '';
      stop.abort();
      return text;
    };
    expect(await stream({ documentId: 'follow-1' })).toBe(':\n\n');
    expect(await stream({ query: follow })).toBe(':\n\n');
    const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: 'subscription { changes { cursor } }' } }));
    const [message] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(String(message))).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] });
    socket.close();
    await service.close();
  });

  it('may be a manifest of Apollo', async () => {
    const manifest = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'a1', name: 'Name', type: 'query', body: name }],
    };
    const service = await serve(graph, { operations: { file: listOf(manifest), only: true } });
    expect(await sendTo(service, { documentId: 'a1', variables })).toEqual(found);
    await service.close();
  });

  it.each<[string, unknown, string]>([
    ['is missing', undefined, 'cannot be read (ENOENT)'],
    ['is not JSON', 'query {', 'is not JSON: it must be JSON such as'],
    ['lists nothing', {}, 'lists no operation'],
    ['is a list of texts', [name], 'is not a list of operations'],
    ['has a text that is none', { a: 1 }, 'is not a list of operations'],
    ['has an operation with a syntax error', { a: '{' }, 'lists the operation "a", which is wrong: Syntax Error'],
    ['has an unknown field', { a: '{ nonsense }' }, 'Cannot query field "nonsense" on type "Query"'],
  ])('stops the start when it %s', async (_, content, message) => {
    const file = content === undefined ? join(folder, 'none.json') : listOf(content, 'wrong.json');
    await expect(serve(graph, { operations: { file, only: false } })).rejects.toThrow(message);
  });
});
