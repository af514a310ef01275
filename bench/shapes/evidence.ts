/** The question of the pilot, with the evidence of each relation. */
import { byName, edtf, edtfOf, first, pilot, type Shape } from './shape.js';

const pilotRegions: Shape = {
  id: 's10',
  title: 'the regions of the pilot: validity, parent, claims, evidence, documents',
  query: `query s10($id: ID!) {
    program(id: $id) { regions(first: 50) { totalCount edges {
      batch validity { from { edtf } } node { name parent { name } } claims { id evidence { summary document { title } } }
    } } }
  }`,
  variables: () => ({ id: pilot }),
  peer: {
    query: `query s10($id: ID!) {
      programs(where: { id: { eq: $id } }) {
        regionsConnection(first: 50, ${byName}) { totalCount edges { properties { batch from claimIds } node { name parent { name } } } }
        claims(where: { predicate: { eq: "COVERS" } }) {
          id documentsConnection(sort: [{ edge: { position: ASC } }]) { edges { properties { summary } node { title } } }
        }
      }
    }`,
    toAnswer: ({ programs: [{ regionsConnection, claims }] }) => {
      const claimsById = new Map(claims.map((claim: any) => [claim.id, claimOf(claim)]));
      return {
        program: {
          regions: {
            totalCount: regionsConnection.totalCount,
            edges: regionsConnection.edges.map(({ properties: { batch, from, claimIds }, node: { name, parent } }: any) => ({
              batch,
              validity: { from: edtf(from) },
              node: { name, parent: first(parent) },
              claims: claimIds.map((id: string) => claimsById.get(id)),
            })),
          },
        },
      };
    },
  },
  cypher: `MATCH (program:Entity {id: $id})
    RETURN {program: {regions: {totalCount: COUNT { (program)-[:COVERS]->(:Region) }, edges: COLLECT {
      MATCH (program)-[covers:COVERS]->(region:Region)
      WITH covers, region ORDER BY region.name, covers.id LIMIT 50
      RETURN {batch: covers.batch, validity: {from: ${edtfOf('covers.from')}},
        node: {name: region.name, parent: head(COLLECT { MATCH (region)-[:PART_OF]->(parent:Region) RETURN {name: parent.name} })},
        claims: COLLECT {
          UNWIND covers.claimIds AS claimId
          MATCH (claim:Claim {id: claimId})
          RETURN {id: claim.id, evidence: COLLECT {
            MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Document)
            WITH evidence, document ORDER BY evidence.position
            RETURN {summary: evidence.summary, document: {title: document.title}}
          }}
        }}
    }}}} AS answer`,
};

/** In `@neo4j/graphql` a relation has no claims: they are the program's, and the client joins them by their ids. */
const claimOf = ({ id, documentsConnection }: any) => ({
  id,
  evidence: documentsConnection.edges.map(({ properties: { summary }, node: { title } }: any) => ({
    summary,
    document: { title },
  })),
});

export const evidence = [pilotRegions];
