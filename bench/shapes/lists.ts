/** Pages of filtered and ordered lists. */
import { byName, edtf, edtfOf, first, since, type Shape } from './shape.js';

const own = `id name announcedOn { edtf } documentNumber`;
const filter = '{ announcedOn: { gte: $since }, name: { contains: $word } }';
const peerFilter = '{ announcedOnEarliest: { gte: $since }, name: { contains: $word } }';
const newest = 'sort: [{ announcedOnEarliest: DESC }, { id: DESC }]';
const pageOf = (skip: string) => `MATCH (node:Policy) WHERE node.announcedOnEarliest >= $since AND node.name CONTAINS $word
    WITH node ORDER BY node.announcedOnEarliest DESC, node.id DESC ${skip} LIMIT 20
    RETURN {policies: {edges: collect({node: {
      id: node.id, name: node.name, announcedOn: ${edtfOf('node.announcedOn')}, documentNumber: node.documentNumber
    }})}} AS answer`;
const policies = ({ policies: list }: any) => ({
  policies: { edges: list.map((node: any) => ({ node: { ...node, announcedOn: edtf(node.announcedOn) } })) },
});

const firstPage: Shape = {
  id: 's4',
  title: 'policies by date and a word of the name, newest first: the first 20',
  query: `query s4($since: Date, $word: String) {
    policies(first: 20, where: ${filter}, orderBy: ANNOUNCED_DESC) { edges { node { ${own} } } }
  }`,
  variables: ({ word }) => ({ since, word }),
  peer: {
    query: `query s4($since: String, $word: String) {
      policies(limit: 20, where: ${peerFilter}, ${newest}) { id name announcedOn documentNumber }
    }`,
    toAnswer: policies,
  },
  cypher: pageOf(''),
};

const deepPage: Shape = {
  id: 's5',
  title: 'the same list, page 100 (PolicyGraph by cursor, the others by offset)',
  query: `query s5($since: Date, $word: String, $after: String) {
    policies(first: 20, after: $after, where: ${filter}, orderBy: ANNOUNCED_DESC) { edges { node { ${own} } } }
  }`,
  variables: ({ word, after }) => ({ since, word, after }),
  peerVariables: ({ word, offset }) => ({ since, word, offset }),
  peer: {
    query: `query s5($since: String, $word: String, $offset: Int) {
      policies(limit: 20, offset: $offset, where: ${peerFilter}, ${newest}) { id name announcedOn documentNumber }
    }`,
    toAnswer: policies,
  },
  cypher: pageOf('SKIP toInteger($offset)'),
};

const withIssuers: Shape = {
  id: 's6',
  title: '100 policies, their issuers, and where these are',
  query: `query s6($since: Date) {
    policies(first: 100, where: { announcedOn: { gte: $since } }, orderBy: NAME_ASC) { edges { node {
      id name issuers(first: 10) { edges { role node { id name location { id name } } } }
    } } }
  }`,
  variables: () => ({ since }),
  peer: {
    query: `query s6($since: String) {
      policies(limit: 100, where: { announcedOnEarliest: { gte: $since } }, sort: [{ name: ASC }, { id: ASC }]) {
        id name issuersConnection(first: 10, ${byName}) { edges { properties { role } node { id name location { id name } } } }
      }
    }`,
    toAnswer: ({ policies: list }) => ({
      policies: {
        edges: list.map(({ id, name, issuersConnection }: any) => ({
          node: { id, name, issuers: { edges: issuersConnection.edges.map(issuer) } },
        })),
      },
    }),
  },
  cypher: `MATCH (policy:Policy) WHERE policy.announcedOnEarliest >= $since
    WITH policy ORDER BY policy.name, policy.id LIMIT 100
    RETURN {policies: {edges: collect({node: {id: policy.id, name: policy.name, issuers: {edges: COLLECT {
      MATCH (policy)<-[issued:ISSUED]-(agency:Agency)
      WITH issued, agency ORDER BY agency.name, issued.id LIMIT 10
      RETURN {role: issued.role, node: {id: agency.id, name: agency.name, location: head(COLLECT {
        MATCH (agency)-[:LOCATED_IN]->(region:Region) RETURN {id: region.id, name: region.name}
      })}}
    }}}})}} AS answer`,
};

const issuer = ({ properties: { role }, node: { id, name, location } }: any) => ({
  role,
  node: { id, name, location: first(location) },
});

export const lists = [firstPage, deepPage, withIssuers];
