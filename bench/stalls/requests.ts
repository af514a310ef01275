/** Requests within the limits that take as much as a client can make them take, one list for each kind of field. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { root } from '../product.js';

export interface ExpensiveRequest {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Ids of the measured graph that requests begin at. */
export interface Hubs {
  readonly region: string;
  readonly agencies: readonly [string, string];
  readonly indicator: string;
  readonly document: string;
  readonly program: string;
}

type Requests = (hubs: Hubs) => readonly ExpensiveRequest[];

const aliases = (count: number, field: string | ((number: number) => string)) =>
  `{ ${Array.from({ length: count }, (_, number) => `field${number}: ${typeof field === 'string' ? field : field(number)}`).join(' ')} }`;
const list = (count: number, item: (number: number) => unknown) =>
  JSON.stringify(Array.from({ length: count }, (_, number) => item(number)));

const schema = buildSchema(readFileSync(`${root}schema.graphql`, 'utf8'));
const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;
const named = (field: GraphQLField<unknown, unknown>, argument: string) =>
  getNamedType(field.args.find(({ name }) => name === argument)!.type);
const valuesOf = (type: unknown) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []);
const facetsOf = (field: GraphQLField<unknown, unknown>): string[] => {
  const connection = getNamedType(field.type);
  const facets = isObjectType(connection) ? connection.getFields()['facets'] : undefined;
  return facets === undefined ? [] : valuesOf(named(facets, 'by'));
};

/** Fields that give a list with an order. */
const listsOf = (type: string) =>
  Object.values(typeOf(type).getFields()).filter(({ args }) => args.some(({ name }) => name === 'orderBy'));

/** What a list of a parent is asked: its count, each order, its facets and tables. */
function ofList(parent: string, within: (field: string) => string, field: GraphQLField<unknown, unknown>): ExpensiveRequest[] {
  const { name } = field;
  const title = `${parent}.${name}`;
  const orders = valuesOf(named(field, 'orderBy')).filter((order) => order.endsWith('_DESC'));
  const facets = facetsOf(field);
  const pages = facets.flatMap((_, index) => (index % 5 === 0 ? [facets.slice(index, index + 5)] : []));
  const needed = name === 'relations' ? 'direction: ANY' : '';
  const called = (args: string) => `${name}${`${needed} ${args}`.trim() === '' ? '' : `(${needed} ${args})`}`;
  const request = (what: string, text: string): ExpensiveRequest => ({ title: `${title}, ${what}`, query: within(text) });
  return [
    request('counted', `${called('first: 100')} { totalCount edges { node { id } } }`),
    ...orders.map((order) => request(order, `${called(`first: 100, orderBy: ${order}`)} { edges { node { id } } }`)),
    ...pages.map((by) =>
      request(`facets ${by.join(' ')}`, `${called('')} { facets(by: [${by.join(' ')}]) { values { value count } } }`),
    ),
    ...pages.map((by) =>
      request(
        `table ${by[0]} ${by.at(-1)}`,
        `${called('')} { crossTable(rows: ${by[0]}, columns: ${by.at(-1)}) { cells { row column count } } }`,
      ),
    ),
  ];
}

/** Each list of the root: every order, facet and a table. */
const rootLists: Requests = () => listsOf('Query').flatMap((field) => ofList('Query', (text) => `{ ${text} }`, field));

/** Each list of an entity that has many of everything. */
const hubLists: Requests = ({ region, agencies: [agency], indicator, document, program }) =>
  Object.entries({ region, agency, indicator, document, program }).flatMap(([field, id]) => {
    const type = field[0]?.toUpperCase() + field.slice(1);
    const within = (text: string) => `{ ${field}(id: ${JSON.stringify(id)}) { ${text} } }`;
    return listsOf(type).flatMap((each) =>
      ofList(type, within, each)
        .filter(({ title }) => !title.endsWith('_DESC') || title.endsWith('COUNT_DESC'))
        .slice(0, 4),
    );
  });

