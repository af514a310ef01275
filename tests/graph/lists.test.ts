import * as fc from 'fast-check';
import { isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certainties, type Certainty } from '../../src/graph/time/certainty.js';
import { now } from '../../src/graph/time/as-of.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import type { EdgeFilter } from '../../src/graph/lists/filter/edges.js';
import type { Filter } from '../../src/graph/lists/filter/filter.js';
import { filterFields, type FilterField } from '../../src/graph/lists/filter/fields.js';
import { listStart } from '../../src/graph/lists/list-start.js';
import { relationFilters } from '../../src/graph/lists/filter/relations.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import {
  labels,
  records,
  idPrefix,
  relationFields,
  targetOf,
  waysOfRecord,
  type Label,
  type Listed,
  type PropertyModel,
  relations,
  type RelationField,
  type RelationType,
} from '../../src/model/model.js';
import { groupBy } from '../../src/graph/group-by.js';
import { edgeOrderings } from '../../src/graph/lists/edge-order.js';
import { orderings, type Order, type PageArguments } from '../../src/graph/lists/order.js';
import type { List, Page } from '../../src/graph/lists/page.js';
import type { Graph } from '../../src/graph/port.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { pascalCase } from '../../src/schema/enums.js';
import { engines } from '../support/engines.js';
import { Reference, propertiesOf, type Scope } from './reference.js';
import { allIds, amounts, changeOf, codeValues, days, idsOf, numbers, predicates, schemes, texts, worldOf } from './world.js';

/** Another seed makes another graph and other questions; this one makes the same on every engine. */
const seed = 20_240_205;
const world = worldOf(seed);
const runs = { embedded: 200, neo4j: 50 } as const;

const listedKinds: readonly (Listed | 'Entity')[] = [...labels, ...(Object.keys(records) as Listed[]), 'Entity'];
const fieldsOfModel = labels.flatMap((label) => [...relationFields(label).values()].map((field) => ({ label, field })));

/** The entities of a label that have something under a field, and one that may not. */
function originsOf(label: Label, { types, direction }: RelationField): string[] {
  const near = world.relations
    .filter(({ type }) => types.includes(type))
    .map(({ from, to }) => (direction === 'out' ? from : to));
  return [idsOf(label)[0] as string, ...near.filter((id) => id.startsWith(`${label.toLowerCase()}:`))];
}

const schema = await graphqlSchema();

/** A test of a type of the API: an operator that is added there is made here too, or nothing is. */
function testOf<T>(input: string, operands: Readonly<Record<string, fc.Arbitrary<T>>>): fc.Arbitrary<object> {
  const type = schema.getType(input);
  if (!isInputObjectType(type)) throw new Error(`There is no test ${input}.`);
  expect(Object.keys(operands).sort(), input).toEqual(Object.keys(type.getFields()).sort());
  const each = Object.entries(operands).map(([operator, operand]) => operand.map((value) => ({ [operator]: value })));
  return fc.array(fc.oneof(...each), { minLength: 1, maxLength: 2 }).map((tests) => Object.assign({}, ...tests) as object);
}

const upperOrLower = fc.constantFrom(...texts).chain((text) => fc.constantFrom(text, text.toUpperCase(), text.toLowerCase()));
const part = fc.tuple(upperOrLower, fc.nat(3)).map(([text, length]) => [...text].slice(0, length).join(''));
const known = fc.boolean();

const stringTest = (text: fc.Arbitrary<string>) =>
  testOf<unknown>('StringFilter', { eq: text, in: fc.array(text, { maxLength: 3 }), contains: part, startsWith: part, known });
const numberTest = (input: 'IntFilter' | 'FloatFilter', number: fc.Arbitrary<number>) =>
  testOf<unknown>(input, {
    eq: number,
    gt: number,
    gte: number,
    lt: number,
    lte: number,
    in: fc.array(number, { maxLength: 3 }),
    known,
  });
const day = fc.constantFrom(...days);

