/** Requests that take much work, or could: none may keep others waiting. */
import { getIntrospectionQuery } from 'graphql';

export interface ExpensiveRequest {
  readonly title: string;
  readonly query: string;
}

const aliases = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, number) => `field${number}: ${field}`).join(' ')} }`;
const hub = 'region:CN';

export const expensiveRequests: readonly ExpensiveRequest[] = [
  { title: 'introspection', query: getIntrospectionQuery() },
  {
    title: 'introspection of types, three times',
    query: aliases(3, '__schema { types { name fields { name args { name } } } }'),
  },
  { title: 'search', query: '{ search(query: "管理", first: 100) { edges { node { id name } score } } }' },
  { title: 'search within a region', query: `{ search(query: "管理", within: "${hub}", first: 20) { edges { node { id } } } }` },
  { title: 'contradictions', query: '{ contradictions(first: 20) { totalCount edges { node { predicate subject { id } } } } }' },
  { title: 'claims', query: '{ claims(first: 100) { totalCount edges { node { id predicate evidence { summary } } } } }' },
  { title: 'claims of a hub', query: `{ region(id: "${hub}") { claims { id evidence { summary } } } }` },
  {
    title: 'policies of a hub',
    query: `{ region(id: "${hub}") { policies(first: 100) { totalCount edges { node { id name } } } } }`,
  },
  { title: 'facets', query: '{ policies { facets(by: [KIND, STATUS, ANNOUNCED_YEAR, ISSUERS]) { values { value count } } } }' },
  {
    title: 'cross table',
    query: '{ policies { crossTable(rows: ISSUERS, columns: ANNOUNCED_YEAR) { cells { row column count } } } }',
  },
  {
    title: 'paths',
    query: '{ paths(from: "agency:cn-state-council", to: "region:CN-440100", maxHops: 6, first: 20) { hops nodes { name } } }',
  },
  {
    title: 'a neighbourhood',
    query: `{ neighbourhood(id: "${hub}", depth: 3, first: 500) { nodes { id } relations { type } } }`,
  },
  {
    title: 'timeline',
    query: `{ region(id: "${hub}") { timeline(first: 100) { edges { node { on { edtf } kind title } } } } }`,
  },
  { title: 'changes', query: '{ changes(since: "0.0", first: 100) { cursor changes { id } } }' },
  { title: 'ninety aliases of contradictions', query: aliases(90, 'contradictions(first: 1) { totalCount }') },
  { title: 'ninety aliases of a count', query: aliases(90, 'policies { totalCount }') },
  {
    title: 'a list of lists',
    query: `{ regions(first: 100) { edges { node { id programs(first: 20) { edges { node { id name } } } } } } }`,
  },
];
