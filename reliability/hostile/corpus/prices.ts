/** Operations that would read or compare too much. */
import { getIntrospectionQuery } from 'graphql';
import { badInput, each, query, tooExpensive, withFilter, type Hostile, type Sender } from '../case.js';

const depthOf400 =
  '{ regions(first: 400) { edges { node { children(first: 400) { edges { node { children(first: 400) { totalCount } } } } } } } }';
const levels = (first: number) =>
  `{ regions(first: ${first}) { edges { node { children(first: ${first}) { edges { node { children(first: ${first}) { edges { node { id } } } } } } } } } }`;

const fifty = Array.from({ length: 50 }, (_, number) => ({ not: { within: `region:n${number}` } }));
const aliases = (count: number, field: string) => `{ ${each(count, (n) => `a${n}: ${field}`)} }`;
const words = (count: number, of = 'an agency') => each(count, (n) => `"name ${n} of ${of}"`);
const within = (count: number) => each(count, () => '{ within: "region:CN" }');
const full = getIntrospectionQuery();
const schemaOf = full.slice(full.indexOf('__schema'), full.indexOf('fragment FullType')).replace(/\}\s*$/, '');
const introspected = (count: number) => `${aliases(count, schemaOf)} ${full.slice(full.indexOf('fragment FullType'))}`;
const hub = 'claims { id predicate object { id name } evidence { summary document { id title } } }';

/** Most of these take a second of a busy machine: runs of the tests send the others. */
const long = (name: string) => (/\d\d times|2,000/.test(name) ? { isLong: true as const } : {});

/** Much work for few characters: each must be refused, or ended at its deadline. */
const priced: readonly (readonly [name: string, text: string, as?: Sender])[] = [
  ['introspection, 80 times', introspected(80)],
  ['names of 100 entities, 20 times', aliases(20, `match(names: [${words(100)}]) { name }`)],
  ['2,000 names', `{ ${each(20, (n) => `a${n}: match(names: [${words(100, `agency ${n}`)}]) { name }`)} }`],
  ['regions not in 99 regions', aliases(99, 'regions(first: 1, where: { not: { within: "region:CN" } }) { totalCount }')],
  ['neighbourhoods of depth 3, 99 times', aliases(99, 'neighbourhood(id: "region:CN", depth: 3, first: 500) { nodes { id } }')],
  [
    'policies of issuers of policies of issuers',
    '{ policies(first: 100) { edges { node { issuers(first: 100) { edges { node { policies(first: 100) { edges { node { issuers(first: 100) { edges { node { id } } } } } } } } } } } } }',
  ],
  [
    'quantifiers in quantifiers',
    aliases(
      20,
      'policies(first: 1, where: { issuers: { some: { policies: { some: { issuers: { some: { policies: { some: { name: { contains: "x" } } } } } } } } } }) { totalCount }',
    ),
  ],
];
/** The same kinds with less of each: they are answered of a small graph. */
const affordable: readonly (readonly [name: string, text: string])[] = [
  [
    'the claims of an agency with their evidence, 40 times',
    `query { agency(id: "agency:cn-mofcom") { ${each(40, (n) => `a${n}: ${hub}`)} } }`,
  ],
  ['searches, 99 times', aliases(99, 'search(query: "a car of an agency") { totalCount }')],
  [
    'paths of six hops, 99 times',
    aliases(99, 'paths(from: "region:CN", to: "agency:cn-mofcom", maxHops: 6, first: 20) { hops }'),
  ],
  ['facets of all policies, 99 times', aliases(99, 'policies(first: 1) { facets(by: [KIND, STATUS, ISSUERS]) { by } }')],
  ['a search within a country', '{ search(query: "a", within: "region:CN") { totalCount } }'],
  ['20 times within a country', `{ regions(first: 1, where: { and: [${within(20)}] }) { totalCount } }`],
  ['contradictions, 90 times', aliases(90, 'contradictions(first: 1) { edges { cursor } }')],
  ['the last claim, 90 times', aliases(90, 'claims(last: 1) { edges { node { id } } }')],
  ['a policy, 90 times', aliases(90, 'policies(first: 1) { edges { node { id } } }')],
  ['the last policy by its date, 90 times', aliases(90, 'policies(last: 1, orderBy: ANNOUNCED_DESC) { edges { node { id } } }')],
  [
    'a claim of a subject that contains a word, 48 times',
    aliases(48, 'claims(first: 1, where: { subject: { in: ["region:CN"] } }) { totalCount }'),
  ],
  ['the names of 100 entities', `{ match(names: [${words(100)}]) { name } }`],
  ['texts that are in no name, 49 times', aliases(49, 'policies(first: 1, where: { name: { contains: "zq1" } }) { totalCount }')],
  ['the changes of all changesets, 50 times', aliases(50, 'changes(first: 100) { changes { id } }')],
  [
    'differences of a country over 100 years',
    '{ differences(about: "region:CN", from: "1926-01-01", to: "2026-01-01", first: 100) { edges { cursor } } }',
  ],
  ['the schema', full],
];

export const prices: readonly Hostile[] = [
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
  ...[
    ['ids', (n: number) => `a${n}: nodes(ids: $list) { id }`],
    ['ids of a filter', (n: number) => `a${n}: regions(where: { id: { in: $list } }) { totalCount }`],
  ].flatMap(([what, field]) => {
    const list = Array.from({ length: 1_900 }, (_, n) => `region:${n}`);
    const request = (count: number) => query(`query($list: [ID!]!) { ${each(count, field as (n: number) => string)} }`, { list });
    return [
      { name: `1,900 ${String(what)}`, request: request(1), ...badInput, message: /must contain no more than 100/ },
      { name: `1,900 ${String(what)}, 100 times`, request: request(100), ...tooExpensive, message: /180,\d00 units of work/ },
    ];
  }),
  {
    name: '9,900 wrong arguments',
    request: query(
      `{ regions(first: 100) { edges { node { ${each(99, (n) => `a${n}: children(first: 0) { totalCount }`)} } } } }`,
    ),
    ...badInput,
  },
  {
    name: 'wrong arguments of 9,900 items, each of which may be null',
    request: query(
      `query($ids: [ID!]!) { ${each(99, (n) => `a${n}: nodes(ids: $ids) { ... on Region { children(first: 0) { totalCount } } }`)} }`,
      { ids: Array.from({ length: 100 }, () => 'region:CN') },
    ),
    ...badInput,
    status: 200,
    longest: 100_000,
  },
  {
    name: '1,900 names to match, 100 times',
    request: query(`query($names: [String!]!) { ${each(100, (n) => `a${n}: match(names: $names) { name }`)} }`, {
      names: Array.from({ length: 1_900 }, (_, n) => `name ${n}`),
    }),
    ...tooExpensive,
  },
  ...priced.map(([name, text, as]) => ({
    name,
    request: () => query(text, undefined, as)(),
    isPriced: true as const,
    ...long(name),
    ...tooExpensive,
  })),
  ...affordable.map(([name, text]) => ({
    name,
    request: () => query(text)(),
    isPriced: true as const,
    ...long(name),
    status: 200,
  })),
];
