/** Requests that are made to hurt, and what each must get. */
import { gzipSync } from 'node:zlib';

export interface Hostile {
  readonly name: string;
  /** Made when it is sent: some are large. */
  readonly request: () => RequestInit & { readonly search?: string };
  readonly status: number;
  readonly code: string;
  /** What the message must say. */
  readonly message?: RegExp;
}

const json = { 'content-type': 'application/json' };
const times = (count: number, text: string) => text.repeat(count);
const each = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join(' ');

const list = (count: number, item: string) => Array.from({ length: count }, () => item).join();

/** A body that is sent as it is. */
const raw =
  (body: string | Uint8Array, headers: Record<string, string> = json) =>
  () => ({ method: 'POST', headers, body: body as BodyInit });
const query = (text: string, variables?: unknown) => raw(JSON.stringify({ query: text, variables }));

/** Depth of a filter: `{not: {not: … {}}}`. */
function nested(depth: number, open: string, close: string, inmost = '{}'): string {
  return times(depth, open) + inmost + times(depth, close);
}

const filtered = 'query($where: RegionFilter) { regions(where: $where) { totalCount } }';
const withFilter = (where: string) => raw(`{"query":${JSON.stringify(filtered)},"variables":{"where":${where}}}`);
const page = 'query($first: Int) { regions(first: $first) { totalCount } }';
const tooExpensive = { status: 400, code: 'QUERY_TOO_EXPENSIVE' };
const invalid = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' };
const badInput = { status: 400, code: 'BAD_USER_INPUT' };
const badRequest = { status: 400, code: 'BAD_REQUEST' };
const unsupported = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };
const tooLarge = { status: 413, code: 'BODY_TOO_LARGE' };
const tooDeep = { ...badRequest, message: /nests too deeply: at most 32 levels/ };
const bounds = /first must not be (less than 1|greater than 100)/;

/** Every level spreads the next one ten times: 10^24 fields when written out. */
const bomb = `{ ...f0 } ${each(24, (n) => `fragment f${n} on Query { ${n === 23 ? '__typename' : times(10, `...f${n + 1} `)} }`)}`;
const exponential = `{ ...f0 } ${each(20, (n) => `fragment f${n} on Query { ${n === 19 ? '__typename' : `a: node(id: "x") { ... on Query { ...f${n + 1} } } ...f${n + 1} ...f${n + 1}`} }`)}`;
const overlapping = `{ graph { ${each(3_000, (n) => `entities { type a${n % 90}: count }`)} } }`;
const introspection = `{ __schema { types { ${nested(15, 'fields { type { ', ' } }', 'name')} } } }`;

