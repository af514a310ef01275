/** What HTTP requires of a server for requests that are wrong, rare or meant to confuse: RFC 9110 and RFC 9112. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Graph } from '../../src/graph/port.js';
import { sendBytes } from '../support/raw-http.js';
import { serve, type Service } from '../support/service.js';

const json = JSON.stringify({ query: '{ __typename }' });
const lines = (...text: string[]) => `${text.join('\r\n')}\r\n\r\n`;
const headers = (count: number) => Array.from({ length: count }, (_, number) => `x-${number}: 1`);
const posted = (...more: string[]) =>
  lines('POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...more);

let graph: Graph;
let service: Service;

beforeAll(async () => {
  graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  service = await serve(graph);
});
afterAll(async () => {
  await service.close();
  await graph.close();
});

/** A GET of live health with these lines in place of the usual ones. */
const get = (...more: string[]) => lines('GET /health/live HTTP/1.1', ...more);

interface Refused {
  readonly name: string;
  readonly bytes: string | Buffer;
  readonly status: number;
  readonly code: string;
  readonly allow?: string;
}

const badRequest = { status: 400, code: 'BAD_REQUEST' };
const refused: readonly Refused[] = [
  { name: 'no Host', bytes: get(), ...badRequest },
  { name: 'an empty Host', bytes: get('Host:'), ...badRequest },
  { name: 'two Hosts', bytes: get('Host: localhost', 'Host: localhost'), ...badRequest },
  { name: 'two Hosts that differ', bytes: get('Host: localhost', 'host: evil.example'), ...badRequest },
  ...['a b', 'localhost/x', 'user@localhost', 'localhost:port', '[::1', 'ä'].map((host) => ({
    name: `Host: ${host}`,
    bytes: get(`Host: ${host}`),
    ...badRequest,
  })),
  ...['something', '200-ok', '"100-continue x"'].map((expectation) => ({
    name: `Expect: ${expectation}`,
    bytes: get('Host: localhost', `Expect: ${expectation}`),
    status: 417,
    code: 'EXPECTATION_FAILED',
  })),
  { name: '201 headers', bytes: get('Host: localhost', ...headers(200)), status: 431, code: 'HEADERS_TOO_LARGE' },
  { name: '1,500 headers', bytes: get('Host: localhost', ...headers(1_500)), status: 431, code: 'HEADERS_TOO_LARGE' },
  { name: '5,000 headers', bytes: get('Host: localhost', ...headers(5_000)), status: 431, code: 'HEADERS_TOO_LARGE' },
  {
    name: 'a header of 20 kB',
    bytes: get('Host: localhost', `x: ${'x'.repeat(20_000)}`),
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
  {
    name: 'a URL of 20 kB',
    bytes: lines(`GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1`, 'Host: localhost'),
    status: 414,
    code: 'URI_TOO_LONG',
  },
  {
    name: 'a method of no standard',
    bytes: lines('BREW /graphql HTTP/1.1', 'Host: localhost'),
    status: 501,
    code: 'NOT_IMPLEMENTED',
  },
  {
    name: 'a method in lower case',
    bytes: lines('get /graphql HTTP/1.1', 'Host: localhost'),
    status: 501,
    code: 'NOT_IMPLEMENTED',
  },
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'PURGE', 'SEARCH'].map((method) => ({
    name: `${method} /graphql`,
    bytes: lines(`${method} /graphql HTTP/1.1`, 'Host: localhost'),
    status: 405,
    code: 'BAD_REQUEST',
    allow: 'GET, HEAD, POST, OPTIONS',
  })),
  {
    name: 'CONNECT',
    bytes: lines('CONNECT example.org:443 HTTP/1.1', 'Host: example.org:443'),
    status: 405,
    code: 'BAD_REQUEST',
    allow: 'GET, HEAD, POST, OPTIONS',
  },
  {
    name: 'POST of health',
    bytes: lines('POST /health/live HTTP/1.1', 'Host: localhost', 'Content-Length: 0'),
    status: 405,
    code: 'BAD_REQUEST',
    allow: 'GET, HEAD, OPTIONS',
  },
  {
    name: 'DELETE of the page',
    bytes: lines('DELETE / HTTP/1.1', 'Host: localhost'),
    status: 405,
    code: 'BAD_REQUEST',
    allow: 'GET, HEAD, OPTIONS',
  },
  { name: 'PUT of an unknown path', bytes: lines('PUT /x HTTP/1.1', 'Host: localhost'), status: 404, code: 'NOT_FOUND' },
  { name: 'no version', bytes: 'GET /\r\n\r\n', ...badRequest },
  { name: 'a version of its own', bytes: lines('GET / HTTP/7.3', 'Host: localhost'), ...badRequest },
  { name: 'no HTTP', bytes: 'hello there\r\n\r\n', ...badRequest },
  { name: 'a path with spaces', bytes: lines('GET /a b HTTP/1.1', 'Host: localhost'), ...badRequest },
  { name: 'a header without a colon', bytes: get('Host: localhost', 'nonsense'), ...badRequest },
  { name: 'a space before the colon', bytes: get('Host: localhost', 'x : 1'), ...badRequest },
  { name: 'NUL in a header', bytes: get('Host: localhost', 'x: a\0b'), ...badRequest },
  { name: 'a folded header', bytes: get('Host: localhost', 'x: 1', '  2', '\tTransfer-Encoding : chunked'), ...badRequest },
  { name: 'lines that end with LF alone', bytes: 'GET / HTTP/1.1\nHost: localhost\n\n', ...badRequest },
  { name: 'HTTP/2 with prior knowledge', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ...badRequest },
  { name: 'TLS', bytes: Buffer.from('16030100c8010000c40303', 'hex'), ...badRequest },
  {
    name: 'Content-Length beside Transfer-Encoding',
    bytes: `${posted('Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    ...badRequest,
  },
  {
    name: 'Transfer-Encoding beside Content-Length',
    bytes: `${posted('Transfer-Encoding: chunked', 'Content-Length: 4')}0\r\n\r\n`,
    ...badRequest,
  },
  { name: 'two Content-Lengths', bytes: `${posted('Content-Length: 4', 'Content-Length: 5')}null`, ...badRequest },
  { name: 'a Content-Length of "+4"', bytes: `${posted('Content-Length: +4')}null`, ...badRequest },
  { name: 'a Content-Length of "4, 4"', bytes: `${posted('Content-Length: 4, 4')}null`, ...badRequest },
  { name: 'an unknown Transfer-Encoding', bytes: `${posted('Transfer-Encoding: xchunked')}0\r\n\r\n`, ...badRequest },
  { name: 'chunked twice', bytes: `${posted('Transfer-Encoding: chunked, identity')}0\r\n\r\n`, ...badRequest },
  { name: 'a chunk of no size', bytes: `${posted('Transfer-Encoding: chunked')}zz\r\n${json}\r\n0\r\n\r\n`, ...badRequest },
  {
    name: 'a chunk shorter than it says',
    bytes: `${posted('Transfer-Encoding: chunked')}3\r\n${json}\r\n0\r\n\r\n`,
    ...badRequest,
  },
  { name: 'a chunk of 2^70 bytes', bytes: `${posted('Transfer-Encoding: chunked')}ffffffffffffffffff\r\n`, ...badRequest },
  { name: 'a body of 2 MB', bytes: posted('Content-Length: 2000000'), status: 413, code: 'BODY_TOO_LARGE' },
  {
    name: 'a chunked body of 2 MB',
    bytes: `${posted('Transfer-Encoding: chunked')}1e8480\r\n${'x'.repeat(2_000_000)}\r\n0\r\n\r\n`,
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  {
    name: 'another host',
    bytes: get('Host: localhost').replaceAll('localhost', 'evil.example').replace('/health/live', '/graphql'),
    status: 421,
    code: 'MISDIRECTED_REQUEST',
  },
  {
    name: 'a WebSocket of another version',
    bytes: lines(
      'GET /graphql HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 99',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ),
    status: 426,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a WebSocket without a key',
    bytes: lines(
      'GET /graphql HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
    ),
    ...badRequest,
  },
  {
    name: 'a WebSocket by POST',
    bytes: lines(
      'POST /graphql HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ),
    status: 405,
    code: 'BAD_REQUEST',
    allow: 'GET',
  },
  {
    name: 'a WebSocket without a Host',
    bytes: lines('GET /graphql HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket'),
    ...badRequest,
  },
];

describe('in the one shape of errors', () => {
  it.each(refused)('refuses $name', async ({ bytes, status, code, allow }) => {
    const answer = await sendBytes(service.url, bytes);
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(code)]);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.body)).toEqual({
      errors: [{ message: expect.stringMatching(/^[A-Z"/].*\.$/), extensions: { code } }],
    });
    expect(answer.headers['allow']).toBe(allow);
    expect(answer.text.match(/HTTP\/1\.1 [2-5]/g)).toHaveLength(1);
  });

  it('refuses what does not arrive in time', async () => {
    const { server } = service.app;
    const [headersTimeout, requestTimeout] = [server.headersTimeout, server.requestTimeout];
    Object.assign(server, { headersTimeout: 300, requestTimeout: 300 });
    for (const bytes of ['GET / HTTP/1.1\r\nHost:', `${posted('Content-Length: 40')}{`]) {
      const { status, body } = await sendBytes(service.url, bytes);
      expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([408, 'REQUEST_TIMEOUT']);
    }
    Object.assign(server, { headersTimeout, requestTimeout });
  });

  it('answers what came before a request that is no HTTP, and then that one', async () => {
    const { text } = await sendBytes(service.url, `${posted(`Content-Length: ${json.length}`)}${json}nonsense\r\n\r\n`, {
      answers: 2,
    });
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });

  it('logs none of them', () => expect(service.log).toEqual([]));
});

describe('serves', () => {
  const status = async (bytes: string) => (await sendBytes(service.url, bytes)).status;

  it.each([
    ['any port of its hosts', get('Host: localhost:81')],
    ['a host in capitals', get('Host: LOCALHOST')],
    ['IPv6', get('Host: [::1]:4000')],
    ['HTTP/1.0 without a Host', 'GET /health/live HTTP/1.0\r\n\r\n'],
    ['the absolute form', lines('GET http://localhost/health/live HTTP/1.1', 'Host: localhost')],
    ['health to any host', get('Host: 10.1.2.3:4000')],
    ['200 headers', get('Host: localhost', ...headers(199))],
    ['lines in front of a request', `\r\n\r\n${get('Host: localhost')}`],
    ['HEAD of a query', 'HEAD /graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ])('%s', async (_name, bytes) => expect(await status(bytes)).toBe(200));

  it('the host of the absolute form, whatever Host says', async () => {
    expect(await status(lines('GET http://evil.example/graphql HTTP/1.1', 'Host: localhost'))).toBe(421);
  });

  it('the body after it was asked to continue', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.write(posted('Expect: 100-continue', `Content-Length: ${json.length}`, 'Connection: close'));
    expect(String(await once(socket, 'data'))).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    socket.write(json);
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 200 OK[^]*"Query"/);
  });

  it.each([
    ['*', 'GET, HEAD, POST, OPTIONS'],
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['/health/ready', 'GET, HEAD, OPTIONS'],
  ])('the methods of %s to OPTIONS', async (path, allow) => {
    const answer = await sendBytes(service.url, lines(`OPTIONS ${path} HTTP/1.1`, 'Host: localhost'));
    expect([answer.status, answer.headers['allow'], answer.headers['access-control-allow-origin']]).toEqual([
      204,
      allow,
      undefined,
    ]);
  });
});
