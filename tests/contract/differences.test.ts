/**
 * Where the two engines answer the same Cypher differently. Statements of cypher/ avoid all of it, by the rules of tests/cypher/rules.ts; an engine that
 * comes to agree with the other fails its test here, and the rule can go.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { engines } from '../support/engines.js';

const refused = 'refused';

interface Difference {
  readonly what: string;
  readonly text: string;
  readonly embedded: unknown;
  readonly neo4j: unknown;
}

/** Rows of one column; lists are compared in any order. */
const reads: readonly Difference[] = [
  {
    what: 'a COLLECT subquery',
    text: "MATCH (policy:Entity {id: 'policy'}) RETURN COLLECT { MATCH (policy)-[:COVERS]->(region) RETURN region.id } AS value",
    embedded: refused,
    neo4j: [['city', 'province']],
  },
  {
    what: 'an EXISTS subquery with a WITH',
    text: "MATCH (entity:Entity) WHERE EXISTS { MATCH (entity)-[:COVERS]->(region) WITH region WHERE region.id = 'city' RETURN region } RETURN entity.id AS value",
    embedded: refused,
    neo4j: ['policy'],
  },
  {
    what: 'an aggregate in a map',
    text: 'MATCH (entity:Entity) RETURN {total: count(entity)} AS value',
    embedded: refused,
    neo4j: [{ total: 4 }],
  },
  {
    what: 'a slice of an aggregate',
    text: 'MATCH (entity:Entity) WITH entity ORDER BY entity.id RETURN collect(entity.id)[..2] AS value',
    embedded: refused,
    neo4j: [['agency', 'city']],
  },
  {
    what: 'a nested pattern comprehension',
    text: "MATCH (agency:Entity {id: 'agency'}) RETURN [(agency)-[:ISSUED]->(policy) | [(policy)-[:COVERS]->(region) | 1]] AS value",
    embedded: refused,
    neo4j: [[[1, 1]]],
  },
  {
    what: 'alternative labels',
    text: 'MATCH (entity:Agency|Policy) RETURN count(entity) AS value',
    embedded: refused,
    neo4j: [2],
  },
  {
    what: 'a quantified path pattern',
    text: "MATCH (agency:Entity {id: 'agency'}) (()-[:ISSUED|COVERS]->()){2,3} (end) RETURN end.id AS value",
    embedded: refused,
    neo4j: ['city', 'province'],
  },
  { what: 'the sum of nothing', text: 'MATCH (entity:Unknown) RETURN sum(entity.x) AS value', embedded: [null], neo4j: [0] },
  { what: 'the text of a whole float', text: 'RETURN toString(1.0) AS value', embedded: ['1'], neo4j: ['1.0'] },
  { what: 'any() over nothing but null', text: 'RETURN any(x IN [null] WHERE x > 1) AS value', embedded: [false], neo4j: [null] },
  {
    what: 'an emoji compared with a full-width letter', // Neo4j compares UTF-16 units
    text: "MATCH (agency:Agency {id: 'agency'}) RETURN agency.rare > $wide AS value",
    embedded: [true],
    neo4j: [false],
  },
];

const writes: readonly Difference[] = [
  { what: 'an id of 9,000 characters', text: 'CREATE (:Entity {id: $long})', embedded: 'written', neo4j: refused },
  { what: 'a MERGE on a null key', text: "MERGE (:Entity {id: 'agency', kind: null})", embedded: 'written', neo4j: refused },
];

const statement = (text: string): Statement<{ value: unknown }> => ({
  name: 'test',
  text,
  parameters: { long: 'x'.repeat(9_000), rare: '\u{1F697}', wide: '\uFF21' },
});

const setup = [
  "CREATE (:Entity:Agency {id: 'agency', rare: $rare}) CREATE (:Entity:Policy {id: 'policy'}) CREATE (:Entity:Region {id: 'city'}) CREATE (:Entity:Region {id: 'province'})",
  'MATCH (agency:Agency) MATCH (policy:Policy) CREATE (agency)-[:ISSUED]->(policy)',
  'MATCH (policy:Policy) MATCH (region:Region) CREATE (policy)-[:COVERS]->(region)',
];

describe.each(engines)('what differs, on $name', ({ name, empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    for (const text of setup) await graph.write([statement(text)]);
  });
  afterAll(() => graph.close());

  it.each(reads)('$what', async (difference) => {
    const answer = await graph.read(statement(difference.text)).then(
      (rows) => rows.map(({ value }) => (Array.isArray(value) ? value.toSorted() : value)),
      () => refused,
    );
    const expected = difference[name as 'embedded' | 'neo4j'];
    expect(Array.isArray(answer) ? answer.toSorted() : answer).toEqual(expected);
  });

  it.each(writes)('$what', async (difference) => {
    const outcome = await graph.write([statement(difference.text)]).then(
      () => 'written',
      () => refused,
    );
    expect(outcome).toBe(difference[name as 'embedded' | 'neo4j']);
  });
});
