import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGraph, type Difference } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { engines } from '../support/engines.js';
import { folderOf, smallData } from '../support/small-data.js';

const statement = (text: string): Statement<never> => ({ name: 'test', text, parameters: {} });
const data = folderOf(smallData);
afterAll(() => rmSync(data, { recursive: true }));

describe.each(engines)('the check on $name', (engine) => {
  let graph: Graph;
  beforeEach(async () => {
    graph = await engine.empty();
    await loadBuiltIn(graph, () => undefined, data);
  });
  afterEach(() => graph.close());
  afterAll(async () => (await engine.empty()).close()); // what is loaded here is not the built-in data that other tests expect

  const after = async (tampering: string): Promise<readonly Difference[]> => {
    await graph.write([statement(tampering)]);
    return (await checkGraph(graph)).differences;
  };

  it('finds a loaded graph in order', async () => {
    expect(await checkGraph(graph)).toEqual({ claims: 10, relations: 4, differences: [] });
  });

  it.each([1, 3, 1_000])('finds the same, however few subjects it takes together: %i', async (together) => {
    await after(
      "MATCH (source:Entity {id: 'policy:notice'}) MATCH (target:Entity {id: 'region:CN'}) CREATE (source)-[relation:COVERS]->(target) SET relation.id = 'relation:x'",
    );
    await after('MATCH (policy:Policy) SET policy.announcedOn = "2001"');
    const whole = await checkGraph(graph);
    expect(whole.differences.length).toBeGreaterThan(1);
    const split = await checkGraph(graph, { together });
    expect([split.claims, split.relations]).toEqual([whole.claims, whole.relations]);
    expect(new Set(split.differences)).toEqual(new Set(whole.differences));
  });

  it('finds an empty graph empty', async () => {
    await graph.write([statement('MATCH (node) DETACH DELETE node')]);
    expect(await checkGraph(graph)).toEqual({ claims: 0, relations: 0, differences: [] });
  });

  it('finds a relation that is missing', async () => {
    expect(await after('MATCH (:Entity)-[relation:COVERS]->(:Entity) DELETE relation')).toEqual([
      {
        kind: 'MISSING_RELATION',
        message: expect.stringMatching(
          /^COVERS from policy:notice to region:XIAN is missing, which claim:[0-9a-f]{16} asserts\.$/,
        ),
      },
    ]);
  });

  it('finds a relation that no claim asserts', async () => {
    const tampering =
      "MATCH (source:Entity {id: 'policy:notice'}) MATCH (target:Entity {id: 'region:CN'}) CREATE (source)-[relation:COVERS]->(target) SET relation.id = 'relation:x'";
    expect(await after(tampering)).toEqual([
      {
        kind: 'SURPLUS_RELATION',
        message: 'COVERS from policy:notice to region:CN is in the graph, but no live claim asserts it.',
      },
    ]);
  });

  it('finds a relation that is stored twice', async () => {
    expect(
      await after(
        'MATCH (source:Entity)-[known:COVERS]->(target:Entity) CREATE (source)-[relation:COVERS]->(target) SET relation = properties(known)',
      ),
    ).toEqual([
      {
        kind: 'SURPLUS_RELATION',
        message: 'COVERS from policy:notice to region:XIAN is in the graph, but no live claim asserts it twice.',
      },
    ]);
  });

  it('finds an attribute and a date that differ', async () => {
    expect(
      await after(
        "MATCH (:Entity)-[relation:ISSUED]->(:Entity) SET relation.role = 'JOINT', relation.fromLatest = '2024-02-09', relation.until = '2025'",
      ),
    ).toEqual([
      {
        kind: 'DIFFERENT_RELATION',
        message: 'ISSUED from agency:ministry to policy:notice has fromLatest "2024-02-09" where its claims say "2024-02-05".',
      },
      {
        kind: 'DIFFERENT_RELATION',
        message: 'ISSUED from agency:ministry to policy:notice has role "JOINT" where its claims say "LEAD".',
      },
      {
        kind: 'DIFFERENT_RELATION',
        message: 'ISSUED from agency:ministry to policy:notice has until "2025" where its claims say none.',
      },
    ]);
  });

  it('finds the claims of a relation changed', async () => {
    expect(await after("MATCH (:Entity)-[relation:COVERS]->(:Entity) SET relation.claimIds = ['claim:x']")).toMatchObject([
      { kind: 'DIFFERENT_RELATION', message: expect.stringContaining('has claimIds ["claim:x"]') },
    ]);
  });

  it('finds a relation that leads elsewhere, and to what the model forbids', async () => {
    const tampering = `MATCH (source:Entity)-[known:COVERS]->(:Entity) MATCH (target:Entity {id: 'agency:office'})
      CREATE (source)-[relation:COVERS]->(target) SET relation = properties(known) DELETE known`;
    expect(await after(tampering)).toEqual([
      {
        kind: 'DIFFERENT_RELATION',
        message: 'COVERS from policy:notice to agency:office has target "agency:office" where its claims say "region:XIAN".',
      },
      {
        kind: 'FORBIDDEN_ENDS',
        message: 'COVERS from policy:notice to agency:office joins Policy to Agency, which the model forbids.',
      },
    ]);
  });

  it('finds a property that differs, and its days', async () => {
    expect(await after("MATCH (node:Policy) SET node.announcedOn = '2024-02-06', node.status = 'IN_FORCE'")).toEqual([
      { kind: 'DIFFERENT_PROPERTY', message: 'policy:notice has announcedOn "2024-02-06" where its claims say "2024-02-05".' },
      { kind: 'DIFFERENT_PROPERTY', message: 'policy:notice has status "IN_FORCE" where its claims say none.' },
    ]);
  });

  it('finds what a retracted claim leaves behind', async () => {
    const found = await after(
      "MATCH (claim:Claim) WHERE claim.predicate = 'announcedOn' OR claim.predicate = 'COVERS' SET claim.retractedAt = '2026-01-01T00:00:00Z'",
    );
    expect(found.map(({ kind, message }) => `${kind} ${message}`)).toEqual([
      'SURPLUS_RELATION COVERS from policy:notice to region:XIAN is in the graph, but no live claim asserts it.',
      'DIFFERENT_PROPERTY policy:notice has announcedOn "2024-02-05" where its claims say none.',
      'DIFFERENT_PROPERTY policy:notice has announcedOnEarliest "2024-02-05" where its claims say none.',
      'DIFFERENT_PROPERTY policy:notice has announcedOnLatest "2024-02-05" where its claims say none.',
    ]);
  });

  it.each([
    ['SUBJECT', 'SUBJECT'],
    ['OBJECT', 'OBJECT'],
    ['EVIDENCED_BY', 'EVIDENCED_BY'],
  ])('finds a claim without %s', async (type, said) => {
    const found = await after(`MATCH (claim:Claim)-[edge:${type}]->(:Entity) WHERE claim.predicate = 'COVERS' DELETE edge`);
    expect(found).toEqual([
      { kind: 'INCOMPLETE_CLAIM', message: expect.stringMatching(new RegExp(`^claim:[0-9a-f]{16} has no ${said}\\.$`)) },
    ]);
  });

  it('finds a claim without its changeset', async () => {
    const found = await after("MATCH (claim:Claim)-[edge:RECORDED_IN]->(:Changeset) WHERE claim.predicate = 'names' DELETE edge");
    expect(found.map(({ kind }) => kind)).toEqual(['INCOMPLETE_CLAIM', 'INCOMPLETE_CLAIM']);
  });

  it('finds marks of differing claims that are missing, and those of claims that do not differ', async () => {
    const found = await after(
      "MATCH (claim:Claim) WHERE claim.predicate = 'COVERS' SET claim.predicate = 'announcedOn', claim.value = '2001'",
    );
    const marks = found.filter(({ kind }) => kind === 'DIFFERENT_MARK').map(({ message }) => message);
    expect(marks).toEqual([
      expect.stringMatching(/^claim:\w+ differs from others, but is not marked so\.$/),
      expect.stringMatching(/^claim:\w+ differs from others, but is not marked so\.$/),
    ]);
    expect(await after("MATCH (claim:Claim) WHERE claim.predicate = 'ISSUED' SET claim:DifferingClaim")).toContainEqual({
      kind: 'DIFFERENT_MARK',
      message: expect.stringMatching(/^claim:[0-9a-f]{16} is marked as differing from others, but none differs\.$/),
    });
  });

  it('finds a count that is not what the graph holds', async () => {
    expect(await after("MATCH (count:Count {id: 'count:liveClaims'}) SET count.total = 12")).toEqual([
      { kind: 'DIFFERENT_COUNT', message: 'The graph holds 10 liveClaims, but keeps count of 12.' },
    ]);
  });

  it('finds a claim that is joined to another entity than it says', async () => {
    const found = await after(
      "MATCH (claim:Claim)-[edge:SUBJECT]->(:Entity) MATCH (other:Entity {id: 'region:CN'}) WHERE claim.predicate = 'COVERS' CREATE (claim)-[:SUBJECT]->(other) DELETE edge",
    );
    expect(found).toEqual([
      {
        kind: 'CLAIM_ASTRAY',
        message: expect.stringMatching(/^claim:[0-9a-f]{16} has another subject than its SUBJECT, region:CN\.$/),
      },
    ]);
  });
});
