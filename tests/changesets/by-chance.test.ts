/** Whatever changes come, in whatever order: each lands whole or is refused, and claims and relations agree after it. */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { RequestedClaim } from '../../src/changesets/claims.js';
import type { ChangeRequest } from '../../src/changesets/change-request.js';
import { ChangeLog } from '../../src/changesets/log.js';
import { observationId } from '../../src/changesets/ids.js';
import { InvalidInput } from '../../src/changesets/problem.js';
import { undoLists } from '../../src/changesets/undo.js';
import { countedGraph, graphCounts } from '../../src/graph/counts.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { GraphError } from '../../src/graph/errors.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import type { Graph } from '../../src/graph/port.js';
import type { ObservationRecord } from '../../src/graph/stored/record-types.js';
import type { Statement } from '../../src/graph/query.js';
import { now } from '../../src/graph/time/as-of.js';
import { keptAnswers } from '../../src/migrations/005-kept-answers.js';
import { engines } from '../support/engines.js';
import { claim, draft, named, sale, world } from './drafts.js';

const statement = <Row>(text: string): Statement<Row> => ({ name: 'test', text, parameters: {} });
/** Live claims and relations of merged entities, and observations without a claim of their value, or the other way round. */
const astray = statement<{ id: string }>(`
  MATCH (node)-[:SUBJECT|OBJECT|ATTRIBUTED_TO|EVIDENCED_BY|MEASURES|ABOUT|OBSERVED_IN|REPORTED_BY]->(gone:Merged)
  WHERE node.retractedAt IS NULL
  RETURN node.id AS id
  UNION
  MATCH (node:Observation)
  OPTIONAL MATCH (node)<-[:SUBJECT]-(claim:Claim) WHERE claim.retractedAt IS NULL AND claim.predicate = 'value'
  WITH node, count(claim) AS claims
  WHERE (claims > 0) = (node.retractedAt IS NOT NULL)
  RETURN node.id AS id`);
const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
const idOf = (type: string) => fc.constantFrom(...letters).map((letter) => `${type}:${letter}`);
const policy = idOf('policy');
const region = idOf('region');
const agency = idOf('agency');
const document = idOf('document');
const any = fc.oneof(policy, region, agency, document);
const day = fc.constantFrom('2020', '2021-05', '2021-05-20');
const seldom = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat() });
const rarely = <T>(of: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: of });
const pair = (of: fc.Arbitrary<string>) => fc.record({ entity: of, into: of });

const relation = (predicate: string, subject: fc.Arbitrary<string>, object: fc.Arbitrary<string>, attributes = {}) =>
  fc
    .record({
      subject,
      object,
      from: fc.option(day, { nil: undefined }),
      attributedTo: fc.array(agency, { maxLength: 1 }),
      source: document,
    })
    .map(({ source, subject: from, object: to, ...more }) =>
      claim(
        from,
        predicate,
        { object: to },
        { ...more, attributes, evidence: [{ document: source, record: '1', summary: 'So.' }] },
      ),
    );
const someClaim: fc.Arbitrary<RequestedClaim> = fc.oneof(
  relation('COVERS', policy, region),
  relation('AMENDS', policy, policy),
  relation('PART_OF', region, region),
  relation('ISSUED', agency, policy, { role: 'LEAD' }),
  fc.tuple(policy, day).map(([subject, value]) => claim(subject, 'announcedOn', { value })),
  any.map((subject) => claim(subject, 'NOTE', { value: 'Odd.' })),
  policy.map((about) => claim(sale([about]).id, 'value', { value: 10 })),
);

/** Existing claims are named by a number, whatever they are by then. */
const change = fc.record({
  entities: fc.array(any, { maxLength: 2 }),
  claims: fc.array(fc.tuple(someClaim, seldom), { maxLength: 3 }),
  observed: fc.array(fc.tuple(policy, fc.constantFrom(10, 10, 20, 30)), { maxLength: 2 }),
  retract: fc.array(fc.nat(), { maxLength: 1 }),
  merges: rarely(fc.array(fc.oneof(pair(policy), pair(region), pair(agency), pair(document)), { maxLength: 2 })),
  splits: rarely(
    fc.array(fc.record({ of: pair(policy), claims: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) }), { maxLength: 1 }),
  ),
  undoes: seldom,
});
type ByChance = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** So many cars that were sold. */
function soldOf(about: string, value: number): ObservationRecord {
  const sold = { ...sale([about]), value };
  return { ...sold, id: observationId(sold) };
}

