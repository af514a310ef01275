/** Bodies that are no GraphQL over HTTP, too large, or encoded in another way. */
import { gzipSync } from 'node:zlib';
import { multipart } from '../multipart.js';
import { badRequest, json, query, raw, times, tooLarge, unsupported, type Hostile } from '../case.js';

export const bodies: readonly Hostile[] = [
  {
    name: 'a batch of 1,000',
    request: raw(JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' })))),
    ...badRequest,
  },
  { name: 'a body of 60 MB', request: () => raw(times(60_000_000, ' '))(), ...tooLarge },
  { name: 'a string of 40 MB', request: () => query(`{ region(id: "${times(40_000_000, 'x')}") { id } }`)(), ...tooLarge },
  {
    name: 'a gzip bomb',
    request: () => raw(gzipSync(times(50_000_000, ' ')), { ...json, 'content-encoding': 'gzip' })(),
    ...unsupported,
  },
  { name: 'truncated JSON', request: raw('{"query":"{ __typename }"'), ...badRequest, message: /not JSON/ },
  { name: 'no body', request: raw(''), ...badRequest },
  ...['null', '[]', '5', '"text"', '{}', 'true'].map((body) => ({ name: `the body ${body}`, request: raw(body), ...badRequest })),
  {
    name: 'invalid UTF-8',
    request: raw(
      Buffer.concat([Buffer.from('{"query":"{ region(id: \\"'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('\\") { id } }"}')]),
    ),
    ...badRequest,
  },
  {
    name: 'charset utf-7',
    request: raw('{"query":"{ __typename }"}', { 'content-type': 'application/json; charset=utf-7' }),
    ...unsupported,
  },
  { name: 'text/plain', request: raw('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }), ...unsupported },
  {
    name: 'a form',
    request: raw('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
    ...unsupported,
  },
  { name: 'a form with parts', request: () => multipart([['query', undefined, '{ __typename }']]), ...unsupported },
  { name: 'no content-type', request: raw(new TextEncoder().encode('{"query":"{ __typename }"}'), {}), ...unsupported },
  {
    name: 'an unknown persisted query',
    request: raw(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: times(64, '0') } } })),
    status: 200,
    code: 'PERSISTED_QUERY_NOT_FOUND',
  },
  {
    name: 'a persisted query of another hash',
    request: raw(
      JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: times(64, '0') } } }),
    ),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a mutation of nobody',
    request: query('mutation { applyChangeset(input: { reason: "x", retractions: [{ claim: "claim:x" }] }) { outcome } }'),
    status: 401,
    code: 'UNAUTHENTICATED',
    message: /needs an account of role EDITOR/,
  },
  {
    name: 'a subscription, which has places of its own',
    request: query('subscription { changes { id } }'),
    status: 400,
    code: 'BAD_REQUEST',
    message: /over WebSocket .* POST \/graphql\/stream/,
  },
  {
    name: 'an accept that cannot be met',
    request: () => ({ ...query('{ __typename }')(), headers: { ...json, accept: 'image/png' } }),
    status: 406,
    code: 'BAD_REQUEST',
  },
];
