/** What PolicyGraph stores, as type definitions of `@neo4j/graphql`. Each type also names the label `Entity`, which has the unique index on `id`. */
const entity = 'id: ID!, name: String!, names: [String!]!, nameLanguages: [String!]!, nameKinds: [String!]!, description: String';
const dated = (name) => `${name}: String, ${name}Earliest: String, ${name}Latest: String`;
const held = `id: ID!, claimIds: [String!]!, ${dated('from')}`;
const link = (type, direction, properties) =>
  `@relationship(type: "${type}", direction: ${direction}${properties ? `, properties: "${properties}"` : ''})`;

export const typeDefs = `
type Policy @node(labels: ["Policy", "Entity"]) {
  ${entity}
  ${dated('announcedOn')}
  kind: String
  status: String
  documentNumber: String
  issuers: [Agency!]! ${link('ISSUED', 'IN', 'Issued')}
  regions: [Region!]! ${link('COVERS', 'OUT', 'Covers')}
}
type Agency @node(labels: ["Agency", "Entity"]) {
  ${entity}
  kind: String
  location: [Region!]! ${link('LOCATED_IN', 'OUT', 'Held')}
  policies: [Policy!]! ${link('ISSUED', 'OUT', 'Issued')}
  policiesByYear: [YearCount!]! @cypher(columnName: "row", statement: """
    MATCH (this)-[:ISSUED]->(policy:Policy)
    WITH left(policy.announcedOnEarliest, 4) AS value, count(*) AS count ORDER BY count DESC, value
    RETURN {value: value, count: count} AS row
  """)
}
type YearCount { value: String, count: Int! }
type Region @node(labels: ["Region", "Entity"]) {
  ${entity}
  level: String
  parent: [Region!]! ${link('PART_OF', 'OUT', 'Held')}
  programs: [Program!]! ${link('COVERS', 'IN', 'Covers')}
}
type Program @node(labels: ["Program", "Entity"]) {
  ${entity}
  kind: String
  regions: [Region!]! ${link('COVERS', 'OUT', 'Covers')}
  claims: [Claim!]! ${link('SUBJECT', 'IN')}
}
type Claim @node(labels: ["Claim"]) {
  id: ID!
  predicate: String!
  documents: [Document!]! ${link('EVIDENCED_BY', 'OUT', 'Evidence')}
}
type Document @node(labels: ["Document", "Entity"]) {
  ${entity}
  title: String
}
type Held @relationshipProperties { ${held} }
type Issued @relationshipProperties { ${held}, role: String }
type Covers @relationshipProperties { ${held}, batch: Int }
type Evidence @relationshipProperties { summary: String!, position: Int!, record: String }
`;
