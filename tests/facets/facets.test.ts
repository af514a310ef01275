import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../src/graph/time/as-of.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import { facets, maxCells, tableOf, type Cell } from '../../src/graph/lists/facet.js';
import { constantName } from '../../src/graph/lists/order.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import { labels, records, relationFields, type Label, type Listed, type RelationField } from '../../src/model/model.js';
import type { Order } from '../../src/graph/lists/order.js';
import type { List } from '../../src/graph/lists/page.js';
import type { Graph } from '../../src/graph/port.js';
import type { ClaimRecord, EntityRecord, EvidenceRecord } from '../../src/graph/stored/record-types.js';
import { hashOf } from '../../src/archive.js';
import { Reference, camelCase, propertiesOf } from '../graph/reference.js';
import { changeOf, days, idsOf, worldOf } from '../graph/world.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';
import { placeOf, sentences, text } from '../support/small-data.js';
import { archived, removeFolders, temporary } from '../support/texts.js';

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

/** The values of an item, found by the name of the facet alone: `ANNOUNCED_YEAR` is the year of `announcedOn`, ISSUERS are whom `issuers` leads to. */
function valuesBy(listed: Listed | 'Entity', id: string, by: string, on: string): (string | null)[] {
  if (by === 'TYPE') return [entityOf(id)?.label.toUpperCase() ?? null];
  const reference = new Reference(world, on);
  if (by.endsWith('_COUNT')) return [String(reference.leadsTo(listed, id, camelCase(by.slice(0, -'_COUNT'.length))).length)];
  const named = (name: string) =>
    name
      .replace(/On$/, '')
      .replaceAll(/[A-Z]/g, (letter) => `_${letter}`)
      .toUpperCase();
  const property = Object.entries(propertiesOf(listed)).find(([name]) => named(name) === by.replace(/_YEAR$/, ''));
  if (property === undefined) {
    const ends = [...new Set(reference.leadsTo(listed, id, camelCase(by)))];
    return ends.length === 0 ? [null] : ends;
  }
  const [name, { type }] = property;
  const value = valuesOf(id)[name] as string | undefined;
  if (value === undefined) return [null];
  return [type === 'date' ? (fuzzyDate(value).earliest?.slice(0, 4) ?? null) : value];
}

const byValue = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

/** The pairs of values of items counted one by one; without columns, the values. */
function counted(listed: Listed | 'Entity', ids: readonly string[], on: string, rows: string, columns?: string): Cell[] {
  const pairs = ids.flatMap((id) =>
    valuesBy(listed, id, rows, on).flatMap((row) =>
      (columns === undefined ? [null] : valuesBy(listed, id, columns, on)).map((column) => ({ row, column })),
    ),
  );
  const cells = [...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values()].map((cell) => ({
    ...cell,
    count: pairs.filter(({ row, column }) => row === cell.row && column === cell.column).length,
  }));
  return cells.sort((a, b) => b.count - a.count || byValue(a.row, b.row) || byValue(a.column, b.column));
}

const cellsOf = async (list: List<unknown>, rows: string, columns?: string): Promise<readonly Cell[]> =>
  (await list.table(rows, columns)).cells;

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
    const own = (listed: Listed, count: number) => [...facets(listed).keys()].slice(0, count);
    expect(own('Policy', 8)).toEqual([
      'TYPE',
      'KIND',
      'ANNOUNCED_YEAR',
      'EFFECTIVE_FROM_YEAR',
      'EFFECTIVE_TO_YEAR',
      'STATUS',
      'ISSUERS',
      'SIGNATORIES',
    ]);
    const ofRecords = ['DOCUMENT', 'DOCUMENT_COUNT', 'SOURCE', 'ABOUT'];
    expect([...facets('Observation').keys()]).toEqual(expect.arrayContaining(['INDICATOR', 'REPORTED_BY', ...ofRecords]));
    expect([...facets('Claim').keys()]).toEqual(expect.arrayContaining(['PREDICATE', 'SAID_TO', 'SPEAKER', ...ofRecords]));
  });

  it('are one for each relation field, under names that no other facet has', () => {
    for (const label of labels) {
      const names = [...relationFields(label).keys()].map(constantName);
      const own = new Set(Object.keys(propertiesOf(label)).map(constantName));
      expect([...facets(label).keys()]).toEqual(expect.arrayContaining(names));
      expect(names.filter((name) => own.has(name))).toEqual([]);
    }
    expect([...facets('Entity').keys()]).toEqual(['TYPE', 'DOCUMENTS']);
  });
});

const listedBy = ({ targets }: RelationField): Label | 'Entity' => (targets.length === 1 ? (targets[0] as Label) : 'Entity');

