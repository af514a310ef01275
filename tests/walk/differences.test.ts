import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import type { Difference } from '../../src/graph/differences/differences.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import type { EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { now } from '../../src/graph/time/as-of.js';
import { holdingDays, type Certainty } from '../../src/graph/time/certainty.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import { labels, labelOf, usualRelationTypes, type Label, type RelationType } from '../../src/model/model.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { allIds, changeOf, days, worldOf } from '../graph/world.js';

const world = worldOf(77);

const entity = (id: string): EntityRecord => ({
  id,
  label: labelOf(id) as Label,
  names: [{ value: id, lang: 'en', kind: 'PREFERRED' }],
  codes: [],
  identifiers: [],
  properties: {},
});
const dateOf = (text: string | undefined) => (text === undefined ? undefined : fuzzyDate(text));

/** A relation since and until then, which a source of a day speaks of. */
function relation(
  [from, type, to]: readonly [string, RelationType, string],
  [validFrom, validUntil, statedOn]: readonly (string | undefined)[],
  attributes: RelationRecord['attributes'] = {},
): RelationRecord {
  const stated = statedOn === undefined ? [] : [fuzzyDate(statedOn)];
  return {
    id: `relation:${[type, from, to, validFrom, ...Object.values(attributes)].join('-')}`,
    type,
    from,
    to,
    attributes,
    claimIds: [],
    validFrom,
    validUntil,
    days: holdingDays({ from: dateOf(validFrom), until: dateOf(validUntil) }, stated, undefined),
  };
}

const [chen, ministry, firm, bureau, scheme] = ['person:x-chen', 'agency:x', 'organization:x', 'agency:x-bureau', 'program:x'];
const relations: RelationRecord[] = [
  relation([chen, 'HOLDS_POSITION', ministry], ['2001', '2009-12-31'], { title: 'Vice minister' }),
  relation([chen, 'HOLDS_POSITION', ministry], ['2010-01-01', '2014-06-30'], { title: 'Minister' }),
  relation([chen, 'HOLDS_POSITION', firm], ['2014-07', undefined, '2015-03-01'], { title: 'Director' }),
  relation([chen, 'HOLDS_POSITION', bureau], ['1990-01-01', '1995-01-01'], { title: 'Head' }),
  relation([chen, 'HOLDS_POSITION', bureau], ['2016-01-01', undefined], { title: 'Head' }),
  relation([bureau, 'PART_OF', ministry], [undefined, undefined, '2012-05-05']),
  relation([ministry, 'ADMINISTERS', scheme], ['2010', '2011']),
];

