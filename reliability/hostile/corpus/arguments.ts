/** Numbers, dates, names and lists that an argument cannot be. */
import { badInput, badRequest, invalid, query, type Hostile } from '../case.js';

const shown = (value: unknown) => JSON.stringify(value) ?? String(value);
const first = 'query($n: Int) { regions(first: $n) { totalCount } }';
const numbers = [1.5, '5', true, {}, [1, 2], 2_147_483_648, -2_147_483_649, 9_007_199_254_740_991];
const day = 'query($d: Date!) { regions(first: 1, asOf: { date: $d }) { totalCount } }';
const days = [
  'yesterday',
  '2024-13-01',
  '2024-02-30',
  '2023-02-29',
  '2024-1-1',
  '2024-01-01T00:00:00Z',
  '0000-00-00',
  '99999-01-01',
  '-2024-01-01',
  '２０２４-01-01',
  '2024-01-01\u0000',
  ' 2024-01-01',
  '2024-01-01; DROP',
  20_240_101,
  { date: '2024-01-01' },
];
const instant = 'query($t: DateTime!) { regions(first: 1, asOf: { knownAt: $t }) { totalCount } }';
const instants = [
  'now',
  '2024-01-01',
  '2024-01-01T25:00:00Z',
  '2024-01-01T00:00:00',
  '2024-02-30T00:00:00Z',
  '1e9',
  1_700_000_000,
];
const range = 'query($f: Date, $t: Date) { observations(first: 1, period: { from: $f, to: $t }) { totalCount } }';

const wrong: readonly (readonly [name: string, text: string, variables?: unknown])[] = [
  ['an unknown type to search', 'query($t: [EntityType!]) { search(query: "x", types: $t) { totalCount } }', { t: ['Hack'] }],
  ['a query of 201 characters', 'query($q: String!) { search(query: $q) { totalCount } }', { q: 'x'.repeat(201) }],
  ['101 names to match', 'query($n: [String!]!) { match(names: $n) { name } }', { n: Array.from({ length: 101 }, () => 'x') }],
  ['a name of 201 characters to match', 'query($n: [String!]!) { match(names: $n) { name } }', { n: ['x'.repeat(201)] }],
  ['21 candidates of a name', '{ match(names: ["x"], first: 21) { name } }'],
  ['21 paths', '{ paths(from: "region:CN", to: "region:US", first: 21) { hops } }'],
  ['paths of 50 hops', '{ paths(from: "region:CN", to: "region:US", maxHops: 50) { hops } }'],
  ['paths of no hops', '{ paths(from: "region:CN", to: "region:US", maxHops: 0) { hops } }'],
  ['101 changes', '{ changes(first: 101) { cursor } }'],
  ['no changes', '{ changes(first: 0) { cursor } }'],
  ['changes since what is no cursor', '{ changes(since: "1.0; DROP") { cursor } }'],
  ['changes since the future', '{ changes(since: "999999999.0") { cursor } }'],
  ['changes since a number beyond all', '{ changes(since: "99999999999999999999.99999999999999999999") { cursor } }'],
  ['six facets', '{ policies { facets(by: [KIND, STATUS, ISSUERS, KIND, STATUS, KIND]) { by } } }'],
  [
    '101 values to be in',
    'query($i: [ID!]) { regions(where: { id: { in: $i } }) { totalCount } }',
    { i: Array.from({ length: 101 }, (_, number) => `region:${number}`) },
  ],
  [
    'differences that end before they begin',
    '{ differences(about: "region:CN", from: "2024-01-01", to: "2019-01-01") { edges { cursor } } }',
  ],
  ['a null condition', '{ policies(where: { issuedBy: null }) { totalCount } }'],
  ['a condition without its variable', 'query($i: ID) { policies(where: { issuedBy: $i }) { totalCount } }', {}],
  ['a variable that is not declared', 'query($i: ID) { policies(where: { issuedBy: $i }) { totalCount } }', { I: 'x' }],
  [
    'a text of 1,001 characters in a filter',
    'query($t: String) { policies(where: { name: { contains: $t } }) { totalCount } }',
    { t: 'x'.repeat(1_001) },
  ],
  ['11 levels of a filter', `{ policies(where: ${'{not: '.repeat(11)}{name: {eq: null}}${'}'.repeat(11)}) { totalCount } }`],
];
/** A field that may be null is null, beside the error. */
const beside: readonly (readonly [name: string, text: string])[] = [
  ['a neighbourhood of 501', '{ neighbourhood(id: "region:CN", first: 501) { nodes { id } } }'],
  ['a neighbourhood of depth 4', '{ neighbourhood(id: "region:CN", depth: 4) { nodes { id } } }'],
  ['1,001 claims', '{ region(id: "region:CN") { claims(first: 1001) { id } } }'],
];
const invalidly: readonly (readonly [name: string, text: string])[] = [
  ['a text for a day', '{ policies(where: { announcedOn: { gte: "x" } }) { totalCount } }'],
  ['a text for a number', '{ regions(first: "5") { totalCount } }'],
  ['a fraction for a number', '{ regions(first: 1.5) { totalCount } }'],
  ['an enum for a text', '{ search(query: HACK) { totalCount } }'],
  ['an unknown order', '{ regions(orderBy: HACK) { totalCount } }'],
  ['an order that is Cypher', '{ regions(orderBy: "name; DROP") { totalCount } }'],
  ['an argument twice', '{ regions(first: 1, first: 2) { totalCount } }'],
  ['an unknown argument', '{ regions(limit: 1) { totalCount } }'],
  ['a key of an object twice', '{ regions(where: { name: { eq: "a" }, name: { eq: "b" } }) { totalCount } }'],
  ['an object of an unknown key', '{ regions(where: { __proto__: { eq: "a" } }) { totalCount } }'],
  ['a required argument that is missing', '{ region { id } }'],
  ['a required argument that is null', '{ region(id: null) { id } }'],
];

export const args: readonly Hostile[] = [
  ...numbers.map((value) => ({ name: `the number ${shown(value)}`, request: query(first, { n: value }), ...badInput })),
  ...days.map((value) => ({ name: `the day ${shown(value)}`, request: query(day, { d: value }), ...badInput })),
  ...instants.map((value) => ({ name: `the instant ${shown(value)}`, request: query(instant, { t: value }), ...badInput })),
  ...wrong.map(([name, text, variables]) => ({ name, request: query(text, variables), ...badInput })),
  ...beside.map(([name, text]) => ({ name, request: query(text), ...badInput, status: 200 })),
  ...invalidly.map(([name, text]) => ({ name, request: query(text), ...invalid })),
  ...['1e400', '12345678901234567890', '0.1234567890123456789012345'].map((number) => ({
    name: `the number ${number} of a body`,
    request: () => ({ ...query('x')(), body: `{"query":${JSON.stringify(first)},"variables":{"n":${number}}}` }),
    ...badRequest,
  })),
  {
    name: 'a period that ends before it begins',
    request: query(range, { f: '2024-01-01', t: '2019-01-01' }),
    status: 200,
    data: { observations: { totalCount: 0 } },
  },
  {
    name: 'a path from a node to itself',
    request: query('{ paths(from: "region:CN", to: "region:CN") { hops } }'),
    status: 200,
    data: { paths: [{ hops: 0 }] },
  },
];
