import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../src/graph/time/as-of.js';
import { limits } from '../../src/limits.js';
import { statementsOf, type Change } from '../../src/graph/stored/changeset.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import type { RelationType } from '../../src/model/model.js';
import type { Graph } from '../../src/graph/port.js';
import type { RelationRecord } from '../../src/graph/stored/record-types.js';
import { engines } from '../support/engines.js';
import { changeOf, idsOf, recordedAt, worldOf } from '../graph/world.js';
import { holdsOn } from './dated.js';
import { allAround, allPaths } from './reference.js';

const world = worldOf(20_240_205);
/** Few enough relations that trying everything ends. */
const types: readonly RelationType[] = ['ISSUED', 'LOCATED_IN', 'HOLDS_POSITION', 'ESTABLISHES'];
const on = '2019-06-01';
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe.each(engines)('walking on $name', ({ empty }) => {
  let graph: Graph;
  const loaders = (day: string = on, knownAt: string = now) => new Loaders(graph, { on: day, knownAt });
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf(world)));
  }, 60_000);
  afterAll(() => graph.close());

  it.each(['2018-06-01', on, '2024-03-01'])(
    'finds the paths and neighbours that trying everything finds, as of %s',
    async (day) => {
      const steps = world.relations.filter((relation) => types.includes(relation.type) && holdsOn(relation, day));
      for (const [from, to] of idsOf('Agency').map((id, index) => [id, idsOf('Region')[index] as string] as const)) {
        const paths = await loaders(day).walks.paths({ from, to, maxHops: 5, first: 20 }, types);
        expect(paths.map(({ relations }) => ids(relations))).toEqual(allPaths(steps, from, to, 5).slice(0, 20));
        const around = await loaders(day).walks.neighbourhood({ root: from, depth: 2, first: 12 }, types);
        const all = allAround(steps, from, 2);
        expect([ids(around?.nodes ?? []), around?.truncated]).toEqual([all.slice(0, 12), all.length > 12]);
        const inside = new Set(all.slice(0, 12));
        expect(ids(around?.relations ?? [])).toEqual(
          ids(steps.filter((step) => inside.has(step.from) && inside.has(step.to))).sort(),
        );
      }
    },
  );

  it('gives paths with their nodes, in the order of the way', async () => {
    const [path] = await loaders().walks.paths({ from: 'agency:n0', to: 'region:n0', maxHops: 6, first: 1 });
    expect(path?.nodes).toHaveLength((path?.hops ?? 0) + 1);
    expect([path?.nodes[0]?.id, path?.nodes.at(-1)?.id]).toEqual(['agency:n0', 'region:n0']);
    for (const [index, { from, to }] of (path?.relations ?? []).entries())
      expect([from, to].sort()).toEqual([path?.nodes[index]?.id, path?.nodes[index + 1]?.id].sort());
  });

  it('from an entity to itself is one path of no relations, and to an unknown one none', async () => {
    const question = { from: 'agency:n0', maxHops: 4, first: 3 };
    expect(await loaders().walks.paths({ ...question, to: 'agency:n0' })).toMatchObject([
      { hops: 0, nodes: [{ id: 'agency:n0' }], relations: [], certainty: 'CERTAIN', validity: {} },
    ]);
    expect(await loaders().walks.paths({ ...question, to: 'agency:none' })).toEqual([]);
    expect(await loaders().walks.paths({ from: 'agency:none', to: 'agency:none', maxHops: 4, first: 3 })).toEqual([]);
    expect(await loaders().walks.neighbourhood({ root: 'agency:none', depth: 1, first: 10 })).toBeNull();
  });

  it('knows nothing before it was recorded', async () => {
    const before = loaders(on, '2024-12-31T00:00:00.000Z').walks;
    expect(before).toBeDefined();
    expect((await before.neighbourhood({ root: 'agency:n0', depth: 3, first: 100 }))?.nodes).toHaveLength(1);
    expect(await before.paths({ from: 'agency:n0', to: 'region:n0', maxHops: 6, first: 1 })).toEqual([]);
    expect(
      (await loaders(on, recordedAt).walks.neighbourhood({ root: 'agency:n0', depth: 1, first: 100 }))?.nodes.length,
    ).toBeGreaterThan(1);
  });

  it('passes documents only where MENTIONS is asked for', async () => {
    const labelsAround = async (wanted?: readonly RelationType[]) => {
      const around = await Promise.all(
        idsOf('Document').map((root) => loaders().walks.neighbourhood({ root, depth: 3, first: 500 }, wanted)),
      );
      return new Set(around.flatMap((each) => each?.relations.map(({ type }) => type) ?? []));
    };
    expect([...(await labelsAround())]).not.toContain('MENTIONS');
    expect([...(await labelsAround(['MENTIONS']))]).toEqual(['MENTIONS']);
  });

  it('gives the relations between two entities, from either of them', async () => {
    const { from, to } = world.relations.find(
      (relation) => relation.type === 'COVERS' && holdsOn(relation, on),
    ) as RelationRecord;
    const expected = world.relations.filter(
      (relation) => holdsOn(relation, on) && [from, to].sort().join() === [relation.from, relation.to].sort().join(),
    );
    expect(ids(await loaders().walks.between(from, to))).toEqual(ids(expected).sort());
    expect(ids(await loaders().walks.between(to, from))).toEqual(ids(expected).sort());
    expect(await loaders().walks.between(from, 'region:none')).toEqual([]);
  });
});