describe.each(engines)('differences on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    const entities = [...world.entities, ...[chen, ministry, firm, bureau, scheme].map(entity)];
    await graph.write(statementsOf(changeOf({ ...world, entities, relations: [...world.relations, ...relations] })));
  }, 120_000);
  afterAll(() => graph.close());

  const shown = `{ id from { id } to { id } type certainty attributes { value } validity { from { edtf } } }`;
  const differences = async (args: string): Promise<any> => {
    const query = `{ differences(${args}) { totalCount truncated pageInfo { hasNextPage endCursor } edges { cursor node { change relation ${shown} before ${shown} } } } }`;
    const { data, errors } = await ask(graph, { query });
    expect(errors).toBeUndefined();
    return data?.['differences'];
  };
  const told = async (args: string): Promise<string[]> => {
    const short = ({ from, type, to, attributes, certainty }: any) =>
      [from.id, type, to.id, ...attributes.map(({ value }: any) => value), certainty].join(' ');
    const { edges } = await differences(args);
    return edges.map(
      ({ node: { change, relation: each, before } }: any) =>
        `${change} ${short(each)}${before === null ? '' : `, before ${short(before)}`}`,
    );
  };

  it.each([
    [
      'relations that ended and began',
      chen,
      '2012-01-01',
      '2015-06-01',
      'types: [HOLDS_POSITION]',
      [
        'ENDED person:x-chen HOLDS_POSITION agency:x Minister CERTAIN',
        'BEGAN person:x-chen HOLDS_POSITION organization:x Director PRESUMED',
      ],
    ],
    [
      'another title at the same agency',
      chen,
      '2008-01-01',
      '2012-01-01',
      '',
      [
        'CHANGED person:x-chen HOLDS_POSITION agency:x Minister CERTAIN, before person:x-chen HOLDS_POSITION agency:x Vice minister CERTAIN',
      ],
    ],
    [
      'the same title at another time',
      chen,
      '1992-01-01',
      '2020-01-01',
      '',
      [
        'BEGAN person:x-chen HOLDS_POSITION organization:x Director PRESUMED',
        'CHANGED person:x-chen HOLDS_POSITION agency:x-bureau Head PRESUMED, before person:x-chen HOLDS_POSITION agency:x-bureau Head CERTAIN',
      ],
    ],
    [
      'relations of both directions',
      ministry,
      '2008-01-01',
      '2012-01-01',
      'types: [HOLDS_POSITION, ADMINISTERS]',
      [
        'CHANGED person:x-chen HOLDS_POSITION agency:x Minister CERTAIN, before person:x-chen HOLDS_POSITION agency:x Vice minister CERTAIN',
      ],
    ],
    [
      'what may have begun',
      ministry,
      '2009-06-01',
      '2010-06-01',
      'types: [ADMINISTERS]',
      ['BEGAN agency:x ADMINISTERS program:x POSSIBLE'],
    ],
    ['nothing where it only may hold on both days', ministry, '2010-06-01', '2011-06-01', '', []],
    [
      'what a source speaks of in between',
      bureau,
      '2000-01-01',
      '2013-01-01',
      'types: [PART_OF]',
      ['CHANGED agency:x-bureau PART_OF agency:x PRESUMED, before agency:x-bureau PART_OF agency:x POSSIBLE'],
    ],
    [
      'only what is surer',
      bureau,
      '2000-01-01',
      '2013-01-01',
      'types: [PART_OF], asOf: { atLeast: PRESUMED }',
      ['BEGAN agency:x-bureau PART_OF agency:x PRESUMED'],
    ],
    ['nothing where sources are only older', bureau, '2012-05-05', '2020-01-01', 'types: [PART_OF]', []],
    ['nothing between a day and itself', chen, '2014-06-30', '2014-06-30', '', []],
    ['nothing of no types', chen, '2000-01-01', '2020-01-01', 'types: []', []],
    ['nothing that was not known yet', chen, '1980-01-01', '2020-01-01', 'asOf: { knownAt: "2024-01-01T00:00:00Z" }', []],
    ['nothing of an unknown entity', 'person:nobody', '1980-01-01', '2020-01-01', '', []],
  ])('show %s', async (_, about, from, to, rest, expected) => {
    expect(await told(`about: "${about}", from: "${from}", to: "${to}", ${rest}`)).toEqual(expected);
  });

  it('come page by page, each once, in the order in which they happened', async () => {
    const args = `about: "${chen}", from: "1980-01-01", to: "2020-01-01"`;
    const whole = await differences(args);
    expect(whole).toMatchObject({ totalCount: 2, truncated: false, pageInfo: { hasNextPage: false } });
    const first = await differences(`${args}, first: 1`);
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await differences(`${args}, first: 1, after: "${first.pageInfo.endCursor}"`);
    expect([...first.edges, ...second.edges]).toEqual(whole.edges);
    expect(whole.edges.map(({ node }: any) => node.relation.validity.from.edtf)).toEqual(['2014-07', '2016-01-01']);
  });

  it('are refused from a later day to an earlier one, and after a cursor of another list', async () => {
    const message = async (args: string) =>
      (await ask(graph, { query: `{ differences(about: "${chen}", ${args}) { totalCount } }` })).errors?.[0];
    expect(await message('from: "2020-01-01", to: "2018-12-31"')).toMatchObject({
      message: '"from" must not be after "to": 2020-01-01 is after 2018-12-31.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const cursor = Buffer.from(JSON.stringify(['key', null, 'x'])).toString('base64url');
    expect((await message(`from: "2018-01-01", to: "2020-01-01", after: "${cursor}"`))?.message).toMatch(/cursor of another/);
  });

  it('see a relation as of the day that it is shown for, under a key of its own', async () => {
    const query = (
      asOf: string,
    ) => `{ differences(about: "${bureau}", from: "2000-01-01", to: "2013-01-01", types: [PART_OF]${asOf}) {
      edges { node { relation { id key from { key } } before { key } } }
    } }`;
    const node = async (asOf: string) => ((await ask(graph, { query: query(asOf) })).data as any).differences.edges[0].node;
    const { relation: seen, before } = await node('');
    expect([seen.key, before.key, seen.from.key]).toEqual([`${seen.id}#2013-01-01`, `${seen.id}#2000-01-01`, bureau]);
    const then = await node(', asOf: { date: "2013-01-01" }');
    expect([then.relation.key, then.before.key, then.relation.from.key]).toEqual([
      `${seen.id}@2013-01-01`,
      `${seen.id}@2013-01-01#2000-01-01`,
      `${bureau}@2013-01-01`,
    ]);
  });

  it('agree with the lists of both days', { timeout: 120_000 }, async () => {
    const question = fc.record({
      id: fc.constantFrom(...allIds),
      days: fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)).map((pair) => pair.toSorted() as [string, string]),
      atLeast: fc.constantFrom<Certainty>('POSSIBLE', 'PRESUMED', 'CERTAIN'),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ id, days: [from, to], atLeast }) => {
        const { all } = await new Loaders(graph, { on: from, knownAt: now, atLeast }).differences.of(id, { from, to });
        const [earlier, later] = await Promise.all([from, to].map((on) => listed(graph, id, on, atLeast)));
        const only = (one: Held, other: Held) => [...one.keys()].filter((key) => !other.has(key));
        const surer = [...(later as Held)].filter(
          ([key, certainty]) => isPossible((earlier as Held).get(key)) !== isPossible(certainty) && earlier?.has(key),
        );
        expect(
          idsOf(all, ({ change, relation: { id: key }, before }) => (change === 'ENDED' || before?.id === key ? [] : [key])),
        ).toEqual(only(later as Held, earlier as Held).sort());
        expect(
          idsOf(all, ({ change, relation: { id: key }, before }) =>
            change === 'ENDED' ? [key] : before === undefined || before.id === key ? [] : [before.id],
          ),
        ).toEqual(only(earlier as Held, later as Held).sort());
        expect(idsOf(all, ({ relation: { id: key }, before }) => (before?.id === key ? [key] : []))).toEqual(
          surer.map(([key]) => key).sort(),
        );
        found += all.length;
      }),
      { seed: 20_240_207, numRuns: 150 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

/** Relations by id, with the certainty of each. */
type Held = ReadonlyMap<string, Certainty | undefined>;

const isPossible = (certainty: Certainty | undefined): boolean => certainty === 'POSSIBLE';
const idsOf = (all: readonly Difference[], ids: (difference: Difference) => string[]): string[] => all.flatMap(ids).sort();

async function listed(graph: Graph, id: string, on: string, atLeast: Certainty): Promise<Held> {
  const way = { types: usualRelationTypes, direction: 'any', targets: labels } as const;
  const list = new Loaders(graph, { on, knownAt: now, atLeast }).relations.related(id, way, {
    first: 10_000,
    order: { property: 'name', direction: 'ASC' },
  });
  return new Map((await list.page()).edges.map(({ item }) => [item.id, item.certainty]));
}
