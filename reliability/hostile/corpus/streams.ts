/** Subscriptions as server-sent events. */
import {
  badInput,
  badRequest,
  invalid,
  json,
  nested,
  tooExpensive,
  unauthenticated,
  unparsed,
  unsupported,
  type Hostile,
} from '../case.js';

const events = { ...json, accept: 'text/event-stream' };
const stream =
  (body: unknown, headers: Readonly<Record<string, string>> = events) =>
  () => ({ method: 'POST', path: '/graphql/stream', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const subscription = (query: string, variables?: unknown) => stream({ query, variables });
const inEvent = ({ code }: { readonly code: string }) => ({ status: 200, code });

export const streams: readonly Hostile[] = [
  {
    name: 'no events wanted',
    request: stream({ query: 'subscription { changes { id } }' }, json),
    status: 406,
    code: 'BAD_REQUEST',
  },
  ...[
    'null',
    '[]',
    '5',
    '{}',
    '{"query":5}',
    '{"query":"{ __typename }","variables":[1]}',
    '{"query":"{ __typename }","operationName":5}',
  ].map((body) => ({ name: `the body ${body}`, request: stream(body), ...badRequest })),
  { name: 'truncated JSON', request: stream('{"query":'), ...badRequest },
  {
    name: 'a body nested 3,000 deep',
    request: stream(`{"query":"x","variables":${nested(3_000, '{"a":', '}')}}`),
    ...badRequest,
  },
  { name: 'text', request: stream('x', { ...events, 'content-type': 'text/plain' }), ...unsupported },
  {
    name: 'a wrong key',
    request: stream({ query: 'subscription { changes { id } }' }, { ...events, authorization: 'Bearer x' }),
    ...unauthenticated,
  },
  { name: 'no GraphQL', request: subscription('subscription {'), ...inEvent(unparsed) },
  { name: 'a query', request: subscription('{ __typename }'), ...inEvent(badRequest) },
  { name: 'an unknown field', request: subscription('subscription { chances { id } }'), ...inEvent(invalid) },
  {
    name: 'depth 1,000',
    request: subscription(`subscription { changes ${nested(1_000, '{ node ', ' }', '{ id }')} }`),
    ...inEvent(tooExpensive),
  },
  {
    name: 'aliases of a list of 100 at each change',
    request: subscription(
      `subscription { changes { node { ... on Region { ${Array.from({ length: 9 }, (_, number) => `a${number}: children(first: 100) { edges { node { children(first: 100) { edges { node { children(first: 100) { edges { node { id } } } } } } } } }`).join(' ')} } } } }`,
    ),
    ...inEvent(tooExpensive),
  },
  { name: 'a cursor that is none', request: subscription('subscription { changes(since: "x") { id } }'), ...inEvent(badInput) },
  {
    name: 'a variable of another type',
    request: subscription('subscription($since: String) { changes(since: $since) { id } }', { since: { a: 1 } }),
    ...inEvent(badInput),
  },
];