const contains = '{ name: { contains: "of the" } }';
const filters: Requests = ({ region, agencies: [agency] }) => [
  {
    title: 'filter: or of 20 texts',
    query: `{ policies(where: { or: ${list(20, (n) => n).replace(/\d+/g, (n) => `{ name: { contains: "管理${n}" } }`)} }) { totalCount } }`,
  },
  {
    title: 'filter: 49 tests',
    query: `query($where: PolicyFilter) { policies(where: $where) { totalCount edges { node { id } } } }`,
    variables: {
      where: {
        and: Array.from({ length: 3 }, () => ({
          or: Array.from({ length: 16 }, (_, n) => ({ name: { contains: `of the ${n}` } })),
        })),
      },
    },
  },
  {
    title: 'filter: a text of 1,000 characters',
    query: 'query($text: String) { policies(where: { name: { contains: $text } }) { totalCount } }',
    variables: { text: 'of '.repeat(333) },
  },
  {
    title: 'filter: related texts',
    query: `{ policies(where: { issuers: { some: ${contains} } }) { totalCount edges { node { id } } } }`,
  },
  {
    title: 'filter: quantifiers in quantifiers',
    query: `{ policies(where: { issuers: { some: { policies: { some: { issuers: { some: ${contains} } } } } } }) { totalCount } }`,
  },
  {
    title: 'filter: every of none',
    query: `{ policies(where: { issuers: { every: { policies: { none: ${contains} } } } }) { totalCount } }`,
  },
  {
    title: 'filter: relations of relations',
    query: '{ people(where: { relations: { some: { relations: { some: { name: { contains: "of the" } } } } } }) { totalCount } }',
  },
  {
    title: 'filter: regions by what they relate to',
    query: '{ regions(where: { relations: { none: { name: { contains: "of the" } } } }) { totalCount } }',
  },
  { title: 'filter: a count', query: '{ policies(where: { relations: { count: { gte: 3 } } }) { totalCount } }' },
  { title: 'filter: not within', query: `{ regions(where: { not: { within: "${region}" } }) { totalCount } }` },
  {
    title: 'filter: regions of policies not within',
    query: `{ policies(where: { regions: { none: { within: "${region}" } } }) { totalCount } }`,
  },
  {
    title: 'filter: within',
    query: `{ regions(within: "${region}", first: 100, orderBy: POLICIES_COUNT_DESC) { totalCount edges { node { id } } } }`,
  },
  {
    title: 'filter: issued by a hub',
    query: `{ policies(where: { issuedBy: "${agency}", name: { contains: "of" } }, orderBy: ISSUERS_COUNT_DESC) { totalCount facets(by: [ISSUERS, TOPICS]) { values { value count } } } }`,
  },
  { title: 'filter: claims by text', query: '{ claims(where: { text: "of the" }) { totalCount } }' },
  {
    title: 'filter: claims by object',
    query:
      '{ claims(where: { object: { contains: "a" } }, orderBy: OBJECT_DESC, first: 100) { totalCount edges { node { id } } } }',
  },
  {
    title: 'filter: claims of a document that names',
    query: '{ claims(where: { documents: { count: { gte: 2 } } }) { totalCount } }',
  },
  {
    title: 'filter: claims, or of 20',
    query: `{ claims(where: { or: ${list(20, (n) => n).replace(/\d+/g, (n) => `{ object: { contains: "x${n}" } }`)} }) { totalCount } }`,
  },
  { title: 'filter: ids that begin with', query: '{ policies(where: { id: { startsWith: "policy:" } }) { totalCount } }' },
  {
    title: 'filter: known',
    query:
      '{ policies(where: { documentNumber: { known: false } }, orderBy: DOCUMENT_NUMBER_DESC, first: 100) { totalCount edges { node { id } } } }',
  },
  {
    title: 'filter: in 100 values',
    query: 'query($in: [String!]) { policies(where: { name: { in: $in } }) { totalCount } }',
    variables: { in: Array.from({ length: 100 }, (_, n) => `name ${n}`) },
  },
];

const long = (count: number, word: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => word(n))
    .join(' ')
    .slice(0, 200);
const han =
  '关于加强中华人民共和国国务院办公厅管理办法的通知意见实施方案若干措施改革发展工作进一步促进经济社会科技教育卫生环境保护安全生产';