/** A country in which so many firms are, each of the first ten with an owner. */
function hubChange(size: number): Change {
  const name = (value: string) => [{ value, lang: 'en', kind: 'PREFERRED' as const }];
  const entity = (id: string, label: 'Region' | 'Organization') => ({
    id,
    label,
    names: name(id),
    codes: [],
    identifiers: [],
    properties: {},
  });
  const firms = Array.from({ length: size }, (_, number) => `organization:firm-${number}`);
  const relation = (type: RelationType, from: string, to: string) => ({
    id: `relation:${type} ${from} ${to}`,
    type,
    from,
    to,
    attributes: {},
    days: {},
    claimIds: [],
  });
  return {
    changeset: { id: 'changeset:hub', author: 'tests', reason: 'a hub', origin: 'tests', recordedAt },
    entities: [
      entity('region:hub', 'Region'),
      entity('region:other', 'Region'),
      ...firms.map((id) => entity(id, 'Organization')),
      entity('organization:owner', 'Organization'),
    ],
    claims: [],
    observations: [],
    retractedClaims: [],
    removedRelations: [],
    addedRelations: [
      relation('PART_OF', 'region:other', 'region:hub'),
      ...firms.flatMap((id) => [relation('LOCATED_IN', id, 'region:hub'), relation('MARKETS_TO', id, 'region:other')]),
      ...firms.slice(0, 10).map((id) => relation('OWNS', 'organization:owner', id)),
    ],
  };
}

describe.each(engines)('around a hub of 20,000 relations on $name', ({ empty }) => {
  let graph: Graph;
  const walks = () => new Loaders(graph, { on, knownAt: now }).walks;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(hubChange(20_000)));
  }, 180_000);
  afterAll(() => graph.close());

  it('a neighbourhood is as large as asked for, and says that it is not all', async () => {
    const around = await walks().neighbourhood({ root: 'region:hub', depth: 3, first: 100 });
    expect(around?.nodes).toHaveLength(100);
    expect(around?.truncated).toBe(true);
    expect(around?.relations.length).toBeGreaterThanOrEqual(99);
  });

  it('differences are as many as are compared, and say that there are more', async () => {
    const { all, truncated } = await new Loaders(graph, { on, knownAt: now }).differences.of('region:hub', {
      from: '2000-01-01',
      to: '2026-01-01', // after they were recorded
    });
    expect([all.length, truncated]).toEqual([limits.lists.differences.value, true]);
  });

  it('near entities are before those reached through a hub, with the relations of both hubs', async () => {
    const around = await walks().neighbourhood({ root: 'organization:owner', depth: 2, first: 13 });
    const firms = Array.from({ length: 10 }, (_, number) => `organization:firm-${number}`);
    expect(ids(around?.nodes ?? [])).toEqual(['organization:owner', ...firms, 'region:hub', 'region:other']);
    expect([around?.truncated, around?.relations.length]).toEqual([false, 31]);
  });

  it('a path goes through the hub without looking at it', async () => {
    const paths = await walks().paths({ from: 'organization:firm-7', to: 'organization:firm-19999', maxHops: 2, first: 3 }, [
      'LOCATED_IN',
      'PART_OF',
    ]);
    expect(paths.map(({ nodes }) => ids(nodes))).toEqual([['organization:firm-7', 'region:hub', 'organization:firm-19999']]);
  });

  it('a path between two hubs is found, also through one of all that they share', async () => {
    const [direct] = await walks().paths({ from: 'region:hub', to: 'region:other', maxHops: 4, first: 1 });
    expect(ids(direct?.relations ?? [])).toEqual(['relation:PART_OF region:other region:hub']);
    const several = await walks().paths({ from: 'region:hub', to: 'region:other', maxHops: 4, first: 3 });
    expect(several.map(({ nodes }) => ids(nodes))).toEqual([
      ['region:hub', 'region:other'],
      ['region:hub', 'organization:firm-0', 'region:other'],
      ['region:hub', 'organization:firm-1', 'region:other'],
    ]);
  });
});
