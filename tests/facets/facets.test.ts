import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../src/graph/time/as-of.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import { facets, type FacetValue } from '../../src/graph/lists/facet.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import { labels, records, relationFields, type Label, type Listed } from '../../src/model/model.js';
import type { Order } from '../../src/graph/lists/order.js';
import type { List } from '../../src/graph/lists/page.js';
import type { Graph } from '../../src/graph/port.js';
import { Reference, propertiesOf } from '../graph/reference.js';
import { changeOf, days, idsOf, worldOf } from '../graph/world.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const seed = 7;
const runs = { embedded: 60, neo4j: 20 };
const world = worldOf(seed);
const listedKinds = ['Entity', ...labels, ...(Object.keys(records) as Listed[])] as const;
const day = fc.constantFrom(...days);
const orderOf = (listed: Listed | 'Entity'): Order => ({
  property: listed === 'Claim' ? 'predicate' : listed === 'Observation' ? 'kind' : 'name',
  direction: 'ASC',
});

const entityOf = (id: string) => world.entities.find((entity) => entity.id === id);
const valuesOf = (id: string): Readonly<Record<string, unknown>> => ({
  ...entityOf(id)?.properties,
  ...world.observations.find((each) => each.id === id),
  ...world.claims.find((each) => each.id === id),
});

/** The value of an item, found by the name of the facet alone: `ANNOUNCED_YEAR` is the year of `announcedOn`. */
function valueOf(listed: Listed | 'Entity', id: string, by: string): string | null {
  if (by === 'TYPE') return entityOf(id)?.label.toUpperCase() ?? null;
  const named = (name: string) =>
    name
      .replace(/On$/, '')
      .replaceAll(/[A-Z]/g, (letter) => `_${letter}`)
      .toUpperCase();
  const [name, { type }] = Object.entries(propertiesOf(listed)).find(
    ([property]) => named(property) === by.replace(/_YEAR$/, ''),
  ) as [string, { type: string }];
  const value = valuesOf(id)[name] as string | undefined;
  if (value === undefined) return null;
  return type === 'date' ? (fuzzyDate(value).earliest?.slice(0, 4) ?? null) : value;
}

/** The values counted one by one. */
function counted(values: readonly (string | null)[]): FacetValue[] {
  const found = [...new Set(values)].map((value) => ({ value, count: values.filter((each) => each === value).length }));
  return found.sort((a, b) => b.count - a.count || (a.value === null ? 1 : b.value === null ? -1 : a.value < b.value ? -1 : 1));
}

async function allOf<T>(ask: (after: string | undefined) => List<T>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask(after).page();
    items.push(...page.edges.map(({ item }) => item));
    if (!page.hasNextPage) return items;
    after = page.edges.at(-1)?.cursor;
  }
}

describe('facets', () => {
  it('are those of the model', () => {
    expect([...facets('Policy').keys()]).toEqual([
      'TYPE',
      'KIND',
      'ANNOUNCED_YEAR',
      'EFFECTIVE_FROM_YEAR',
      'EFFECTIVE_TO_YEAR',
      'STATUS',
    ]);
    expect([...facets('Observation').keys()]).toEqual([
      'INDICATOR',
      'REGION',
      'PERIOD_YEAR',
      'UNIT',
      'COMPARATOR',
      'KIND',
      'REPORTED_BY',
      'RANKED_IN',
    ]);
    expect([...facets('Claim').keys()]).toEqual(['PREDICATE', 'FROM_YEAR', 'UNTIL_YEAR', 'EVENT', 'SAID_YEAR', 'SAID_TO']);
    expect([...facets('Entity').keys()]).toEqual(['TYPE']);
  });
});

/** In milliseconds: Neo4j plans a statement when it first meets it, which on a busy machine takes seconds. */
const deadline = 60_000;