it('a table gives the largest cells, and whether there are more', () => {
  const rows = Array.from({ length: maxCells + 1 }, (_, number) => ({ row: `n${number}`, column: null, total: number }));
  const { cells, truncated } = tableOf(rows);
  expect([truncated, cells.length, cells[0]?.count, cells.at(-1)?.count]).toEqual([true, maxCells, maxCells, 1]);
  expect(tableOf(rows.slice(1))).toEqual({ cells, truncated: false });
});

/** The facets of which an item has one value: its type, its own properties, a number. */
const singleValued = (listed: Listed | 'Entity'): string[] =>
  [...facets(listed)]
    .filter(([name, { isId }]) => !isId || ['INDICATOR', 'REGION', 'EVENT'].includes(name))
    .map(([name]) => name);

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
      const on = '2024-02-05';
      const ids = new Reference(world, on).list(listed, {}, orderOf(listed));
      const list = loadersOn(on).lists.all(listed, { order: orderOf(listed), first: 1 });
      expect(await cellsOf(list, by)).toEqual(counted(listed, ids, on, by));
    },
  );

  it('fills tables whose rows add up to the facet, where an item has one column', { timeout }, async () => {
    const asked = fc.constantFrom(...listedKinds).chain((listed) =>
      fc.record({
        listed: fc.constant(listed),
        rows: fc.constantFrom(...facets(listed).keys()),
        columns: fc.constantFrom(...singleValued(listed)),
        on: day,
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ listed, rows, columns, on }) => {
        const list = loadersOn(on).lists.all(listed, { order: orderOf(listed) });
        const table = await cellsOf(list, rows, columns);
        const ids = new Reference(world, on).list(listed, {}, orderOf(listed));
        expect(table).toEqual(counted(listed, ids, on, rows, columns));
        const sums = new Map<string | null, number>();
        for (const { row, count } of table) sums.set(row, (sums.get(row) ?? 0) + count);
        expect(sums).toEqual(new Map((await cellsOf(list, rows)).map(({ row, count }) => [row, count])));
      }),
      parameters,
    );
  });

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
        const list = loadersOn(on).lists.all('Region', { order: orderOf('Region'), where });
        expect(await cellsOf(list, 'LEVEL')).toEqual(counted('Region', ids, on, 'LEVEL'));
        expect(await cellsOf(list, 'PROGRAMS', 'LEVEL')).toEqual(counted('Region', ids, on, 'PROGRAMS', 'LEVEL'));
      }),
      parameters,
    );
  });

  it('counts the relations of an entity, and those of its parts', { timeout }, async () => {
    const fields = labels.flatMap((label) => [...relationFields(label).values()].map((field) => ({ label, field })));
    const asked = fc.constantFrom(...fields).chain(({ label, field }) =>
      fc.record({
        id: fc.constantFrom(...idsOf(label)),
        field: fc.constant(field),
        includeParts: fc.boolean(),
        on: day,
        rows: fc.constantFrom(...facets(listedBy(field)).keys()),
        columns: fc.option(fc.constantFrom(...facets(listedBy(field)).keys()), { nil: undefined }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ id, field, includeParts, on, rows, columns }) => {
        const listed = listedBy(field);
        const found = new Reference(world, on).related(id, field, {}, orderOf(listed), includeParts);
        const ends = found
          .map((each) => world.relations.find((relation) => relation.id === each))
          .map((relation) => (field.direction === 'out' ? relation?.to : relation?.from) as string);
        const list = loadersOn(on).relations.related(id, field, {
          order: orderOf(listed),
          reach: includeParts ? 'PARTS' : undefined,
        });
        expect(await cellsOf(list, rows, columns)).toEqual(counted(listed, ends, on, rows, columns));
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
        const list = loadersOn(days[0] as string).observations.of(id, { order: orderOf('Observation') });
        expect(await cellsOf(list, by)).toEqual(counted('Observation', found, days[0] as string, by));
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
        const values = (await allOf(reaching)).map((each) => each.id);
        const folded = (await allOf(rolledUp)).map(({ node }) => node.id);
        expect(await cellsOf(reaching(), 'UNIT', 'SOURCE')).toEqual(counted('Observation', values, on, 'UNIT', 'SOURCE'));
        expect(await cellsOf(rolledUp(), 'LEVEL')).toEqual(counted('Region', folded, on, 'LEVEL'));
        expect(await cellsOf(rolledUp(), 'POLICIES', 'LEVEL')).toEqual(counted('Region', folded, on, 'POLICIES', 'LEVEL'));
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
      facets: { by: string; values: { value: string | null; count: number }[] }[];
    };
    expect(found.map(({ by }) => by)).toEqual(['KIND', 'ANNOUNCED_YEAR']);
    for (const { values } of found) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
  });

  it('name the entities of a facet, and the pairs of a table', async () => {
    const { json } = await service.ask(
      '{ policies { facets(by: [ISSUERS]) { truncated values { value count entity { id name } } } crossTable(rows: ISSUERS, columns: KIND) { truncated cells { row rowEntity { id } column columnEntity { id } count } } } }',
    );
    const { facets: found, crossTable } = json.data.policies;
    const [{ values, truncated }] = found;
    expect(truncated || crossTable.truncated).toBe(false);
    for (const { value, entity } of values)
      expect(entity).toEqual(value === null ? null : { id: value, name: expect.any(String) });
    expect(crossTable.cells.length).toBeGreaterThan(values.length);
    for (const { row, rowEntity, columnEntity } of crossTable.cells)
      expect([rowEntity?.id ?? null, columnEntity]).toEqual([row, null]);
  });

  it.each([
    ['policies(first: 1) { crossTable(rows: ISSUERS) { truncated } }', 'argument "columns"'],
    ['policies(first: 1) { crossTable(rows: ISSUER, columns: KIND) { truncated } }', 'Did you mean the enum value "ISSUERS"'],
    ['claims(first: 1) { facets(by: [SPEAKERS]) { by } }', 'Did you mean the enum value "SPEAKER"'],
    ['regions(orderBy: PROGRAM_COUNT_DESC) { totalCount }', 'Did you mean the enum value "PROGRAMS_COUNT_DESC"'],
  ])('refuse { %s }', async (query, message) => {
    const { status, json } = await service.ask(`{ ${query} }`);
    expect({ status, message: json.errors?.[0]?.message }).toEqual({ status: 400, message: expect.stringContaining(message) });
  });

  it('are at most five at a time', async () => {
    const { status, json } = await service.ask('{ policies { facets(by: [KIND, KIND, KIND, KIND, KIND, KIND]) { by } } }');
    expect({ status, code: json.errors?.[0]?.extensions['code'] }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });
});

describe.each(engines)('filters by text on $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;
  const evidence = (passage: string, changes: object = {}): EvidenceRecord => ({
    document: 'document:n0',
    summary: 'A passage of the article.',
    locator: { ...placeOf(passage), ...changes },
  });
  const claim = (id: string, subject: string, passage: EvidenceRecord): ClaimRecord => ({
    id: `claim:${id}`,
    subject,
    predicate: subject.startsWith('observation') ? 'value' : 'NOTE',
    value: subject.startsWith('observation') ? 10 : 'A note.',
    attributes: {},
    attributedTo: [],
    evidence: [passage],
  });
  const [, city, sale] = sentences;

  beforeAll(async () => {
    graph = await empty();
    const article = { ...(entityOf('document:n0') as EntityRecord), properties: { title: 'An article', sha256: hashOf(text) } };
    const claims = [
      claim('city', 'program:n0', evidence(city)),
      claim('sale', 'observation:n00', evidence(sale)),
      claim('moved', 'program:n0', evidence(sale, { sha256: hashOf('something else') })),
    ];
    const entities = world.entities.map((entity) => (entity.id === article.id ? article : entity));
    await graph.write(statementsOf(changeOf({ ...world, entities, claims })));
    service = await serve(graph, { archive: temporary(archived), deadline });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
    removeFolders();
  });

  it.each([
    ['claims(where: { text: "XI’AN (西安" })', ['claim:city']],
    ['claims(where: { text: "cars WERE sold" })', ['claim:sale']],
    ['claims(where: { text: "passage of the article" })', ['claim:city', 'claim:moved', 'claim:sale']],
    ['claims(where: { not: { text: "cars were" }, predicate: { eq: "NOTE" } })', ['claim:city', 'claim:moved']],
    ['claims(where: { or: [{ text: "cars were" }, { text: "西安" }] })', ['claim:city', 'claim:sale']],
    ['claims(where: { text: "(西安). Ten cars" })', []],
    ['claims(where: { text: "Subscribe" })', []],
    ['observations(where: { text: "ten cars" })', ['observation:n00']],
    ['observations(where: { text: "10" })', ['observation:n00']],
    ['observations(where: { text: "西安" })', []],
  ])('%s', async (field, ids) => {
    const { json } = await service.ask(`{ list: ${field} { totalCount edges { node { id } } } }`);
    const { totalCount, edges } = json.data.list as { totalCount: number; edges: { node: { id: string } }[] };
    expect({ totalCount, ids: edges.map(({ node }) => node.id).sort() }).toEqual({ totalCount: ids.length, ids });
  });

  it('look for quotes in the lists of entities too', async () => {
    const { json } = await service.ask(
      '{ document(id: "document:n0") { facts(where: { text: "西安" }) { totalCount } } indicators { edges { node { observations(where: { text: "ten cars" }) { totalCount } } } } }',
    );
    const counts = json.data.indicators.edges.map(({ node }: any) => node.observations.totalCount);
    expect([json.data.document.facts.totalCount, Math.max(...counts)]).toEqual([1, 1]);
  });
});