const documents: Hostile[] = [
  { name: 'depth 1,000', request: query(nested(1_000, '{ parent ', ' }', '{ id }')), ...tooExpensive },
  {
    name: 'depth 20,000',
    request: query(nested(20_000, '{ parent ', ' }', '{ id }')),
    ...tooExpensive,
    message: /at most 100,000 characters/,
  },
  {
    name: 'depth of 25 real levels',
    request: query(`{ region(id: "region:CN") ${nested(25, '{ parent ', ' }', '{ id }')} }`),
    ...tooExpensive,
    message: /fields too deeply: at most 20 levels/,
  },
  { name: '50,000 aliases', request: query(`{ ${each(50_000, (n) => `a${n}: __typename`)} }`), ...tooExpensive },
  {
    name: '101 aliases of __typename',
    request: query(`{ ${each(101, (n) => `a${n}: __typename`)} }`),
    ...tooExpensive,
    message: /too many aliases: at most 100/,
  },
  { name: '50,000 duplicate fields', request: query(`{ ${times(50_000, '__typename ')} }`), ...tooExpensive },
  {
    name: '501 duplicate fields',
    request: query(`{ ${times(501, '__typename ')} }`),
    ...tooExpensive,
    message: /counting fragments.*at most 500/,
  },
  { name: '3,000 overlapping objects', request: query(overlapping), ...tooExpensive },
  { name: 'exponential fragments', request: query(exponential), ...tooExpensive },
  {
    name: 'a fragment that spreads itself',
    request: query('{ ...a } fragment a on Query { ...a }'),
    ...invalid,
    message: /itself/,
  },
  {
    name: 'a cycle of fragments',
    request: query('{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }'),
    ...invalid,
    message: /itself/,
  },
  {
    name: 'a cycle of 1,000 fragments',
    request: query(`{ ...f0 } ${each(1_000, (n) => `fragment f${n} on Query { ...f${(n + 1) % 1_000} }`)}`),
    ...tooExpensive,
  },
  { name: 'a fragment bomb of 24 levels', request: query(bomb), ...tooExpensive, message: /counting fragments/ },
  { name: '10,000 directives', request: query(`{ __typename ${times(10_000, '@include(if: true) ')} }`), ...tooExpensive },
  {
    name: '1,000 unknown directives',
    request: query(`{ __typename ${times(1_000, '@x ')} }`),
    ...tooExpensive,
    message: /too many directives: at most 50/,
  },
  {
    name: '1,000 directives of an operation',
    request: query(`query a ${times(1_000, '@x ')} { __typename }`),
    ...tooExpensive,
    message: /too many directives: at most 50/,
  },
  {
    name: '1,000 directives of a variable',
    request: query(`query a($x: Int ${times(1_000, '@x ')}) { regions(first: $x) { totalCount } }`),
    ...tooExpensive,
    message: /too many directives: at most 50/,
  },
  {
    name: '1,000 directives of a fragment',
    request: query(`{ ...a } fragment a on Query ${times(1_000, '@x ')} { __typename }`),
    ...tooExpensive,
    message: /too many directives: at most 50/,
  },
  { name: 'circular introspection', request: query(introspection), ...tooExpensive },
  {
    name: 'circular introspection within the depth',
    request: query(
      '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ),
    ...invalid,
  },
  { name: '100,000 "["', request: query(`{ regions(where: ${times(100_000, '[')}) { totalCount } }`), ...tooExpensive },
  {
    name: '2,000 "["',
    request: query(`{ regions(where: ${times(2_000, '[')}) { totalCount } }`),
    ...tooExpensive,
    message: /nests brackets too deeply/,
  },
  { name: '20,000 variables', request: query(`query(${each(20_000, (n) => `$v${n}: Int`)}) { __typename }`), ...tooExpensive },
  {
    name: '300 variables that nobody uses',
    request: query(`query(${each(300, (n) => `$v${n}: Int`)}) { __typename }`),
    ...tooExpensive,
    message: /variables: at most 100/,
  },
  {
    name: '200 fragments that nobody uses',
    request: query(`{ __typename } ${each(200, (n) => `fragment f${n} on Query { __typename }`)}`),
    ...tooExpensive,
    message: /operations and fragments: at most 100/,
  },
  { name: '200 operations of one name', request: query(each(200, () => 'query a { __typename }')), ...tooExpensive },
  { name: '100 unknown fields of 9 kB', request: query(`{ ${each(100, (n) => `f${n}${times(9_000, 'x')}`)} }`), ...tooExpensive },
  {
    name: '100 unknown fields of 900 characters',
    request: query(`{ ${each(100, (n) => `f${n}${times(900, 'x')}`)} }`),
    ...invalid,
  },
  {
    name: '100 unknown fields of 20 kB',
    request: query(`{ ${each(100, (n) => `f${n}${times(20_000, 'x')}`)} }`),
    ...tooLarge,
  },
  {
    name: 'a string of 90 kB that does not end',
    request: query(`{ region(id: "${times(90_000, 'x')}`),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
  },
  {
    name: 'half a character',
    request: query('{ region(id: "\\ud800") { id } }'),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    message: /Unicode escape/,
  },
  {
    name: 'a NUL outside a string',
    request: query('{ region\u0000(id: "x") { id } }'),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
  },
  { name: 'a name of 900 kB', request: query(`{ ${times(900_000, 'x')} }`), ...tooExpensive },
  { name: 'a name of 90 kB', request: query(`{ ${times(90_000, 'x')} }`), ...invalid },
  { name: '90,000 comments', request: query(`{ __typename ${times(90_000, '#\n')} x }`), ...tooExpensive },
  {
    name: '45,000 comments',
    request: query(`{ __typename ${times(45_000, '#\n')} x }`),
    ...tooExpensive,
    message: /at most 5,000 lines/,
  },
  {
    name: 'an unknown field',
    request: query('{ regionz { id } }'),
    ...invalid,
    message: /Cannot query field "regionz" on type "Query"/,
  },
];

const variables: Hostile[] = [
  { name: 'first: -5', request: query('{ regions(first: -5) { totalCount } }'), ...badInput, message: bounds },
  { name: 'first: 0', request: query('{ regions(first: 0) { totalCount } }'), ...badInput, message: bounds },
  { name: 'first: 1e6', request: query('{ regions(first: 1000000) { totalCount } }'), ...badInput, message: bounds },
  {
    name: 'last: -5',
    request: query('{ regions(last: -5) { totalCount } }'),
    ...badInput,
    message: /last must not be less than 1/,
  },
  {
    name: 'first: 5, last: 5',
    request: query('{ regions(first: 5, last: 5) { totalCount } }'),
    ...badInput,
    message: /"first" or "last"/,
  },
  ...[-5, 0, 1e6].map((first) => ({
    name: `first: $first of ${first}`,
    request: query(page, { first }),
    ...badInput,
    message: bounds,
  })),
  { name: '1e11 as Int', request: query(page, { first: 1e11 }), ...badInput, message: /\$first.*32-bit/ },
  {
    name: '1e11 as Int, literally',
    request: query('{ regions(first: 100000000000) { totalCount } }'),
    ...invalid,
    message: /32-bit/,
  },
  {
    name: 'an array of 100,000 as Int',
    request: query(page, { first: Array.from({ length: 100_000 }, () => 1) }),
    ...badRequest,
    message: /too many values/,
  },
  {
    name: 'variables nested 3,000 deep as Int',
    request: raw(`{"query":${JSON.stringify(page)},"variables":{"first":${nested(3_000, '[', ']', '')}}}`),
    ...tooDeep,
  },
  {
    name: 'variables nested 3,000 deep that nobody uses',
    request: raw(`{"query":"{ region(id: \\"x\\") { id } }","variables":{"first":${nested(3_000, '{"a":', '}')}}}`),
    ...tooDeep,
  },
  { name: 'a filter of 3,000 nots', request: withFilter(nested(3_000, '{"not":', '}')), ...tooDeep },
  { name: 'a filter of 100 nots', request: withFilter(nested(100, '{"not":', '}')), ...tooDeep },
  { name: 'a filter of 3,000 ands', request: withFilter(nested(3_000, '{"and":[', ']}')), ...tooDeep },
  { name: 'a filter of 3,000 ors', request: withFilter(nested(3_000, '{"or":[', ']}')), ...tooDeep },
  {
    name: 'a filter of 20 nots',
    request: withFilter(nested(20, '{"not":', '}')),
    ...tooExpensive,
    message: /nests 21 levels, and at most 10/,
  },
  {
    name: 'a filter of 20 nots, half of them literally',
    request: raw(
      `{"query":${JSON.stringify(filtered.replace('where: $where', `where: ${nested(10, '{not: ', '}', '$where')}`))},"variables":{"where":${nested(10, '{"not":', '}')}}}`,
    ),
    ...tooExpensive,
    message: /nests 21 levels/,
  },
  {
    name: 'a filter of 5,000 alternatives',
    request: withFilter(`{"or":[${list(5_000, '{"name":{"eq":"x"}}')}]}`),
    ...badRequest,
    message: /too many values/,
  },
  {
    name: 'a filter of 1,500 alternatives',
    request: withFilter(`{"or":[${list(1_500, '{"name":{"eq":"x"}}')}]}`),
    ...tooExpensive,
    message: /1,500 conditions, and at most 50/,
  },
  { name: 'a filter of 1,500 wrong values', request: withFilter(`{"or":[${list(1_500, '{"level":{"eq":"x"}}')}]}`), ...badInput },
  {
    name: 'a literal filter of 200 alternatives',
    request: query(`{ regions(where: {or: [${list(200, '{name: {eq: "x"}}')}]}) { totalCount } }`),
    ...tooExpensive,
    message: /200 conditions/,
  },
  {
    name: 'a filter of 21 alternatives',
    request: withFilter(`{"or":[${list(21, '{"name":{"eq":"x"}}')}]}`),
    ...badInput,
    message: /or must contain no more than 20/,
  },
  {
    name: 'a filter of 50 kB of text',
    request: withFilter(`{"name":{"eq":"${times(50_000, 'x')}"}}`),
    ...badInput,
    message: /name.*eq/,
  },
  {
    name: 'a literal filter of 600 nots',
    request: query(`{ regions(where: ${nested(600, '{not: ', '}')}) { totalCount } }`),
    ...tooExpensive,
    message: /nests brackets too deeply/,
  },
  {
    name: 'a filter with an unknown key',
    request: withFilter('{"__proto__":{"x":1},"nonsense":1}'),
    ...badInput,
    message: /nonsense/,
  },
  { name: 'variables that are a string', request: raw(JSON.stringify({ query: page, variables: '{"first":1}' })), ...badRequest },
  { name: 'variables that are a list', request: raw(JSON.stringify({ query: page, variables: [1] })), ...badRequest },
  { name: 'a query that is a number', request: raw('{"query":5}'), ...badRequest },
  { name: 'a query that is a list', request: raw('{"query":["{ __typename }"]}'), ...badRequest },
  {
    name: 'an unknown operation',
    request: raw(JSON.stringify({ query: 'query a { __typename } query b { __typename }', operationName: 'c' })),
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
];

const depthOf400 =
  '{ regions(first: 400) { edges { node { children(first: 400) { edges { node { children(first: 400) { totalCount } } } } } } } }';
const levels = (first: number) =>
  `{ regions(first: ${first}) { edges { node { children(first: ${first}) { edges { node { children(first: ${first}) { edges { node { id } } } } } } } } } }`;

const longId = 'x'.repeat(501);
const long = (place: string) => ({
  ...badInput,
  message: new RegExp(`"${place}" must be an id( or an exact name)?, which has at most 500 characters`),
});
const longIds: Hostile[] = [
  // A field that may be null is null; the answer is one with an error.
  { name: 'an id of 501 characters', request: query(`{ region(id: "${longId}") { id } }`), ...long('id'), status: 200 },
  { name: 'an id of 40 kB', request: query(`{ region(id: "${times(40_000, 'x')}") { id } }`), ...long('id'), status: 200 },
  { name: 'a long id among several', request: query(`{ nodes(ids: ["region:CN", "${longId}"]) { id } }`), ...long('ids.1') },
  {
    name: 'a long id in a filter',
    request: withFilter(`{"or":[{"within":"region:CN"},{"not":{"coveredBy":"${longId}"}}]}`),
    ...long('where.or.1.not.coveredBy'),
  },
  {
    name: 'a long id in a test of ids',
    request: withFilter(`{"id":{"in":["region:CN","${longId}"]}}`),
    ...long('where.id.in.1'),
  },
  {
    name: 'a long id as the end of a path',
    request: query(`{ paths(from: "region:CN", to: "${longId}") { hops } }`),
    ...long('to'),
  },
  {
    name: 'a long region to search in',
    request: query(`{ search(query: "q", within: "${longId}") { totalCount } }`),
    ...long('within'),
  },
];

const fifty = Array.from({ length: 50 }, (_, number) => ({ not: { within: `region:n${number}` } }));
const expensive: Hostile[] = [
  {
    name: '50 regions not to lie in',
    request: withFilter(
      JSON.stringify({ and: [{ and: fifty.slice(0, 20) }, { and: fifty.slice(20, 40) }, { and: fifty.slice(40) }] }),
    ),
    ...tooExpensive,
    message: /takes 10,0\d\d units of work/,
  },
  {
    name: 'lists of 400 in lists of 400 in lists of 400',
    request: query(levels(400)),
    ...tooExpensive,
    message: /64,\d{3},\d{3} nodes.*at most 1,000,000/,
  },
  { name: 'the same without the inmost nodes', request: query(depthOf400), ...tooExpensive },
  {
    name: 'lists of 100 in lists of 100 in lists of 100',
    request: query(levels(100)),
    ...tooExpensive,
    message: /1,0\d\d,\d{3} nodes/,
  },
  {
    name: 'lists of 400 by variable',
    request: query(levels(0).replaceAll('first: 0', 'first: $n').replace('{', 'query($n: Int) {'), { n: 400 }),
    ...tooExpensive,
  },
  {
    name: 'lists of 400 by the default of a variable',
    request: query(levels(0).replaceAll('first: 0', 'first: $n').replace('{', 'query($n: Int = 400) {')),
    ...tooExpensive,
  },
  {
    name: '1,900 ids of 100 aliases',
    request: query(`query($ids: [ID!]!) { ${each(100, (n) => `a${n}: nodes(ids: $ids) { id }`)} }`, {
      ids: Array.from({ length: 1_900 }, (_, n) => `region:${n}`),
    }),
    ...badInput,
    message: /ids must contain no more than 100/,
  },
];

const cursor = Buffer.from('["announcedOnEarliest","2019-01-01","policy:x"]').toString('base64url');
const after = (text: string) =>
  query('query($after: String) { regions(after: $after, first: 1) { edges { node { id } } } }', { after: text });
const cursors: Hostile[] = [
  ...[
    'nonsense',
    '',
    'W10',
    Buffer.from('[[],[],[]]').toString('base64url'),
    Buffer.from('["name",{"a":1},"x"]').toString('base64url'),
    '\u0000',
    times(1_000, '='),
  ].map((text) => ({
    name: `the cursor ${JSON.stringify(text.slice(0, 20))}`,
    request: after(text),
    ...badInput,
    message: /"after" is not a cursor/,
  })),
  { name: 'a cursor of 50 kB', request: after(times(50_000, 'x')), ...badInput, message: /after must be shorter/ },
  { name: 'a cursor of another order', request: after(cursor), ...badInput, message: /of another order/ },
];

const bodies: Hostile[] = [
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
  { name: 'a form with parts', request: () => ({ method: 'POST', body: formOf('{ __typename }') }), ...unsupported },
  { name: 'no content-type', request: raw(new TextEncoder().encode('{"query":"{ __typename }"}'), {}), ...unsupported },
  {
    name: 'an unknown persisted query',
    request: raw(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: times(64, '0') } } })),
    status: 400,
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  },
  {
    name: 'a persisted query of another hash',
    request: raw(
      JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: times(64, '0') } } }),
    ),
    status: 400,
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
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