describe.each(engines)('facets on $name', ({ name, empty }) => {
  let graph: Graph;
  let service: Service;
  const parameters = { seed, numRuns: runs[name as keyof typeof runs] };
  const timeout = 120_000;
  const loadersOn = (on: string) => new Loaders(graph, { on, knownAt: now });

  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf(world)));
    service = await serve(graph, { deadline });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it.each(listedKinds.flatMap((listed) => [...facets(listed).keys()].map((by) => ({ listed, by }))))(
    'counts all of $listed by $by',
    async ({ listed, by }) => {
      const on = days[0] as string;
      const ids = new Reference(world, on).list(listed, {}, orderOf(listed));
      const list = loadersOn(on).lists.all(listed, { order: orderOf(listed), first: 1 });
      expect(await list.facet(by)).toEqual(counted(ids.map((id) => valueOf(listed, id, by))));
    },
  );

  it('counts what passes a filter', { timeout }, async () => {
    const asked = fc.record({
      within: fc.constantFrom(...idsOf('Region').slice(0, 6)),
      level: fc.constantFrom('PROVINCE', 'COUNTRY', 'COUNTY'),
      not: fc.boolean(),
      on: day,
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ within, level, not, on }) => {
        const where = not ? { within, not: { level: { eq: level } } } : { or: [{ within }, { level: { eq: level } }] };
        const ids = new Reference(world, on).list('Region', where, orderOf('Region'));
        expect(
          await loadersOn(on)
            .lists.all('Region', { order: orderOf('Region'), where })
            .facet('LEVEL'),
        ).toEqual(counted(ids.map((id) => valueOf('Region', id, 'LEVEL'))));
      }),
      parameters,
    );
  });

  it('counts the relations of an entity, and those of its parts', { timeout }, async () => {
    const fields = labels.flatMap((label) => [...relationFields(label).values()].map((field) => ({ label, field })));
    const asked = fc
      .constantFrom(...fields)
      .chain(({ label, field }) =>
        fc.record({ id: fc.constantFrom(...idsOf(label)), field: fc.constant(field), includeParts: fc.boolean(), on: day }),
      );
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, field, includeParts, on }) => {
        const listed = field.targets.length === 1 ? (field.targets[0] as Label) : 'Entity';
        const found = new Reference(world, on).related(id, field, {}, orderOf(listed), includeParts);
        const ends = found
          .map((each) => world.relations.find((relation) => relation.id === each))
          .map((relation) => (field.direction === 'out' ? relation?.to : relation?.from) as string);
        const list = loadersOn(on).relations.related(id, field, {
          order: orderOf(listed),
          reach: includeParts ? 'PARTS' : undefined,
        });
        for (const by of facets(listed).keys())
          expect(await list.facet(by)).toEqual(counted(ends.map((end) => valueOf(listed, end, by))));
      }),
      parameters,
    );
  });

  it('counts the observations of an entity', { timeout }, async () => {
    const asked = fc.record({
      id: fc.constantFrom(...idsOf('Indicator'), ...idsOf('Product'), ...idsOf('Region').slice(0, 4)),
      by: fc.constantFrom(...facets('Observation').keys()),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, by }) => {
        const found = new Reference(world, days[0] as string).observations(id, {}, orderOf('Observation'));
        expect(
          await loadersOn(days[0] as string)
            .observations.of(id, { order: orderOf('Observation') })
            .facet(by),
        ).toEqual(counted(found.map((each) => valueOf('Observation', each, by))));
      }),
      parameters,
    );
  });

  it('counts what is on the pages of a list that reaches further or rolls up', { timeout }, async () => {
    const regions = relationFields('Program').get('regions');
    if (regions === undefined) throw new Error('Programs have no regions.');
    const asked = fc.record({
      region: fc.constantFrom(...idsOf('Region').slice(0, 8)),
      program: fc.constantFrom(...idsOf('Program')),
      reach: fc.constantFrom('INHERITED', 'CONTAINED', 'ANY'),
      level: fc.constantFrom('COUNTRY', 'PROVINCE'),
      on: day,
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ region, program, reach, level, on }) => {
        const { observations, relations } = loadersOn(on);
        const reaching = (after?: string) => observations.of(region, { order: orderOf('Observation'), reach, after });
        const rolledUp = (after?: string) =>
          relations.related(program, regions, { order: orderOf('Region'), rollUpTo: level, after });
        expect(await reaching().facet('UNIT')).toEqual(
          counted((await allOf(reaching)).map((each) => valueOf('Observation', each.id, 'UNIT'))),
        );
        expect(await rolledUp().facet('LEVEL')).toEqual(
          counted((await allOf(rolledUp)).map(({ node }) => valueOf('Region', node.id, 'LEVEL'))),
        );
      }),
      parameters,
    );
  });

  it('are fields of every connection, whatever the page', async () => {
    const { json } = await service.ask(
      '{ policies(first: 1) { totalCount edges { node { id } } facets(by: [KIND, ANNOUNCED_YEAR]) { by values { value count } } } }',
    );
    const { totalCount, facets: found } = json.data.policies as {
      totalCount: number;
      facets: { by: string; values: FacetValue[] }[];
    };
    expect(found.map(({ by }) => by)).toEqual(['KIND', 'ANNOUNCED_YEAR']);
    for (const { values } of found) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
  });

  it('are at most five at a time', async () => {
    const { status, json } = await service.ask('{ policies { facets(by: [KIND, KIND, KIND, KIND, KIND, KIND]) { by } } }');
    expect({ status, code: json.errors?.[0]?.extensions['code'] }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });
});
