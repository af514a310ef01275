import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { draft, named, world } from '../changesets/drafts.js';
import { engines, neo4jSettings } from '../support/engines.js';
import { operation, transports, type Follower, type Told } from '../support/followers.js';
import { serve, type Service } from '../support/service.js';

vi.setConfig({ testTimeout: 60_000 }); // each write is a transaction, and Neo4j may be cold

let people = 0;
const id = (): string => `person:f${++people}`;
const write = async (graph: Graph, entity = id()) => {
  await applyChangeset(
    graph,
    draft({ id: `changeset:${entity.replace(':', '-')}`, entities: [named(entity, `Name of ${entity}`)] }),
  );
  return entity;
};
const idsOf = (told: readonly Told[]) => told.map((change) => change.id);

describe.each(engines)('following changes on $name', ({ name, empty }) => {
  let graph: Graph;
  let other: Graph;
  let services: readonly [Service, Service];

  beforeAll(async () => {
    graph = await empty();
    other = name === 'neo4j' ? await Neo4jGraph.open(neo4jSettings) : graph;
    await applyChangeset(graph, world());
    services = [await serve(graph), await serve(other)];
  });
  afterAll(async () => {
    await Promise.all(services.map((service) => service.close()));
    if (other !== graph) await other.close();
    await graph.close();
  });

  const end = async () => (await services[0].ask('{ graph { changesCursor } }')).json.data.graph.changesCursor as string;

  it('reports when the graph last changed', async () => {
    const person = await write(graph);
    const changeset = `changeset:${person.replace(':', '-')}`;
    const { json } = await services[0].ask('query ($id: ID!) { graph { changedAt } changeset(id: $id) { recordedAt } }', {
      id: changeset,
    });
    expect(json.data.graph.changedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(json.data.graph.changedAt).toBe(json.data.changeset.recordedAt);
  });

  describe.each(transports)('over $transport', ({ follow }) => {
    const started: Follower[] = [];
    const start = (variables: Record<string, unknown>, service = services[0], query = operation) => {
      const follower = follow(service, { query, variables });
      started.push(follower);
      return follower;
    };
    afterAll(async () => {
      await Promise.all(started.map((follower) => follower.stop()));
    });

    it('delivers what lands, with its node and its changeset', async () => {
      const follower = start({ since: await end() });
      const person = await write(graph);
      expect(await follower.next(1)).toEqual([
        {
          kind: 'ENTITY_CREATED',
          id: person,
          cursor: await end().then((cursor) => cursor.replace(/^(\d+)\.0$/, (_, number) => `${Number(number) - 1}.1`)),
          changeset: { id: `changeset:${person.replace(':', '-')}` },
          node: { id: person, __typename: 'Person' },
        },
      ]);
      const later = await write(other);
      expect(idsOf(await follower.next(1))).toEqual([later]);
    });

    it('begins now by default', async () => {
      const follower = start({});
      const first = follower.next(1);
      const told = new AbortController();
      void first.finally(() => told.abort());
      const written: string[] = [];
      while (!told.signal.aborted) {
        written.push(await write(graph));
        await after(50);
      }
      expect(written).toContain((await first)[0]?.id);
    });

    it('sends the whole log from its first change, like the query', async () => {
      const { json } = await services[0].ask('{ changes(first: 15) { changes { kind id cursor } } }');
      const told = await start({ since: '0.0' }).next(15);
      expect(told.map(({ kind, id: changed, cursor }) => ({ kind, id: changed, cursor }))).toEqual(json.data.changes.changes);
    });

    it('filters by type and kind', async () => {
      const follower = start({ since: '0.0', types: ['REGION'], kinds: ['ENTITY_CREATED', 'RELATION_ADDED'] });
      expect((await follower.next(4)).map(({ kind, id: changed }) => (kind === 'ENTITY_CREATED' ? changed : kind))).toEqual([
        'region:north',
        'region:town',
        'RELATION_ADDED',
        'RELATION_ADDED',
      ]);
    });

    it('goes on from a cursor, while others write, without a gap and without a repetition', async () => {
      const since = await end();
      const written: string[] = [];
      const writing = (async () => {
        for (let number = 0; number < 60; number++) written.push(await write(number % 2 === 0 ? graph : other));
      })();
      const told: Told[] = [];
      while (told.length < 60) {
        const follower = start({ since: told.at(-1)?.cursor ?? since });
        told.push(...(await follower.next(Math.min(7, 60 - told.length))));
        await follower.stop();
      }
      await writing;
      expect(idsOf(told)).toEqual(written);
    });

    it('delivers through two services all that is written through both, in order, once', async () => {
      const since = await end();
      const followers = services.map((service) => start({ since }, service));
      const each = 50;
      const told = Promise.all(followers.map((follower) => follower.next(2 * each)));
      const written = await Promise.all(
        [graph, other].map(async (through) => {
          const ids: string[] = [];
          for (let number = 0; number < each; number++) ids.push(await write(through));
          return ids;
        }),
      );
      const [one, two] = (await told) as [Told[], Told[]];
      expect(two).toEqual(one);
      expect(idsOf(one).sort()).toEqual(written.flat().sort());
      for (const ids of written) expect(idsOf(one).filter((changed) => ids.includes(changed))).toEqual(ids);
    });

    it.each([
      ['what is no cursor', { since: 'yesterday' }, operation, 'must be a cursor'],
      ['too many types', { types: Array.from({ length: 21 }, () => 'REGION') }, operation, 'types must contain no more than 20'],
      ['variables of another type', { since: [1] }, operation, '$since'],
      ['a query', {}, '{ graph { engine } }', 'POST /graphql'],
      ['a mutation', {}, 'mutation { applyChangeset(input: { reason: "" }) { outcome } }', 'POST /graphql'],
      ['what is no GraphQL', {}, 'subscription {', 'Syntax Error'],
      ['an unknown field', {}, 'subscription { nothing }', 'Cannot query field'],
      ['what is too long', {}, `subscription { ${'changes { id } '.repeat(700)} }`, 'is too long'],
      [
        'what costs too much',
        {},
        'subscription { changes { node { ... on Region { programs(first: 100) { edges { node { regions(first: 100) { edges { node { programs(first: 100) { edges { node { id } } } } } } } } } } } } }',
        'could read',
      ],
    ])('refuses %s, and says why', async (_, variables, query, message) => {
      const said = await start(variables, services[0], query)
        .answer()
        .then((answer) => answer?.errors)
        .catch((errors: unknown) => errors);
      expect(JSON.stringify(said)).toContain(message);
    });
  });
});