const dateTest = testOf<unknown>('DateFilter', { gt: day, gte: day, lt: day, lte: day, known });

/** A test of a property of an entity, record or relation; `owner` and its name are those of an enum's test. */
function propertyTest(owner: string, name: string, { type, values }: PropertyModel): fc.Arbitrary<object> {
  if (type === 'date') return dateTest;
  if (type === 'integer') return numberTest('IntFilter', fc.constantFrom(...numbers));
  if (type === 'number') return numberTest('FloatFilter', fc.constantFrom(...amounts));
  if (type !== 'enum')
    return stringTest(fc.oneof(upperOrLower, fc.constantFrom(...(name === 'predicate' ? predicates : allIds))));
  const value = fc.constantFrom(...Object.keys(values ?? {}));
  return testOf<unknown>(`${owner}${pascalCase(name)}Filter`, { eq: value, in: fc.array(value, { maxLength: 3 }), known });
}

const propertyTests = (listed: Listed | 'Entity') =>
  Object.entries(propertiesOf(listed)).map(([property, model]) => ({
    listed,
    property,
    test: propertyTest(listed, property, model).map((test) => ({ [property]: test })),
  }));

/** Every property of every kind, each to be tested by itself: among all that can be asked, chance would pass over some. */
const tested = listedKinds.flatMap(propertyTests);

/** Every relation field that can be filtered by. */
const quantified = listedKinds.flatMap((listed) => [...filterFields(listed)].map(([name, field]) => ({ listed, name, field })));

const codeTest = fc.record(
  { value: fc.constantFrom(...codeValues), scheme: fc.constantFrom(...schemes) },
  { requiredKeys: ['value'] },
);
const anId = fc.constantFrom(...allIds);

const idTest = (id: fc.Arbitrary<string>) =>
  testOf<unknown>('IdFilter', {
    eq: id,
    in: fc.array(id, { maxLength: 3 }),
    startsWith: fc.constantFrom('region:', 'policy:n1', ''),
    known,
  });

const enumTest = (input: string, values: readonly string[]) => {
  const value = fc.constantFrom(...values);
  return testOf<unknown>(input, { eq: value, in: fc.array(value, { minLength: 1, maxLength: 2 }) });
};

/** A filter of relations, as the field allows it. */
function edgeFilter({ types, attributes }: Pick<FilterField, 'types' | 'attributes'>): fc.Arbitrary<EdgeFilter> {
  const own = Object.entries(attributes).map(([name, property]) => {
    const type = types.find((each) => Object.hasOwn(relations[each].attributes, name)) as RelationType;
    const test = property.isId ? idTest(fc.constantFrom(...texts)) : propertyTest(pascalCase(type), name, property);
    return test.map((each) => ({ [name]: each }));
  });
  const common = [
    enumTest('RelationTypeFilter', types).map((type) => ({ type })),
    enumTest('CertaintyFilter', Object.keys(certainties)).map((certainty) => ({ certainty })),
    testOf<unknown>('ValidityFilter', { from: dateTest, until: dateTest }).map((validity) => ({ validity })),
  ];
  return fc
    .array(fc.oneof(...own, ...common), { minLength: 1, maxLength: 2 })
    .map((tests) => Object.assign({}, ...tests) as EdgeFilter);
}

const countTest = testOf<unknown>('CountFilter', {
  ...Object.fromEntries(['eq', 'gt', 'gte', 'lt', 'lte'].map((operator) => [operator, fc.nat(3)])),
  in: fc.array(fc.nat(4), { maxLength: 3 }),
});

/** A filter of what a field leads to; what is related must pass one that is nested `depth` deep. */
function quantifierTest(field: FilterField, depth: number): fc.Arbitrary<Filter> {
  const nested = fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: leaf(targetOf(field), depth - 1) });
  const quantifiers = { some: nested, none: nested, every: nested, count: countTest, edge: edgeFilter(field) };
  // at most two: Neo4j plans a statement of many subqueries for half a minute
  return fc
    .subarray(Object.keys(quantifiers) as (keyof typeof quantifiers)[], { maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, quantifiers[name]])))) as fc.Arbitrary<Filter>;
}