const search: Requests = ({ region }) => [
  { title: 'search', query: '{ search(query: "管理", first: 100) { totalCount edges { node { id name } score } } }' },
  {
    title: 'search, 32 terms',
    query: `{ search(query: ${JSON.stringify(long(60, (n) => 'abcdefghij'.slice(n % 10) + String.fromCharCode(97 + (n % 26))))}, first: 100) { edges { node { id name } } } }`,
  },
  {
    title: 'search, 200 characters without spaces',
    query: `{ search(query: "${(han + han + han + han).slice(0, 200)}", first: 100) { edges { node { id name } } } }`,
  },
  {
    title: 'search, words with errors',
    query: `{ search(query: ${JSON.stringify(long(14, (n) => ['managment', 'regulatoin', 'administation', 'provincail', 'notcie', 'govenrment', 'ministery'][n % 7] as string))}, first: 100) { edges { node { id name } } } }`,
  },
  {
    title: 'search, short prefixes',
    query: `{ search(query: "a b c d e f g h i j k l m n o p q r s t u v w x y z", first: 100) { edges { node { id name } } } }`,
  },
  {
    title: 'search, the commonest words',
    query:
      '{ search(query: "ministry state council people republic china order law", first: 100) { edges { node { id name } } } }',
  },
  {
    title: 'search within a region',
    query: `{ search(query: "管理", within: "${region}", first: 20) { edges { node { id } } } }`,
  },
  { title: 'search within, a rare word', query: `{ search(query: "zzzxq", within: "${region}") { edges { node { id } } } }` },
  {
    title: 'search within, 200 characters',
    query: `{ search(query: "${(han + han + han + han).slice(0, 200)}", within: "${region}", first: 100) { edges { node { id } } } }`,
  },
  {
    title: 'twenty searches',
    query: aliases(20, (n) => `search(query: "管理 notice ${n} law", first: 100) { edges { node { id name } } }`),
  },
  {
    title: 'a hundred names',
    query: 'query($names: [String!]!) { match(names: $names, first: 20) { candidates { node { id name } score } } }',
    variables: { names: Array.from({ length: 100 }, (_, n) => `ministry of ${han.slice(n % 40, (n % 40) + 12)} managment ${n}`) },
  },
  {
    title: 'a hundred long names',
    query: 'query($names: [String!]!) { match(names: $names, first: 20) { candidates { node { id } } } }',
    variables: { names: Array.from({ length: 100 }, (_, n) => `${n} ${(han + han + han + han).slice(n % 30, (n % 30) + 190)}`) },
  },
];

const walks: Requests = ({ region, agencies: [one, other] }) => [
  {
    title: 'paths',
    query: `{ paths(from: "${one}", to: "${region}", maxHops: 6, first: 20) { hops nodes { name } relations { type } } }`,
  },
  { title: 'paths between two hubs', query: `{ paths(from: "${one}", to: "${other}", first: 3) { hops nodes { id } } }` },
  {
    title: 'paths between two hubs, 20 of 6 hops',
    query: `{ paths(from: "${one}", to: "${other}", maxHops: 6, first: 20) { hops nodes { name } relations { type claims { id evidence { summary } } } } }`,
  },
  {
    title: 'paths with mentions',
    query: `{ paths(from: "${one}", to: "${other}", maxHops: 6, first: 20, types: [MENTIONS, HAS_TOPIC, PUBLISHED, ISSUED, PART_OF]) { hops nodes { id } } }`,
  },
  {
    title: 'paths along one type',
    query: `{ paths(from: "${one}", to: "${region}", maxHops: 6, first: 20, types: [PART_OF]) { hops nodes { id } } }`,
  },
  {
    title: 'neighbourhood',
    query: `{ neighbourhood(id: "${region}", depth: 3, first: 500) { nodes { id } relations { type } } }`,
  },
  {
    title: 'neighbourhood with mentions',
    query: `{ neighbourhood(id: "${one}", depth: 3, first: 500, types: [MENTIONS, HAS_TOPIC, PUBLISHED, ISSUED, PART_OF, COVERS]) { nodes { id } relations { type from { id } to { id } claims { id } } } }`,
  },
  {
    title: 'thirty neighbourhoods',
    query: aliases(
      30,
      (n) => `neighbourhood(id: "${[region, one, other][n % 3]}", depth: 3, first: ${100 + n}) { truncated nodes { id } }`,
    ),
  },
  {
    title: 'thirty paths',
    query: aliases(
      30,
      (n) => `paths(from: "${one}", to: "${[region, other][n % 2]}", maxHops: ${3 + (n % 4)}, first: 20) { hops }`,
    ),
  },
  {
    title: 'differences',
    query: `{ differences(about: "${one}", from: "1900-01-01", to: "2026-01-01", first: 100, types: [ISSUED, MENTIONS, PART_OF, COVERS]) { totalCount edges { node { change } } } }`,
  },
  {
    title: 'differences of a region',
    query: `{ differences(about: "${region}", from: "1900-01-01", to: "2026-01-01", first: 100) { totalCount edges { node { change } } } }`,
  },
];

