/** WebSockets: upgrades of other sites, messages that are none, and operations that are no subscriptions. */
import { badInput, forbidden, invalid, nested, notFound, tooExpensive, times, unparsed, type Hostile } from '../case.js';

const init = '{"type":"connection_init"}';
const subscribe = (query: unknown, id = 's', variables?: unknown) =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, variables } });
const forChanges = 'subscription { changes { id } }';
const closed = (status: number) => ({ status });
const kept = ({ code }: { readonly code: string }) => ({ status: 200, code });
const foreign = { ...forbidden, message: /other sites/ };

const malformed: readonly (readonly [name: string, message: string | Uint8Array])[] = [
  ['no JSON', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '5'],
  ['nothing', ''],
  ['an unknown type', '{"type":"nonsense"}'],
  ['no type', '{}'],
  ['a type that is a list', '{"type":["connection_init"]}'],
  ['a subscription without an id', '{"type":"subscribe","payload":{"query":"subscription { changes { id } }"}}'],
  ['a subscription whose id is a number', '{"id":1,"type":"subscribe","payload":{"query":"subscription { changes { id } }"}}'],
  ['a subscription without a query', '{"id":"s","type":"subscribe","payload":{}}'],
  ['a query that is a list', subscribe([forChanges])],
  ['variables that are a list', subscribe(forChanges, 's', [1])],
  ['a ping whose payload is a list', '{"type":"ping","payload":[]}'],
  ['nesting 3,000 deep', `{"type":"ping","payload":${nested(3_000, '{"a":', '}')}}`],
  ['3,000 values', `{"type":"ping","payload":{"a":[${'1,'.repeat(3_000)}1]}}`],
  ['a key twice', '{"type":"ping","type":"pong"}'],
  ['a number that loses digits', '{"type":"ping","payload":{"a":12345678901234567890}}'],
  ['noise', Buffer.from([0, 1, 2, 255, 254])],
];

export const sockets: readonly Hostile[] = [
  ...malformed.map(([name, message]) => ({ name, request: () => ({ messages: [init, message] }), ...closed(4400) })),
  { name: 'a first message that is none', request: () => ({ messages: ['{'] }), ...closed(4400) },
  { name: 'a message of 2 MB', request: () => ({ messages: [init, times(2_000_000, ' ')] }), ...closed(1009) },
  { name: 'no protocol', request: () => ({ messages: [], protocol: '' }), ...closed(4406) },
  { name: 'a subscription before its time', request: () => ({ messages: [subscribe(forChanges)] }), ...closed(4401) },
  { name: 'two beginnings', request: () => ({ messages: [init, init] }), ...closed(4429) },
  {
    name: 'two subscriptions of one id',
    request: () => ({ messages: [init, subscribe(forChanges), subscribe(forChanges)] }),
    ...closed(4409),
  },
  {
    name: 'a wrong key',
    request: () => ({ messages: ['{"type":"connection_init","payload":{"authorization":"Bearer pg_x"}}'] }),
    ...closed(4401),
  },
  {
    name: 'a key that is a list',
    request: () => ({ messages: ['{"type":"connection_init","payload":[]}'] }),
    ...closed(4400),
  },
  {
    name: '51 subscriptions',
    request: () => ({ messages: [init, ...Array.from({ length: 51 }, (_, number) => subscribe(forChanges, `s${number}`))] }),
    ...kept(tooExpensive),
    message: /50 subscriptions/,
  },
  { name: 'a query', request: () => ({ messages: [init, subscribe('{ __typename }')] }), status: 200, code: 'BAD_REQUEST' },
  {
    name: 'a mutation',
    request: () => ({ messages: [init, subscribe('mutation { discardDraft(id: "draft:x") }')] }),
    status: 200,
    code: 'BAD_REQUEST',
  },
  { name: 'no GraphQL', request: () => ({ messages: [init, subscribe('subscription {')] }), ...kept(unparsed) },
  {
    name: 'an unknown field',
    request: () => ({ messages: [init, subscribe('subscription { chances { id } }')] }),
    ...kept(invalid),
  },
  {
    name: 'two fields of a subscription',
    request: () => ({ messages: [init, subscribe('subscription { a: changes { id } b: changes { id } }')] }),
    ...kept(invalid),
  },
  {
    name: 'a document of depth 1,000',
    request: () => ({ messages: [init, subscribe(`subscription { changes ${nested(1_000, '{ node ', ' }', '{ id }')} }`)] }),
    ...kept(tooExpensive),
  },
  {
    name: 'a cursor that is none',
    request: () => ({ messages: [init, subscribe('subscription { changes(since: "nonsense") { id } }')] }),
    ...kept(badInput),
  },
  {
    name: 'a cursor beyond the end of the log',
    request: () => ({ messages: [init, subscribe('subscription { changes(since: "999999.0") { id } }')] }),
    ...kept(badInput),
  },
  { name: 'elsewhere', request: () => ({ messages: [], path: '/elsewhere' }), ...notFound },
  ...['https://elsewhere.example', 'http://127.0.0.1.elsewhere.example', 'http://localhost:1'].map((origin) => ({
    name: `a page of ${origin}`,
    request: () => ({ messages: [], headers: { origin } }),
    ...foreign,
  })),
  ...['null', 'nonsense', 'file://', 'http://', '//elsewhere.example', 'chrome-extension://abc'].map((origin) => ({
    name: `a page of ${origin}`,
    request: () => ({ messages: [], headers: { origin } }),
    ...foreign,
  })),
];
