import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive.js';
import { ChangeLog } from '../../src/changesets/log.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import type { Graph } from '../../src/graph/port.js';
import type { RequestContext } from '../../src/resolvers/context.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { serve } from '../support/service.js';
import { changeOf, idsOf, worldOf } from '../graph/world.js';
import { holdsOn } from './dated.js';
import { Budget } from '../../src/graph/loaders/budget.js';

const world = worldOf(20_240_205);
const on = '2019-06-01';
const schema: GraphQLSchema = await graphqlSchema();

interface Edge {
  readonly type: string;
  readonly direction: string;
  readonly node: { readonly id: string };
}

describe.each(engines)('all relations of an entity on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf(world)));
  }, 60_000);
  afterAll(() => graph.close());

  async function ask(source: string): Promise<any> {
    const contextValue: RequestContext = {
      graph,
      today: on,
      budget: new Budget(),
      archive: new Archive(undefined),
      log: new ChangeLog(graph),
    };
    const { data, errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBeUndefined();
    return data;
  }

  const edgesOf = (id: string) =>
    world.relations
      .filter((relation) => holdsOn(relation, on))
      .flatMap(({ type, from, to }) => [
        ...(from === id ? [{ type, direction: 'OUT', id: to }] : []),
        ...(to === id ? [{ type, direction: 'IN', id: from }] : []),
      ]);
  const shown = (edges: readonly Edge[]) => edges.map(({ type, direction, node: { id } }) => `${direction} ${type} ${id}`).sort();
  const wanted = (edges: ReturnType<typeof edgesOf>) =>
    edges.map(({ type, direction, id }) => `${direction} ${type} ${id}`).sort();

  it.each(['ANY', 'OUT', 'IN'])('are those that hold, %s', async (direction) => {
    for (const id of [...idsOf('Region').slice(0, 5), 'policy:n0', 'agency:n1', 'document:n0', 'person:n0']) {
      const { entity } = await ask(
        `{ entity(id: "${id}") { relations(direction: ${direction}, first: 100) { totalCount edges { type direction node { id } validity { from { edtf } } certainty } } } }`,
      );
      const expected = edgesOf(id).filter((edge) => direction === 'ANY' || edge.direction === direction);
      expect([shown(entity.relations.edges), entity.relations.totalCount]).toEqual([wanted(expected), expected.length]);
    }
  });

  it('are counted by type and by the way that they lead, the most first', async () => {
    for (const id of [...idsOf('Region').slice(0, 5), 'policy:n0', 'agency:n1', 'document:n0', 'person:n0']) {
      const { entity } = await ask(`{ entity(id: "${id}") { relationCounts { type direction count } } }`);
      const expected = new Map<string, number>();
      for (const { type, direction } of edgesOf(id))
        expected.set(`${direction} ${type}`, (expected.get(`${direction} ${type}`) ?? 0) + 1);
      const counts = (entity.relationCounts as { type: string; direction: string; count: number }[]).map(
        ({ type, direction, count }) => [`${direction} ${type}`, count] as const,
      );
      expect(new Map(counts)).toEqual(expected);
      expect(counts.map(([, count]) => count)).toEqual([...expected.values()].sort((a, b) => b - a));
    }
  });

  it('have the id of the relation, whichever end and field lead to it', async () => {
    const covers = world.relations
      .filter(({ type, from }) => type === 'COVERS' && from.startsWith('program:'))
      .filter((relation) => holdsOn(relation, on));
    expect(covers.length).toBeGreaterThan(1);
    for (const { from, to } of covers.slice(0, 5)) {
      const edges = 'edges { relationId node { id } }';
      const { program, region } = await ask(
        `{ program(id: "${from}") { relations(types: [COVERS], first: 100) { ${edges} } regions(first: 100) { ${edges} } relatedTo(id: "${to}") { id type } }
           region(id: "${to}") { relations(types: [COVERS], first: 100) { edges { relationId certainty node { id } } } } }`,
      );
      const idsOf = (list: { edges: { relationId: string; node: { id: string } }[] }, other: string) =>
        list.edges.flatMap(({ relationId, node }) => (node.id === other ? [relationId] : [])).sort();
      const related: { id: string; type: string }[] = program.relatedTo;
      const expected = related.flatMap(({ id, type }) => (type === 'COVERS' ? [id] : [])).sort();
      expect(expected.length).toBeGreaterThan(0);
      expect(idsOf(program.relations, to)).toEqual(expected);
      expect(idsOf(program.regions, to)).toEqual(expected);
      expect(idsOf(region.relations, from)).toEqual(expected);
    }
  });

  it('have the attributes that the field of their type gives', async () => {
    const covers = world.relations.filter(
      (relation) => relation.type === 'COVERS' && relation.from.startsWith('program:') && holdsOn(relation, on),
    );
    const batches = await Promise.all(
      covers.slice(0, 5).map(async ({ from }) => {
        const { program } = await ask(
          `{ program(id: "${from}") { relations(types: [COVERS], direction: OUT, first: 100, orderBy: NAME_ASC) { edges { attributes { name value } } } regions(first: 100) { edges { batch } } } }`,
        );
        const ofField = program.regions.edges.map(({ batch }: { batch: number | null }) => String(batch ?? ''));
        const ofAny = program.relations.edges.map(
          ({ attributes }: { attributes: { name: string; value: string }[] }) =>
            attributes.find(({ name }) => name === 'batch')?.value ?? '',
        );
        expect(ofAny).toEqual(ofField);
        return ofAny;
      }),
    );
    expect(batches.flat().some((batch) => batch !== '')).toBe(true);
  });

  it('can be narrowed by their type and by what is at the other end', async () => {
    const { to } = world.relations.find(
      (relation) => relation.type === 'COVERS' && relation.from.startsWith('program:') && holdsOn(relation, on),
    )!;
    const { entity } = await ask(
      `{ entity(id: "${to}") { relations(types: [COVERS, PART_OF], where: { type: [PROGRAM] }, first: 100) { edges { type direction node { id } } } } }`,
    );
    expect(shown(entity.relations.edges)).toEqual(
      wanted(edgesOf(to).filter(({ type, id }) => type === 'COVERS' && id.startsWith('program:'))),
    );
    expect(entity.relations.edges).not.toEqual([]);
  });

  it('are the same in pages, forwards and backwards', async () => {
    const pages = async (
      size: string,
      cursor: string,
      read: (info: {
        endCursor: string;
        startCursor: string;
        hasNextPage: boolean;
        hasPreviousPage: boolean;
      }) => string | undefined,
    ) => {
      const all: string[][] = [];
      for (let at: string | undefined; ;) {
        const { entity } = await ask(
          `{ entity(id: "region:n0") { relations(${size}${at === undefined ? '' : `, ${cursor}: "${at}"`}) { edges { type direction node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
        );
        all.push(entity.relations.edges.map(({ type, direction, node }: Edge) => `${direction} ${type} ${node.id}`));
        at = read(entity.relations.pageInfo);
        if (at === undefined) return all;
      }
    };
    const forwards = (await pages('first: 3', 'after', (info) => (info.hasNextPage ? info.endCursor : undefined))).flat();
    const backwards = (await pages('last: 3', 'before', (info) => (info.hasPreviousPage ? info.startCursor : undefined)))
      .reverse()
      .flat();
    expect([...forwards].sort()).toEqual(wanted(edgesOf('region:n0')));
    expect(backwards).toEqual(forwards);
  });

  it('to one other entity have both ends and their claims', async () => {
    const { from, to, type } = world.relations.find((relation) => relation.type === 'ISSUED' && holdsOn(relation, on))!;
    const { entity } = await ask(
      `{ entity(id: "${to}") { relatedTo(id: "${from}") { type from { id } to { id } claims { id } certainty } } }`,
    );
    expect(entity.relatedTo).toContainEqual({
      type,
      from: { id: from },
      to: { id: to },
      claims: [{ id: 'claim:n0' }],
      certainty: expect.any(String),
    });
  });

  it.each([
    ['{ paths(from: "region:n0", to: "region:n1", maxHops: 50) { hops } }', '"maxHops" must be from 1 to 6.'],
    ['{ paths(from: "region:n0", to: "region:n1", maxHops: 0) { hops } }', '"maxHops" must be from 1 to 6.'],
    ['{ paths(from: "region:n0", to: "region:n1", first: 21) { hops } }', '"first" must be from 1 to 20.'],
    ['{ neighbourhood(id: "region:n0", depth: 4) { truncated } }', '"depth" must be from 1 to 3.'],
    ['{ neighbourhood(id: "region:n0", first: 501) { truncated } }', '"first" must be from 1 to 500.'],
  ])('refuse %s', async (source, message) => {
    const service = await serve(graph);
    const { json } = await service.ask(source);
    await service.close();
    expect(json.errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('cost what they may fetch', async () => {
    const service = await serve(graph);
    const costOf = async (source: string) =>
      (await service.ask(source)).json.extensions?.cost as { worstCase: number; work: number };
    const around = await costOf(
      '{ neighbourhood(id: "region:n0", depth: 2, first: 500) { truncated nodes { id name } relations { type from { id } to { id } } } }',
    );
    const paths = await costOf(
      '{ paths(from: "region:n0", to: "region:n1", first: 20) { nodes { id } relations { claims { evidence { document { id } } } } } }',
    );
    const timeline = await costOf(
      '{ region(id: "region:n0") { timeline(first: 100) { edges { node { title claims { id } } } } } }',
    );
    await service.close();
    const all = [around, paths, timeline];
    expect(all.map(({ worstCase }) => worstCase)).toEqual([10_000, 10_000, 10_000]); // of relations and evidence there may be any number
    expect(all.map(({ work }, index) => work >= ([20, 20, 2][index] as number))).toEqual([true, true, true]);
  });
});
