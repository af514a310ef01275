/** Headers that lie about the body, the caller or the answer. */
import { gzipSync } from 'node:zlib';
import { badRequest, json, raw, unsupported, type Hostile } from '../case.js';

const good = '{"query":"{ __typename }"}';
const answered = { status: 200, data: { __typename: 'Query' } };
const types = [
  'application/graphql',
  'application/jsonp',
  'application/x-ndjson',
  'application/json, text/plain',
  'application/json; charset=utf-16',
  'application/json; charset="utf-7"',
  'application/json; charset=iso-8859-1',
  'text/json',
  'text/xml',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'nonsense',
  '/',
  'application/json\u00E9',
];
const encodings = ['br', 'deflate', 'gzip, gzip', 'compress', 'zstd', 'x-nonsense', 'identity, gzip'];
/** What changes nothing: no header names another method, user, host or address. */
const ignored: readonly (readonly [name: string, value: string])[] = [
  ['x-http-method-override', 'DELETE'],
  ['x-original-url', '/admin'],
  ['x-forwarded-for', "127.0.0.1'; DROP TABLE x; --"],
  ['x-forwarded-host', 'elsewhere.example'],
  ['x-real-ip', '::1'],
  ['forwarded', 'for=127.0.0.1;host=elsewhere.example'],
  ['cookie', 'session=admin; __proto__=x'],
  ['x-policygraph-role', 'ADMIN'],
  ['range', 'bytes=0-0,0-0,0-0'],
  ['if-none-match', `${'"x",'.repeat(1_000)}"y"`],
  ['accept-language', '%00../../'],
  ['te', 'trailers'],
  ['referer', "javascript:alert('x')"],
  ['user-agent', '() { :; }; /bin/true'],
];

export const headers: readonly Hostile[] = [
  ...types.map((type) => ({ name: `content-type ${type}`, request: raw(good, { 'content-type': type }), ...unsupported })),
  ...encodings.map((encoding) => ({
    name: `content-encoding ${encoding}`,
    request: raw(gzipSync(good), { ...json, 'content-encoding': encoding }),
    ...unsupported,
  })),
  ...ignored.map(([name, value]) => ({
    name: `${name} ${value.slice(0, 40)}`,
    request: raw(good, { ...json, [name]: value }),
    ...answered,
  })),
  ...['image/*', 'application/xml', 'text/event-stream'].map((accept) => ({
    name: `accept ${accept}`,
    request: raw(good, { ...json, accept }),
    status: 406,
    code: 'BAD_REQUEST',
  })),
  {
    name: 'a page of another site that reads by GET without a preflight',
    request: () => ({
      search: '?query=%7B__typename%7D',
      headers: { origin: 'https://elsewhere.example' },
    }),
    ...answered,
  },
  {
    name: 'a form of another site, which browsers send without a preflight',
    request: raw('{"query":"mutation{__typename}"}', { 'content-type': 'text/plain', origin: 'https://elsewhere.example' }),
    ...unsupported,
  },
  { name: 'a body of GET', request: () => ({ method: 'GET', search: '', headers: json, body: good }), ...badRequest },
];
