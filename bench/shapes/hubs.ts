/** What an entity with thousands of relations has: pages, counts and groups. */
import { edtf, edtfOf, hub, since, type Shape } from './shape.js';

const dated = `id: node.id, name: node.name, announcedOn: ${edtfOf('node.announcedOn')}`;
const nodes = (list: readonly any[]) =>
  list.map(({ announcedOn, ...node }) => ({ node: { ...node, announcedOn: edtf(announcedOn) } }));
const oldest = 'sort: [{ announcedOnEarliest: ASC }, { id: ASC }]';

const pageWithCount: Shape = {
  id: 's7',
  title: 'an agency with thousands of policies: their number and the first 50 by date',
  query: `query s7($id: ID!) {
    agency(id: $id) { id name policies(first: 50, orderBy: ANNOUNCED_ASC) { totalCount edges { role node { id name announcedOn { edtf } } } } }
  }`,
  variables: () => ({ id: hub }),
  peer: {
    query: `query s7($id: ID!) {
      agencies(where: { id: { eq: $id } }) {
        id name policiesConnection(first: 50, sort: [{ node: { announcedOnEarliest: ASC } }, { edge: { id: ASC } }]) {
          totalCount edges { properties { role } node { id name announcedOn } }
        }
      }
    }`,
    toAnswer: ({ agencies: [{ id, name, policiesConnection }] }) => ({
      agency: {
        id,
        name,
        policies: {
          totalCount: policiesConnection.totalCount,
          edges: policiesConnection.edges.map(({ properties: { role }, node }: any) => ({ role, ...nodes([node])[0] })),
        },
      },
    }),
  },
  cypher: `MATCH (agency:Entity {id: $id})
    RETURN {agency: {id: agency.id, name: agency.name, policies: {
      totalCount: COUNT { (agency)-[:ISSUED]->(:Policy) },
      edges: COLLECT {
        MATCH (agency)-[issued:ISSUED]->(node:Policy)
        WITH issued, node ORDER BY node.announcedOnEarliest, issued.id LIMIT 50
        RETURN {role: issued.role, node: {${dated}}}
      }}}} AS answer`,
};

/** PolicyGraph settles ties by the id of the relation, `@neo4j/graphql` by that of the policy. */
function byDateAndId(answer: any): unknown {
  const { edges } = answer.agencies.edges[0].node.policies;
  const key = ({ node }: any) => node.announcedOn.edtf + node.id;
  edges.sort((one: any, other: any) => (key(one) < key(other) ? -1 : 1));
  return answer;
}

const byNameOfIssuer: Shape = {
  id: 's8',
  title: 'the first 20 policies of the issuer of a name',
  query: `query s8($name: String, $since: Date) {
    agencies(first: 5, where: { name: { eq: $name } }) { edges { node {
      policies(first: 20, where: { announcedOn: { gte: $since } }, orderBy: ANNOUNCED_ASC) { edges { node { id name announcedOn { edtf } } } }
    } } }
  }`,
  variables: () => ({ name: 'State Council', since }),
  peer: {
    query: `query s8($name: String, $since: String) {
      policies(limit: 20, where: { issuers: { some: { name: { eq: $name } } }, announcedOnEarliest: { gte: $since } }, ${oldest}) {
        id name announcedOn
      }
    }`,
    toAnswer: ({ policies }) => ({ agencies: { edges: [{ node: { policies: { edges: nodes(policies) } } }] } }),
  },
  cypher: `MATCH (agency:Agency {name: $name})
    RETURN {agencies: {edges: collect({node: {policies: {edges: COLLECT {
      MATCH (agency)-[issued:ISSUED]->(node:Policy) WHERE node.announcedOnEarliest >= $since
      WITH issued, node ORDER BY node.announcedOnEarliest, issued.id LIMIT 20
      RETURN {node: {${dated}}}
    }}}})}} AS answer`,
  ordered: byDateAndId,
};

const byIdOfIssuer: Shape = {
  id: 's8b',
  title: 'policies filtered by the id of their issuer: the first 20',
  query: `query s8b($id: ID, $since: Date) {
    policies(first: 20, where: { issuedBy: $id, announcedOn: { gte: $since } }, orderBy: ANNOUNCED_ASC) { edges { node { id name announcedOn { edtf } } } }
  }`,
  variables: () => ({ id: hub, since }),
  peer: {
    query: `query s8b($id: ID, $since: String) {
      policies(limit: 20, where: { issuers: { some: { id: { eq: $id } } }, announcedOnEarliest: { gte: $since } }, ${oldest}) {
        id name announcedOn
      }
    }`,
    toAnswer: ({ policies }) => ({ policies: { edges: nodes(policies) } }),
  },
  cypher: `MATCH (:Entity {id: $id})-[:ISSUED]->(node:Policy) WHERE node.announcedOnEarliest >= $since
    WITH DISTINCT node ORDER BY node.announcedOnEarliest, node.id LIMIT 20
    RETURN {policies: {edges: collect({node: {${dated}}})}} AS answer`,
};

const byYear: Shape = {
  id: 's9',
  title: 'policies of an agency by year (@neo4j/graphql: a field of hand-written Cypher, since it cannot group)',
  query: `query s9($id: ID!) { agency(id: $id) { id policies { facets(by: [ANNOUNCED_YEAR]) { values { value count } } } } }`,
  variables: () => ({ id: hub }),
  peer: {
    query: `query s9($id: ID!) { agencies(where: { id: { eq: $id } }) { id policiesByYear { value count } } }`,
    toAnswer: ({ agencies: [{ id, policiesByYear }] }) => ({
      agency: { id, policies: { facets: [{ values: policiesByYear }] } },
    }),
  },
  cypher: `MATCH (agency:Entity {id: $id})-[:ISSUED]->(policy:Policy)
    WITH agency.id AS id, left(policy.announcedOnEarliest, 4) AS value, count(*) AS count ORDER BY count DESC, value
    WITH id, collect({value: value, count: count}) AS values
    RETURN {agency: {id: id, policies: {facets: [{values: values}]}}} AS answer`,
  ordered(answer: any) {
    answer.agency.policies.facets[0].values.sort(
      (one: any, other: any) => other.count - one.count || (String(one.value) < String(other.value) ? -1 : 1),
    );
    return answer;
  },
};

const count: Shape = {
  id: 's9b',
  title: 'how many policies an agency has',
  query: `query s9b($id: ID!) { agency(id: $id) { id policies { totalCount } } }`,
  variables: () => ({ id: hub }),
  peer: {
    query: `query s9b($id: ID!) { agencies(where: { id: { eq: $id } }) { id policiesConnection { aggregate { count { nodes } } } } }`,
    toAnswer: ({ agencies: [{ id, policiesConnection }] }) => ({
      agency: { id, policies: { totalCount: policiesConnection.aggregate.count.nodes } },
    }),
  },
  cypher: `MATCH (agency:Entity {id: $id})
    RETURN {agency: {id: agency.id, policies: {totalCount: COUNT { (agency)-[:ISSUED]->(:Policy) }}}} AS answer`,
};

export const hubs = [pageWithCount, byNameOfIssuer, byIdOfIssuer, byYear, count];