/** Tests of what claims and observations rest on, who says them, and what their texts say. */
const recordTests = (listed: 'Claim' | 'Observation'): fc.Arbitrary<Filter>[] => [
  ...waysOfRecord(listed).map(([name, { paths }]) => {
    const to = paths[0]?.steps.at(-1)?.to;
    const ids =
      to === 'Document' || to === 'Organization' ? idsOf(to) : [...idsOf('Agency'), ...idsOf('Person'), ...idsOf('Product')];
    return fc
      .constantFrom(...ids.slice(0, 6), ...(to === 'Entity' ? ['region:n0', 'region:n1', 'person:n0', 'product:n1'] : []))
      .map((id) => ({ [name]: id }));
  }),
  countTest.map((count) => ({ documents: { count } })),
  fc.oneof(part, fc.constantFrom('it SAYS', '15000', '2.5', '5000.0', '9007199254740991')).map((text) => ({ text })),
];

/** One test of a kind, as the API allows it. */
function leaf(listed: Listed | 'Entity', depth = 1): fc.Arbitrary<Filter> {
  const own = propertyTests(listed).map(({ test }) => test);
  if (listed === 'Claim' || listed === 'Observation')
    return fc.oneof(...own.filter((_, index) => index % 3 === 0), ...recordTests(listed));
  const byRelation = relationFilters(listed).map(({ name, type, direction }) => {
    const others = world.relations
      .filter((relation) => relation.type === type)
      .map(({ from, to }) => (direction === 'out' ? to : from));
    return fc.constantFrom(...others).map((id) => ({ [name]: id }));
  });
  const general: fc.Arbitrary<Filter>[] = [
    idTest(anId).map((id) => ({ id })),
    stringTest(upperOrLower).map((name) => ({ name })),
    codeTest.map((code) => ({ code })),
    codeTest.map((identifier) => ({ identifier })),
    fc.constantFrom(...idsOf('Region')).map((within) => ({ within })),
    fc.array(fc.constantFrom(...labels), { maxLength: 4 }).map((type) => ({ type })),
  ];
  const related = fc
    .constantFrom(...filterFields(listed))
    .chain(([name, field]) => quantifierTest(field, depth).map((test) => ({ [name]: test })));
  return fc.oneof(
    ...own,
    ...general,
    ...(byRelation.length === 0 ? [] : [fc.oneof(...byRelation)]),
    ...(depth === 0 ? [] : [{ weight: 3, arbitrary: related }]),
  );
}

function filterOf(listed: Listed | 'Entity'): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true, depthSize: 'small' },
      { weight: 2, arbitrary: fc.constant({}) },
      { weight: 3, arbitrary: leaf(listed) },
      { weight: 1, arbitrary: fc.array(tie('filter'), { maxLength: 3 }).map((and) => ({ and })) },
      { weight: 1, arbitrary: fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })) },
      { weight: 1, arbitrary: tie('filter').map((not) => ({ not })) },
      { weight: 1, arbitrary: fc.tuple(leaf(listed), tie('filter')).map(([one, not]) => ({ ...one, not })) },
    ),
  }));
  return filter;
}

const orderOf = (listed: Listed | 'Entity', field?: RelationField): fc.Arbitrary<Order> =>
  fc
    .record({
      by: fc.constantFrom(...orderings(listed).values(), ...(field === undefined ? [] : edgeOrderings(field).values())),
      direction: fc.constantFrom<Order['direction']>('ASC', 'DESC'),
    })
    .map(({ by: { property, way, edge }, direction }) => ({ property, way, edge, direction }));

const question = (listed: Listed | 'Entity', field?: RelationField) =>
  fc.record({ where: filterOf(listed), order: orderOf(listed, field), size: fc.integer({ min: 1, max: 9 }), on: day });