const ofHubs: Requests = ({ region, agencies: [agency], indicator, document, program }) => [
  {
    title: 'timeline of a region',
    query: `{ region(id: "${region}") { timeline(first: 100) { totalCount edges { node { on { edtf } kind title } } } } }`,
  },
  {
    title: 'timeline of an agency',
    query: `{ agency(id: "${agency}") { timeline(last: 100) { totalCount edges { node { on { edtf } kind title claims(first: 1000) { id } } } } } }`,
  },
  {
    title: 'ninety timelines',
    query: aliases(90, (n) => `agency(id: "${agency}") { timeline(first: ${10 + n}) { totalCount } }`),
  },
  {
    title: 'claims of a hub',
    query: `{ region(id: "${region}") { claims(first: 1000) { id predicate evidence { summary document { id } } } } }`,
  },
  {
    title: 'claims of an agency',
    query: `{ agency(id: "${agency}") { claims(first: 1000) { id subject { id } object { id } evidence { summary } recordedIn { id } } } }`,
  },
  {
    title: 'facts of a document',
    query: `{ document(id: "${document}") { facts(first: 100, orderBy: OBJECT_DESC) { totalCount edges { node { id evidence { summary } } } facets(by: [PREDICATE, SUBJECT, OBJECT]) { values { value count } } } } }`,
  },
  {
    title: 'history',
    query: `{ region(id: "${region}") { history(first: 100) { version changeset { id author } changes(first: 1000) { kind id } } } }`,
  },
  {
    title: 'history of an agency',
    query: `{ agency(id: "${agency}") { history(first: 100) { version changes(first: 1000) { kind id } } } }`,
  },
  {
    title: 'history of ten agencies',
    query:
      '{ agencies(first: 10, orderBy: POLICIES_COUNT_DESC) { edges { node { history(first: 100) { changes(first: 90) { kind id } } } } } }',
  },
  {
    title: 'contradictions of a hub',
    query: `{ agency(id: "${agency}") { contradictions(first: 100) { totalCount edges { node { predicate claims { id } } } } } }`,
  },
  {
    title: 'coverage',
    query: aliases(90, `program(id: "${program}") { coverage(region: "${region}") { status via { node { id } } } }`),
  },
  {
    title: 'regions rolled up',
    query: `{ program(id: "${program}") { regions(rollUpTo: PROVINCE, first: 100) { totalCount edges { node { id } via { id } } } } }`,
  },
  {
    title: 'series and statistics',
    query: `{ indicator(id: "${indicator}") { series { value } statistics(by: [REGION, UNIT]) { count sum } } }`,
  },
  {
    title: 'relations of a hub by type',
    query: `{ region(id: "${region}") { relations(first: 100, orderBy: NAME_DESC) { totalCount edges { type node { id name } claims(first: 1000) { id } } facets(by: [TYPE]) { values { value count } } } } }`,
  },
  {
    title: 'observations of a region and what lies in it',
    query: `{ region(id: "${region}") { observations(scope: ANY, first: 100) { totalCount edges { node { value } } } } }`,
  },
  {
    title: 'policies of a region and what lies in it',
    query: `{ region(id: "${region}") { policies(scope: ANY, first: 100, orderBy: ISSUERS_COUNT_DESC) { totalCount edges { node { id } } facets(by: [ISSUERS, TOPICS]) { values { value count } } } } }`,
  },
];