function formOf(text: string): FormData {
  const form = new FormData();
  form.set('query', text);
  return form;
}

const get = (search: string) => () => ({ method: 'GET', search });
const urls: Hostile[] = [
  { name: 'GET without a query', request: get(''), ...badRequest },
  { name: 'a mutation by GET', request: get('?query=mutation%7B__typename%7D'), status: 405, code: 'BAD_REQUEST' },
  { name: 'GET of two queries', request: get('?query=%7B__typename%7D&query=%7B__typename%7D'), ...badRequest },
  { name: 'GET with variables that are no JSON', request: get('?query=%7B__typename%7D&variables=%7B'), ...badRequest },
  {
    name: 'GET of 101 aliases',
    request: get(`?query=${encodeURIComponent(`{${each(101, (n) => `a${n}:__typename`)}}`)}`),
    ...tooExpensive,
  },
  { name: 'GET of an address of 100 kB', request: get(`?query=${times(100_000, 'x')}`), status: 431, code: 'HEADERS_TOO_LARGE' },
  { name: 'PUT', request: () => ({ method: 'PUT', headers: json, body: '{}' }), status: 405, code: 'BAD_REQUEST' },
  {
    name: 'GET of variables nested 3,000 deep',
    request: get(`?query=%7B__typename%7D&variables=${nested(3_000, '[', ']', '')}`),
    ...tooDeep,
  },
];

export const hostile: readonly Hostile[] = [...documents, ...variables, ...expensive, ...longIds, ...cursors, ...bodies, ...urls];

/** Strings that would be Cypher, a path or an address if anyone took them for it. */
export const inert: readonly string[] = [
  '`) MATCH (m) DETACH DELETE m //',
  '\\u0060) MATCH (m) DETACH DELETE m //',
  "' OR 1=1 //",
  '" }) DETACH DELETE node //',
  "LOAD CSV FROM 'file:///etc/passwd' AS line",
  "CALL apoc.load.json('http://127.0.0.1/')",
  'file:///etc/passwd',
  '../../../../etc/passwd',
  '$(id)',
  '{{label}}',
  '$f0',
  '$&$1',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '(a+)+$',
  '%00',
  '__proto__',
  'constructor',
];