/** A list for any page of it. */
type Ask<T> = (page: PageArguments) => List<T>;

/** All pages of a list, the first to the last. Each must know its place. */
async function forwards<T>(ask: Ask<T>, first: number): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask({ first, after }).page();
    expect(page.hasPreviousPage).toBe(after !== undefined);
    items.push(...itemsOf(page));
    if (!page.hasNextPage) return items;
    expect(page.edges).toHaveLength(first);
    after = page.edges.at(-1)?.cursor;
  }
}

/** All pages of a list from its end, put together in its order. */
async function backwards<T>(ask: Ask<T>, last: number): Promise<T[]> {
  const items: T[] = [];
  for (let before: string | undefined; ;) {
    const page = await ask({ last, before }).page();
    expect(page.hasNextPage).toBe(before !== undefined);
    items.unshift(...itemsOf(page));
    if (!page.hasPreviousPage) return items;
    expect(page.edges).toHaveLength(last);
    before = page.edges[0]?.cursor;
  }
}

const itemsOf = <T>({ edges }: Page<T>): T[] => edges.map(({ item }) => item);

async function expectList<T>(ask: Ask<T>, idOf: (item: T) => unknown, size: number, expected: readonly string[]): Promise<void> {
  expect((await forwards(ask, size)).map(idOf)).toEqual(expected);
  expect((await backwards(ask, size)).map(idOf)).toEqual(expected);
  expect(await ask({}).totalCount()).toBe(expected.length);
}