const past = 'asOf: { date: "2015-01-01", knownAt: "2999-01-01T00:00:00Z" }';
const inThePast: Requests = ({ region, agencies: [agency] }) => [
  {
    title: 'as of: policies counted',
    query: `{ policies(${past}, first: 100, orderBy: ISSUERS_COUNT_DESC) { totalCount edges { node { id } } } }`,
  },
  {
    title: 'as of: claims',
    query: `{ claims(${past}, first: 100) { totalCount edges { node { id predicate evidence { summary } } } } }`,
  },
  { title: 'as of: contradictions', query: `{ contradictions(${past}, first: 20) { totalCount edges { node { predicate } } } }` },
  {
    title: 'as of: a hub',
    query: `{ agency(${past}, id: "${agency}") { policies(first: 100) { totalCount edges { node { id name issuers { edges { node { id } } } } } facets(by: [ISSUERS]) { values { value count } } } timeline(first: 100) { totalCount } claims(first: 1000) { id } } }`,
  },
  {
    title: 'as of: neighbourhood',
    query: `{ neighbourhood(${past}, id: "${region}", depth: 3, first: 500) { nodes { id } relations { type } } }`,
  },
  { title: 'as of: paths', query: `{ paths(${past}, from: "${agency}", to: "${region}", maxHops: 6, first: 20) { hops } }` },
  {
    title: 'as of: ninety instants',
    query: aliases(
      90,
      (n) => `policies(asOf: { knownAt: "20${10 + (n % 89)}-01-01T00:00:${String(n % 60).padStart(2, '0')}Z" }) { totalCount }`,
    ),
  },
];

const many: Requests = ({ region }) => [
  {
    title: 'contradictions',
    query:
      '{ contradictions(first: 100) { totalCount edges { node { predicate subject { id } claims { id evidence { summary } } } } } }',
  },
  { title: 'claims', query: '{ claims(first: 100) { totalCount edges { node { id predicate evidence { summary } } } } }' },
  { title: 'changes', query: '{ changes(since: "0.0", first: 100) { cursor changes { id node { id } changeset { id } } } }' },
  {
    title: 'changes of a rare kind',
    query: '{ changes(since: "0.0", first: 100, types: [INDICATOR], kinds: [RELATION_REMOVED]) { cursor atEnd } }',
  },
  {
    title: 'ninety changes of a rare kind',
    query: aliases(90, (n) => `changes(since: "1.${n}", types: [INDICATOR], kinds: [ENTITY_MERGED]) { cursor atEnd }`),
  },
  { title: 'ninety aliases of contradictions', query: aliases(90, 'contradictions(first: 1) { totalCount }') },
  { title: 'ninety aliases of a count', query: aliases(90, 'policies { totalCount }') },
  {
    title: 'ninety filtered counts',
    query: aliases(90, (n) => `policies(where: { name: { contains: "${n}" } }) { totalCount }`),
  },
  {
    title: 'thirty filtered pages',
    query: aliases(30, (n) => `policies(first: 100, where: { name: { contains: "${n}" } }) { edges { node { id } } }`),
  },
  {
    title: 'thirty pages of claims',
    query: aliases(
      30,
      (n) => `claims(first: ${70 + n}, orderBy: ${n % 2 === 0 ? 'OBJECT_DESC' : 'SUBJECT_ASC'}) { edges { node { id } } }`,
    ),
  },
  { title: 'ninety names of one entity', query: aliases(90, `region(id: "${region}") { id name names { value } }`) },
  {
    title: 'a hundred entities by name',
    query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 100 }, (_, n) => `ministry of nothing ${n}`) },
  },
  { title: 'ninety unknown names', query: aliases(90, (n) => `region(id: "Guangdogn ${n}") { id }`) },
  {
    title: 'a list of lists',
    query: '{ regions(first: 100) { edges { node { id programs(first: 20) { edges { node { id name } } } } } } }',
  },
  {
    title: 'lists of lists of lists',
    query:
      '{ agencies(first: 50, orderBy: POLICIES_COUNT_DESC) { edges { node { id policies(first: 10) { edges { node { id name issuers { edges { node { id name } } } topics { edges { node { id } } } claims(first: 5) { id evidence { summary } } } } } } } } }',
  },
  {
    title: '9,900 nodes, all that is known of them',
    query:
      '{ policies(first: 99) { edges { node { id relations(first: 20, direction: ANY) { edges { type node { id name names { value lang } identifiers { value } description } claims { id predicate evidence { summary } } } } } } } }',
  },
  {
    title: 'counts of a list of lists',
    query:
      '{ agencies(first: 100, orderBy: POLICIES_COUNT_DESC) { edges { node { policies(first: 1) { totalCount } people(first: 1) { totalCount } relations(first: 1, direction: ANY) { totalCount } } } } }',
  },
  {
    title: 'facets of a list of lists',
    query:
      '{ agencies(first: 100, orderBy: POLICIES_COUNT_DESC) { edges { node { policies { facets(by: [ANNOUNCED_YEAR]) { values { value count } } } } } } }',
  },
  {
    title: 'filters of a list of lists',
    query:
      '{ agencies(first: 100, orderBy: POLICIES_COUNT_DESC) { edges { node { policies(first: 1, where: { name: { contains: "zzz" } }) { totalCount edges { node { id } } } } } } }',
  },
];