/** Contradictions and counts as changesets keep them, and the same from regrouping and counting all that is live. */
async function keptAndFound(graph: Graph) {
  const contradictionsAt = (knownAt: string) => new Loaders(graph, { on: '2024-01-01', knownAt }).contradictions.all();
  const read: Graph['read'] = (each) => graph.read(each);
  return {
    kept: { contradictions: await contradictionsAt(now), counts: await graphCounts(read) },
    found: { contradictions: await contradictionsAt('9998'), counts: await countedGraph(read) },
  };
}

/** What changesets keep, removed and made again by the upgrade of stores that lack it. */
async function upgradeAgain(graph: Graph): Promise<void> {
  await graph.write([
    statement<never>('MATCH (claim:DifferingClaim) REMOVE claim:DifferingClaim'),
    statement<never>('MATCH (node:Observation) REMOVE node:DifferingValue REMOVE node.comparisonKey'),
    statement<never>('MATCH (count:Count) DELETE count'),
  ]);
  for (const { batch } of keptAnswers.passes)
    await graph.transact((transaction) => batch(transaction, { after: '', limit: 10_000 }));
}

async function draftOf(graph: Graph, made: ByChance, landed: readonly string[]): Promise<ChangeRequest> {
  if (made.undoes !== undefined && landed.length > 0) {
    const id = landed[made.undoes % landed.length] as string;
    const entries = await new ChangeLog(graph).of(id);
    return { ...draft({}), ...(await undoLists(graph, entries)) };
  }
  const rows = await graph.read(statement<{ id: string }>('MATCH (claim:Claim) RETURN claim.id AS id ORDER BY id'));
  const claimAt = (index: number) => rows[index % rows.length]?.id ?? '';
  return draft({
    entities: made.entities.map((id) => named(id, `Name of ${id}`, id.startsWith('document') ? { title: id } : {})),
    claims: [
      ...made.claims.map(([item, index]) => (index === undefined ? item : { ...item, supersedes: [claimAt(index)] })),
      ...made.observed.map(([about, value]) => claim(soldOf(about, value).id, 'value', { value })),
    ],
    observations: made.observed.map(([about, value]) => soldOf(about, value)),
    retract: made.retract.map(claimAt),
    merges: made.merges,
    splits: made.splits.map(({ of, claims }) => ({ ...of, claims: claims.map(claimAt) })),
  });
}

describe.each(engines)('random changes on $name', ({ name, empty }) => {
  const opened: Graph[] = [];
  afterAll(() => Promise.all(opened.map((graph) => graph.close())));

  it.each(Array.from({ length: name === 'embedded' ? 8 : 2 }, (_, seed) => seed))(
    'leave a graph that agrees, %i',
    async (seed) => {
      const graph = await empty();
      opened.push(graph);
      await applyChangeset(graph, world());
      const all = letters.flatMap((letter) => ['policy', 'region', 'agency', 'document'].map((type) => `${type}:${letter}`));
      await applyChangeset(
        graph,
        draft({ entities: all.map((id) => named(id, id, id.startsWith('document') ? { title: id } : {})) }),
      );
      const landed: string[] = [];
      const refused: string[] = [];
      const contradicted = new Set<string>();
      for (const made of fc.sample(change, { seed, numRuns: 40 })) {
        try {
          const { outcome, changeset } = await applyChangeset(graph, await draftOf(graph, made, landed));
          if (outcome === 'LANDED') landed.push(changeset);
        } catch (error) {
          if (!(error instanceof InvalidInput) && !(error instanceof GraphError && error.code !== 'STORAGE')) throw error;
          refused.push(error.message);
        }
        expect((await checkGraph(graph)).differences, JSON.stringify(made)).toEqual([]);
        expect(await graph.read(astray), JSON.stringify(made)).toEqual([]);
        const { kept, found } = await keptAndFound(graph);
        expect(kept, JSON.stringify(made)).toEqual(found);
        for (const { predicate } of kept.contradictions) contradicted.add(predicate);
      }
      const before = await keptAndFound(graph);
      await upgradeAgain(graph);
      expect(await keptAndFound(graph)).toEqual(before);
      expect(landed.length).toBeGreaterThan(5);
      expect(refused.length).toBeGreaterThan(5);
      expect(contradicted.size).toBeGreaterThan(0);
    },
  );
});