describe.each(engines)('lists on $name', ({ name, empty }) => {
  let graph: Graph;
  const parameters = { seed, numRuns: runs[name as keyof typeof runs] };
  const timeout = 300_000;

  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf(world)));
  });
  afterAll(() => graph.close());

  it('gives what passes a filter, in order, each once, whatever the size of the pages', { timeout }, async () => {
    const asked = fc.constantFrom(...listedKinds).chain((listed) => question(listed).map((rest) => ({ listed, ...rest })));
    await fc.assert(
      fc.asyncProperty(asked, async ({ listed, where, order, size, on }) => {
        const loaders = new Loaders(graph, { on, knownAt: now });
        const expected = new Reference(world, on).list(listed, where, order);
        await expectList(
          (page) => loaders.lists.all(listed, { ...page, where, order }),
          ({ node }) => node['id'],
          size,
          expected,
        );
      }),
      parameters,
    );
  });

  it('orders by every count of what is related, on the day requested', { timeout }, async () => {
    const on = '2024-02-05';
    for (const listed of listedKinds)
      for (const { property, way } of orderings(listed).values()) {
        if (way === undefined) continue;
        const order: Order = { property, way, direction: 'DESC' };
        const { edges } = await new Loaders(graph, { on, knownAt: now }).lists.all(listed, { first: 100, order }).page();
        expect(edges.map(({ item }) => item.node['id']).slice(0, 100)).toEqual(
          new Reference(world, on).list(listed, {}, order).slice(0, 100),
        );
      }
  });

  it.each(tested)('gives what passes a test of $listed.$property', { timeout }, async ({ listed, test }) => {
    const order: Order = {
      property: listed === 'Claim' ? 'predicate' : listed === 'Observation' ? 'kind' : 'name',
      direction: 'ASC',
    };
    await fc.assert(
      fc.asyncProperty(test, async (where) => {
        const { edges } = await new Loaders(graph, { on: days[0] as string, knownAt: now }).lists
          .all(listed, { first: 100, where, order })
          .page();
        expect(edges.map(({ item }) => item.node['id'])).toEqual(
          new Reference(world, days[0] as string).list(listed, where, order),
        );
      }),
      { seed, numRuns: parameters.numRuns / 10 },
    );
  });

  it('gives what passes a filter of what it is related to, at any depth', { timeout }, async () => {
    const order: Order = { property: 'name', direction: 'ASC' };
    const asked = fc
      .constantFrom(...quantified)
      .chain(({ listed, name, field }) =>
        fc.record({ listed: fc.constant(listed), where: quantifierTest(field, 2).map((test) => ({ [name]: test })), on: day }),
      );
    await fc.assert(
      fc.asyncProperty(asked, async ({ listed, where, on }) => {
        const { edges } = await new Loaders(graph, { on, knownAt: now }).lists.all(listed, { first: 100, where, order }).page();
        expect(edges.map(({ item }) => item.node['id'])).toEqual(
          new Reference(world, on).list(listed, where, order).slice(0, 100),
        );
      }),
      { seed, numRuns: parameters.numRuns * 0.4 },
    );
  });

  it('tells apart how sure it is that relations hold, as the reference does', { timeout }, async () => {
    const asked = fc.constantFrom(...fieldsOfModel).chain(({ label, field }) =>
      fc.record({
        id: fc.constantFrom(...originsOf(label, field)),
        field: fc.constant(field),
        certainty: fc.uniqueArray(fc.constantFrom<Certainty>('POSSIBLE', 'PRESUMED', 'CERTAIN'), { minLength: 1 }),
        on: fc.constantFrom(...days),
      }),
    );
    const order: Order = { property: 'name', direction: 'ASC' };
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, field, certainty, on }) => {
        const list = new Loaders(graph, { on, knownAt: now }).relations.related(id, field, { first: 100, order, certainty });
        const { edges } = await list.page();
        const sureness = (atLeast: Certainty) => new Reference(world, on, atLeast).related(id, field, {}, order, false);
        const [certain, presumed] = [sureness('CERTAIN'), sureness('PRESUMED')];
        const told = (relation: string) =>
          certain.includes(relation) ? 'CERTAIN' : presumed.includes(relation) ? 'PRESUMED' : 'POSSIBLE';
        expect(edges.map(({ item }) => [item.id, item.certainty])).toEqual(
          sureness('POSSIBLE')
            .map((relation) => [relation, told(relation)] as const)
            .filter(([, each]) => certainty.includes(each)),
        );
      }),
      parameters,
    );
  });

  it('gives the relations that may hold on a day', { timeout }, async () => {
    const asked = fc.constantFrom(...fieldsOfModel).chain(({ label, field }) =>
      fc.record({
        id: fc.constantFrom(...originsOf(label, field)),
        field: fc.constant(field),
        includeParts: fc.boolean(),
        edge: fc.option(edgeFilter(field), { nil: {} }),
        atLeast: fc.constantFrom<Certainty>('POSSIBLE', 'PRESUMED', 'CERTAIN'),
        asked: question(targetOf(field), field),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, field, includeParts, edge, atLeast, asked: { where, order, size, on } }) => {
        const loaders = new Loaders(graph, { on, knownAt: now, atLeast });
        const expected = new Reference(world, on, atLeast).related(id, field, where, order, includeParts, edge);
        await expectList(
          (page) =>
            loaders.relations.related(id, field, { ...page, where, edge, order, reach: includeParts ? 'PARTS' : undefined }),
          (relation) => relation.id,
          size,
          expected,
        );
      }),
      parameters,
    );
  });

  it('gives what covers a region or those around it, each once, through the nearest', { timeout }, async () => {
    const scoped = fieldsOfModel.filter(({ field }) => field.scope);
    expect([...new Set(scoped.map(({ label }) => label))].sort()).toEqual(['Agency', 'Organization', 'Region']);
    const asked = fc.constantFrom(...scoped).chain(({ label, field }) =>
      fc.record({
        id: fc.constantFrom(...idsOf(label)),
        field: fc.constant(field),
        reach: fc.constantFrom<Scope>('INHERITED', 'CONTAINED', 'ANY'),
        asked: question(targetOf(field), field),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, field, reach, asked: { where, order, size, on } }) => {
        const ask = (page: PageArguments) =>
          new Loaders(graph, { on, knownAt: now }).relations.related(id, field, { ...page, where, order, reach });
        const expected = new Reference(world, on).within(id, field, where, order, reach);
        await expectList(
          ask,
          ({ node }) => node.id,
          size,
          expected.map(({ node }) => node),
        );
        expect((await forwards(ask, size)).map(({ node, via }) => ({ node: node.id, via }))).toEqual(expected);
        const types = groupBy(expected, ({ node }) => labels.find((label) => node.startsWith(idPrefix(label)))?.toUpperCase());
        expect(new Map((await ask({}).table('TYPE')).cells.map(({ row, count }) => [row, count]))).toEqual(
          new Map([...types].map(([type, items]) => [type, items.length])),
        );
      }),
      parameters,
    );
  });

  it.each<[Listed | 'Entity', Filter]>([
    ['Policy', { id: { in: ['policy:n1', 'policy:n2'] } }],
    ['Policy', { issuers: { some: { id: { eq: 'agency:n1' } }, edge: { role: { known: true } } } }],
    ['Program', { regions: { some: { within: 'region:n0' } } }],
    ['Agency', { policies: { some: { and: [{ programs: { some: { covers: 'region:n1' } } }] } } }],
    ['Person', { relations: { some: { id: { eq: 'event:n1' } } }, name: { known: true } }],
  ])('begins a list of %s at what a filter names: %j', async (listed, where) => {
    expect(listStart(listed, where).text).toMatch(/^UNWIND \$starts AS start MATCH \(\w+:Entity \{id: start\}\)/);
    for (const on of days) {
      const order: Order = { property: 'name', direction: 'ASC' };
      const list = new Loaders(graph, { on, knownAt: now }).lists.all(listed, { first: 100, where, order });
      expect(itemsOf(await list.page()).map(({ node }) => node['id'])).toEqual(
        new Reference(world, on).list(listed, where, order),
      );
    }
  });

  it('gives the observations of an entity', { timeout }, async () => {
    const origins = fc.constantFrom(
      ...idsOf('Indicator'),
      ...idsOf('Product'),
      ...idsOf('Region').slice(0, 6),
      ...idsOf('Policy').slice(0, 3),
    );
    await fc.assert(
      fc.asyncProperty(origins, question('Observation'), async (id, { where, order, size, on }) => {
        const loaders = new Loaders(graph, { on, knownAt: now });
        const expected = new Reference(world, on).observations(id, where, order);
        await expectList(
          (page) => loaders.observations.of(id, { ...page, where, order }),
          (observation) => observation.id,
          size,
          expected,
        );
      }),
      parameters,
    );
  });

  it('gives what an entity is part of, the nearest first, each once', async () => {
    for (const on of days) {
      const loaders = new Loaders(graph, { on, knownAt: now });
      const reference = new Reference(world, on);
      const ids = [...idsOf('Region'), ...idsOf('Agency'), ...idsOf('Person')];
      const found = await Promise.all(ids.map(async (id) => (await loaders.entities.ancestors(id)).map((entity) => entity.id)));
      expect(found).toEqual(ids.map((id) => reference.ancestors(id)));
    }
  });

  it('stops a page at both cursors', async () => {
    const loaders = new Loaders(graph, { on: days[0] as string, knownAt: now });
    const order: Order = { property: 'name', direction: 'ASC' };
    const all = await loaders.lists.all('Policy', { first: 30, order }).page();
    const [after, before] = [all.edges[4]?.cursor, all.edges[11]?.cursor];
    const between = all.edges.slice(5, 11).map(({ item }) => item);
    expect(itemsOf(await loaders.lists.all('Policy', { first: 20, after, before, order }).page())).toEqual(between);
    expect(itemsOf(await loaders.lists.all('Policy', { last: 2, after, before, order }).page())).toEqual(between.slice(-2));
    expect(itemsOf(await loaders.lists.all('Policy', { before, order }).page())).toEqual(
      all.edges.slice(0, 11).map(({ item }) => item),
    );
  });
});