const introspection: Requests = () => [
  { title: 'introspection', query: getIntrospectionQuery() },
  {
    title: 'introspection of types, three times',
    query: aliases(3, '__schema { types { name fields { name args { name type { name ofType { name ofType { name } } } } } } }'),
  },
  {
    title: 'introspection, ninety types',
    query: aliases(
      90,
      (n) =>
        `__type(name: "${['Query', 'PolicyFilter', 'Entity', 'Node'][n % 4]}") { name fields { name description args { name description type { name kind } } type { name } } inputFields { name type { name } } possibleTypes { name } }`,
    ),
  },
  {
    title: 'introspection by a fragment in fragments',
    query:
      'fragment A on __Schema { types { ...B } } fragment B on __Type { name kind fields(includeDeprecated: true) { ...C } inputFields { name } enumValues { name } interfaces { name } possibleTypes { name } } fragment C on __Field { name args { name } type { name ofType { name } } } { a: __schema { ...A } b: __schema { ...A } }',
  },
  {
    title: 'introspection with variables',
    query: 'query($n: String!) { a: __type(name: $n) { fields { name type { fields { name type { name } } } } } }',
    variables: { n: 'Query' },
  },
];

const bodies: Requests = () => [
  {
    title: 'ninety variables with lists of 20',
    query: `query(${Array.from({ length: 90 }, (_, n) => `$v${n}: [ID!]!`).join(' ')}) { ${Array.from({ length: 90 }, (_, n) => `f${n}: nodes(ids: $v${n}) { id }`).join(' ')} }`,
    variables: Object.fromEntries(
      Array.from({ length: 90 }, (_, n) => [`v${n}`, Array.from({ length: 20 }, (_unused, m) => `policy:${n}-${m}`)]),
    ),
  },
  {
    title: 'a document of 2,400 tokens',
    query: `{ ${Array.from({ length: 95 }, (_, n) => `a${n}: policies(first: 1, where: { not: { name: { contains: "${'x'.repeat(900)}" } } }) { pageInfo { hasNextPage } }`).join(' ')} }`,
  },
  {
    title: 'a variable of 900,000 characters',
    query: 'query($q: String!) { search(query: $q) { totalCount } }',
    variables: { q: 'a '.repeat(450_000) },
  },
  {
    title: 'an id of 900,000 characters',
    query: 'query($q: ID!) { node(id: $q) { id } }',
    variables: { q: 'é'.repeat(400_000) },
  },
  {
    title: 'a filter in variables, ten deep',
    query: 'query($w: PolicyFilter) { policies(where: $w) { totalCount } }',
    variables: { w: Array.from({ length: 9 }).reduce<object>((inner) => ({ not: inner }), { name: { contains: 'a' } }) },
  },
];

/** Every kind that is measured, with the title of the kind. */
export const kinds: Readonly<Record<string, Requests>> = {
  rootLists,
  hubLists,
  filters,
  search,
  walks,
  ofHubs,
  inThePast,
  many,
  introspection,
  bodies,
};
