/** What is hardly HTTP, or HTTP that two readers read differently. */
import { badRequest, type Hostile } from '../case.js';

const post = (headers: string, body: string) => `POST /graphql HTTP/1.1\r\nHost: {host}\r\n${headers}\r\n\r\n${body}`;
const good = '{"query":"{ __typename }"}';
const typed = `Content-Type: application/json`;
const many = (count: number) => Array.from({ length: count }, (_, number) => `X-${number}: y`).join('\r\n');

const malformed: readonly (readonly [name: string, bytes: string])[] = [
  ['noise', '\x00\x01\x02\xFF\xFE\r\n\r\n'],
  ['the beginning of TLS', '\x16\x03\x01\x00\xA5\x01\x00\x00\xA1\x03\x03\r\n\r\n'],
  ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a version that does not exist', 'GET /graphql HTTP/9.9\r\nHost: {host}\r\n\r\n'],
  ['a header without a colon', 'GET /graphql HTTP/1.1\r\nHost: {host}\r\nnonsense\r\n\r\n'],
  ['a header whose name has a space', 'GET /graphql HTTP/1.1\r\nHost: {host}\r\nX y: z\r\n\r\n'],
  ['a header without a name', 'GET /graphql HTTP/1.1\r\nHost: {host}\r\n: z\r\n\r\n'],
  ['NUL in a header', 'GET /graphql HTTP/1.1\r\nHost: {host}\r\nX: a\x00b\r\n\r\n'],
  ['NUL in the URL', 'GET /graphql\x00 HTTP/1.1\r\nHost: {host}\r\n\r\n'],
  ['a space in the URL', 'GET /graphql?query={ __typename } HTTP/1.1\r\nHost: {host}\r\n\r\n'],
  ['lines that end in CR alone', 'GET /graphql HTTP/1.1\rHost: {host}\r\r\n\r\n'],
  ['two lengths', post(`${typed}\r\nContent-Length: 26\r\nContent-Length: 3`, good)],
  ['a length and chunks', post(`${typed}\r\nContent-Length: 26\r\nTransfer-Encoding: chunked`, `1a\r\n${good}\r\n0\r\n\r\n`)],
  ['a length below zero', post(`${typed}\r\nContent-Length: -1`, good)],
  ['a length that is no number', post(`${typed}\r\nContent-Length: 1e3`, good)],
  ['a length of 2^64', post(`${typed}\r\nContent-Length: 18446744073709551616`, good)],
  ['chunks of no size', post(`${typed}\r\nTransfer-Encoding: chunked`, `zz\r\n${good}\r\n0\r\n\r\n`)],
  ['a chunk of 2^64 bytes', post(`${typed}\r\nTransfer-Encoding: chunked`, `FFFFFFFFFFFFFFFFF\r\n${good}\r\n`)],
  [
    'chunks that are not the last encoding',
    post(`${typed}\r\nTransfer-Encoding: chunked, identity`, `1a\r\n${good}\r\n0\r\n\r\n`),
  ],
];

const unknownMethods: readonly Hostile[] = ['HACK', 'get', 'SELECT'].map((method) => ({
  name: `the method ${method}`,
  request: () => ({ bytes: `${method} /graphql HTTP/1.1\r\nHost: {host}\r\n\r\n` }),
  status: 501,
  code: 'NOT_IMPLEMENTED',
}));

export const connections: readonly Hostile[] = [
  ...unknownMethods,
  ...malformed.map(([name, bytes]) => ({ name, request: () => ({ bytes }), ...badRequest })),
  {
    name: 'no host',
    request: () => ({ bytes: 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n\r\n' }),
    ...badRequest,
  },
  {
    name: 'two hosts',
    request: () => ({ bytes: 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n' }),
    ...badRequest,
  },
  {
    name: 'an expectation that nobody can meet',
    request: () => ({ bytes: post(`${typed}\r\nExpect: x\r\nContent-Length: 26`, good) }),
    status: 417,
    code: 'EXPECTATION_FAILED',
  },
  {
    name: '1,200 headers',
    request: () => ({ bytes: post(`${typed}\r\nContent-Length: 26\r\n${many(1_200)}`, good) }),
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
  {
    name: 'a header of 20 kB',
    request: () => ({ bytes: `GET /graphql HTTP/1.1\r\nHost: {host}\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n` }),
    status: 431,
    code: 'HEADERS_TOO_LARGE',
  },
  {
    name: 'a chunk with an extension of 20 kB',
    request: () => ({
      bytes: post(`${typed}\r\nTransfer-Encoding: chunked`, `1a;${'x'.repeat(20_000)}\r\n${good}\r\n0\r\n\r\n`),
    }),
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  {
    name: 'a request that does not arrive',
    request: () => ({ bytes: post(`${typed}\r\nContent-Length: 26`, '{"query"') }),
    status: 408,
    code: 'REQUEST_TIMEOUT',
    isLong: true,
  },
  {
    name: 'headers that do not end',
    request: () => ({ bytes: 'GET /graphql HTTP/1.1\r\nHost: {host}\r\nX: y\r\n' }),
    status: 408,
    code: 'REQUEST_TIMEOUT',
    isLong: true,
  },
];
