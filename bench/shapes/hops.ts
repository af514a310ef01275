/** From one entity to what it is related to. */
import { byName, pilot, type Shape } from './shape.js';

const nameLists = 'names nameLanguages nameKinds';

const lookUp: Shape = {
  id: 's1',
  title: 'an entity by id, with its names',
  query: `query s1($id: ID!) {
    policy(id: $id) { id name names { value lang kind } announcedOn { edtf earliest latest } documentNumber }
  }`,
  variables: ({ policy }) => ({ id: policy }),
  peer: {
    query: `query s1($id: ID!) {
      policies(where: { id: { eq: $id } }) { id name ${nameLists} announcedOn announcedOnEarliest announcedOnLatest documentNumber }
    }`,
    toAnswer: ({ policies: [policy] }) => ({
      policy: {
        id: policy.id,
        name: policy.name,
        names: policy.names.map((value: string, index: number) => ({
          value,
          lang: policy.nameLanguages[index],
          kind: policy.nameKinds[index],
        })),
        announcedOn: dateOf(policy.announcedOn, policy.announcedOnEarliest, policy.announcedOnLatest),
        documentNumber: policy.documentNumber,
      },
    }),
  },
  cypher: `MATCH (node:Entity {id: $id})
    RETURN {policy: {id: node.id, name: node.name, documentNumber: node.documentNumber,
      names: [i IN range(0, size(node.names) - 1) | {value: node.names[i], lang: node.nameLanguages[i], kind: node.nameKinds[i]}],
      announcedOn: CASE WHEN node.announcedOn IS NULL THEN NULL
        ELSE {edtf: node.announcedOn, earliest: node.announcedOnEarliest, latest: node.announcedOnLatest} END}} AS answer`,
};

const regionsOfProgram: Shape = {
  id: 's2',
  title: 'a program, its regions and what the relations say',
  query: `query s2($id: ID!) {
    program(id: $id) { id name regions(first: 50) { edges { batch validity { from { edtf earliest latest } } node { id name level } } } }
  }`,
  variables: () => ({ id: pilot }),
  peer: {
    query: `query s2($id: ID!) {
      programs(where: { id: { eq: $id } }) {
        id name regionsConnection(first: 50, ${byName}) { edges { properties { batch from fromEarliest fromLatest } node { id name level } } }
      }
    }`,
    toAnswer: ({ programs: [{ id, name, regionsConnection }] }) => ({
      program: {
        id,
        name,
        regions: {
          edges: regionsConnection.edges.map(({ properties: { batch, from, fromEarliest, fromLatest }, node }: any) => ({
            batch,
            validity: { from: dateOf(from, fromEarliest, fromLatest) },
            node,
          })),
        },
      },
    }),
  },
  cypher: `MATCH (program:Entity {id: $id})
    RETURN {program: {id: program.id, name: program.name, regions: {edges: COLLECT {
      MATCH (program)-[covers:COVERS]->(region:Region)
      WITH covers, region ORDER BY region.name, covers.id LIMIT 50
      RETURN {batch: covers.batch, node: {id: region.id, name: region.name, level: region.level},
        validity: {from: CASE WHEN covers.from IS NULL THEN NULL
          ELSE {edtf: covers.from, earliest: covers.fromEarliest, latest: covers.fromLatest} END}}
    }}}} AS answer`,
};

const threeLevels: Shape = {
  id: 's3',
  title: 'three levels: a program, its regions, their parents, the programs of these',
  query: `query s3($id: ID!) {
    program(id: $id) { id name regions(first: 50) { edges { node { id name parent {
      id name programs(first: 10) { edges { batch node { id name } } }
    } } } } }
  }`,
  variables: () => ({ id: pilot }),
  peer: {
    query: `query s3($id: ID!) {
      programs(where: { id: { eq: $id } }) { id name regionsConnection(first: 50, ${byName}) { edges { node { id name parent {
        id name programsConnection(first: 10, ${byName}) { edges { properties { batch } node { id name } } }
      } } } } }
    }`,
    toAnswer: ({ programs: [{ id, name, regionsConnection }] }) => ({
      program: { id, name, regions: { edges: regionsConnection.edges.map(({ node }: any) => ({ node: withParent(node) })) } },
    }),
  },
  cypher: `MATCH (program:Entity {id: $id})
    RETURN {program: {id: program.id, name: program.name, regions: {edges: COLLECT {
      MATCH (program)-[covers:COVERS]->(region:Region)
      WITH covers, region ORDER BY region.name, covers.id LIMIT 50
      RETURN {node: {id: region.id, name: region.name, parent: head(COLLECT {
        MATCH (region)-[:PART_OF]->(parent:Region)
        RETURN {id: parent.id, name: parent.name, programs: {edges: COLLECT {
          MATCH (parent)<-[other:COVERS]-(node:Program)
          WITH other, node ORDER BY node.name, other.id LIMIT 10
          RETURN {batch: other.batch, node: {id: node.id, name: node.name}}
        }}}
      })}}
    }}}} AS answer`,
};

const withParent = ({ id, name, parent: [parent] }: any) => ({
  id,
  name,
  parent:
    parent === undefined
      ? null
      : {
          id: parent.id,
          name: parent.name,
          programs: {
            edges: parent.programsConnection.edges.map(({ properties, node }: any) => ({ batch: properties.batch, node })),
          },
        },
});

const dateOf = (text: string | null, earliest: string | null, latest: string | null) =>
  text === null ? null : { edtf: text, earliest, latest };

export const hops = [lookUp, regionsOfProgram, threeLevels];
