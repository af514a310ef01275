import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../../src/graph/time/as-of.js';
import { statementsOf, type Change } from '../../src/graph/stored/changeset.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import { labels, entities, type Label, type TimelineKind } from '../../src/model/model.js';
import type { PageArguments } from '../../src/graph/lists/order.js';
import type { Graph } from '../../src/graph/port.js';
import { holdingDays } from '../../src/graph/time/certainty.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import type { EntityRecord, RelationRecord } from '../../src/graph/stored/record-types.js';
import { ownItems } from '../../src/graph/timeline/timeline.js';
import type { Entity } from '../../src/graph/stored/rows.js';
import { engines } from '../support/engines.js';
import { changeOf, idsOf, recordedAt, worldOf } from '../graph/world.js';

const entity = (id: string, label: Label, properties: Record<string, string> = {}): EntityRecord => ({
  id,
  label,
  names: [{ value: id.slice(id.indexOf(':') + 1), lang: 'en', kind: 'PREFERRED' }],
  codes: [],
  identifiers: [],
  properties,
});
const dateOf = (text: string | undefined) => (text === undefined ? undefined : fuzzyDate(text));
const relation = (
  type: RelationRecord['type'],
  from: string,
  to: string,
  validFrom?: string,
  validUntil?: string,
): RelationRecord => ({
  id: `relation:${type} ${from} ${to}`,
  type,
  from,
  to,
  attributes: {},
  claimIds: [`claim:${to}`],
  validFrom,
  validUntil,
  days: holdingDays({ from: dateOf(validFrom), until: dateOf(validUntil) }, [], undefined),
});
const regions = ['a', 'b', 'c', 'd', 'e'].map((name) => `region:${name}`);

const change: Change = {
  changeset: { id: 'changeset:timeline', author: 'tests', reason: 'a timeline', origin: 'tests', recordedAt },
  entities: [
    entity('program:pilot', 'Program', { startedOn: '2019', endedOn: '../2030' }),
    entity('policy:guideline', 'Policy', { announcedOn: '2019-04' }),
    entity('policy:notice', 'Policy', { announcedOn: '2024-02-05', effectiveFrom: '2024-03' }),
    entity('agency:ministry', 'Agency'),
    entity('indicator:sold', 'Indicator'),
    entity('event:launch', 'Event', { startedOn: '2019-05-01', endedOn: '2019-05-02' }),
    entity('document:dated', 'Document', { publishedOn: '2024-02-27', citedOn: '2024-02-20' }),
    entity('document:citing', 'Document', { citedOn: '2024-02-21' }),
    entity('document:undated', 'Document'),
    ...[...regions, 'region:first'].map((id) => entity(id, 'Region')),
    entity('region:late', 'Region'),
  ],
  claims: [],
  retractedClaims: [],
  removedRelations: [],
  observations: [
    {
      id: 'observation:1',
      indicator: 'indicator:sold',
      about: ['program:pilot'],
      period: '2019-04',
      value: 1200.5,
      unit: '{car}',
      comparator: 'MORE_THAN',
      kind: 'TARGET',
    },
    {
      id: 'observation:2',
      indicator: 'indicator:sold',
      about: ['program:pilot'],
      value: 1,
      unit: '{car}',
      comparator: 'EXACT',
      kind: 'ACTUAL',
    },
  ],
  addedRelations: [
    relation('ESTABLISHES', 'policy:guideline', 'program:pilot', '2019-04'),
    relation('SUPPORTS', 'policy:guideline', 'program:pilot'),
    relation('ESTABLISHES', 'policy:notice', 'program:pilot', '2025'),
    ...regions.map((id) => relation('COVERS', 'program:pilot', id, '2019-06', id === 'region:e' ? '2021-01' : undefined)),
    relation('COVERS', 'program:pilot', 'region:first', '2019'),
    relation('COVERS', 'program:pilot', 'region:late', undefined, '2026-05'),
    relation('ADMINISTERS', 'agency:ministry', 'program:pilot'),
    relation('PARTICIPATED_IN', 'agency:ministry', 'event:launch', '2019-05-02'),
    relation('LOCATED_IN', 'event:launch', 'region:late', '2019-05'),
    ...['dated', 'citing', 'undated'].map((name) => relation('MENTIONS', `document:${name}`, 'program:pilot')),
  ],
};

const expected: readonly (readonly [string, TimelineKind, string])[] = [
  ['../2030', 'ENDED', 'pilot ends'],
  ['2019', 'RELATION_BEGAN', 'pilot: covers first'],
  ['2019', 'STARTED', 'pilot begins'],
  ['2019-04', 'OBSERVED', 'sold: more than 1,200.5 {car} (target)'],
  ['2019-04', 'ANNOUNCED', 'guideline announced'],
  ['2019-06', 'RELATION_BEGAN', 'pilot: covers a, b, c and 2 more'],
  ['2021-01', 'RELATION_ENDED', 'pilot: no longer covers e'],
  ['2024-02-05', 'ANNOUNCED', 'notice announced'],
  ['2024-02-21', 'PUBLISHED', 'citing published'],
  ['2024-02-27', 'PUBLISHED', 'dated published'],
  ['2024-03', 'EFFECTIVE', 'notice takes effect'],
  ['2025', 'RELATION_BEGAN', 'notice: establishes pilot'],
];

describe.each(engines)('a timeline on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(change));
  }, 60_000);
  afterAll(() => graph.close());

  async function timeline(
    id: string,
    page: PageArguments = { first: 100 },
    { on = '2025-06-01', knownAt = now, kinds }: { on?: string; knownAt?: string; kinds?: TimelineKind[] } = {},
  ) {
    const loaders = new Loaders(graph, { on, knownAt });
    return loaders.timelines.of((await loaders.entities.byId(id)) as Entity, page, kinds);
  }
  const lines = async (...asked: Parameters<typeof timeline>) =>
    (await (await timeline(...asked)).page()).edges.map(({ item: { on, kind, title } }) => [on.edtf, kind, title]);

  it('holds what is known of an entity and around it, by the first day and then the last', async () => {
    expect(await lines('program:pilot')).toEqual(expected);
    const whole = await timeline('program:pilot');
    expect([await whole.totalCount(), await whole.truncated()]).toEqual([expected.length, false]);
  });

  it('has the parts of what it says in words', async () => {
    const { edges } = await (await timeline('program:pilot', undefined, { kinds: ['RELATION_BEGAN', 'RELATION_ENDED'] })).page();
    expect(
      edges.map(({ item: { kind, relationType, direction, entities: ends } }) => [kind, relationType, direction, ends.length]),
    ).toEqual([
      ['RELATION_BEGAN', 'COVERS', 'out', 1],
      ['RELATION_BEGAN', 'COVERS', 'out', 5],
      ['RELATION_ENDED', 'COVERS', 'out', 1],
      ['RELATION_BEGAN', 'ESTABLISHES', 'in', 1],
    ]);
  });

  it('of an agency has its events, not twice', async () => {
    expect(await lines('agency:ministry')).toEqual([
      ['../2030', 'ENDED', 'pilot ends'],
      ['2019', 'STARTED', 'pilot begins'],
      ['2019-05-01', 'EVENT', 'launch'],
      ['2019-05-02', 'ENDED', 'launch ends'],
    ]);
  });

  it('of what is covered has since when, though the program has the same date', async () => {
    expect(await lines('region:first')).toEqual([
      ['../2030', 'ENDED', 'pilot ends'],
      ['2019', 'STARTED', 'pilot begins'],
      ['2019', 'RELATION_BEGAN', 'pilot: covers first'],
    ]);
  });

  it('has what is over, and nothing that begins after the day', async () => {
    expect(await lines('program:pilot', { first: 100 }, { on: '2024-02-20' })).toEqual(
      expected.filter(([date, , title]) => date < '2024-02-20' && !title.startsWith('notice')),
    );
    expect(await lines('program:pilot', { first: 100 }, { on: '2019-03-31' })).toEqual(expected.slice(0, 3));
    expect(await lines('program:pilot', { first: 100 }, { on: '2018-12-31' })).toEqual(expected.slice(0, 1));
    expect(await lines('region:late')).toEqual([
      ['../2030', 'ENDED', 'pilot ends'],
      ['2019', 'STARTED', 'pilot begins'],
      ['2019-05-01', 'EVENT', 'launch'],
      ['2019-05-02', 'ENDED', 'launch ends'],
    ]);
    expect((await lines('region:late', { last: 1 }, { on: '2026-05-01' })).at(-1)).toEqual([
      '2026-05',
      'RELATION_ENDED',
      'pilot: no longer covers late',
    ]);
  });

  it('has nothing that was not known', async () => {
    expect(await lines('program:pilot', { first: 100 }, { knownAt: '2020-01-01T00:00:00.000Z' })).toEqual([]);
  });

  it('has only the kinds that are asked for', async () => {
    expect(await lines('program:pilot', { first: 2 }, { kinds: ['ANNOUNCED', 'EFFECTIVE'] })).toEqual([expected[4], expected[7]]);
  });

  it.each([1, 2, 3, 20])('is the same in pages of %i, forwards and backwards', async (size) => {
    const forwards: unknown[] = [];
    for (let after: string | undefined; ;) {
      const page = await (await timeline('program:pilot', { first: size, after })).page();
      forwards.push(...page.edges.map(({ item }) => item.title));
      expect(page.hasPreviousPage).toBe(after !== undefined);
      if (!page.hasNextPage) break;
      after = page.edges.at(-1)?.cursor;
    }
    const backwards: unknown[] = [];
    for (let before: string | undefined; ;) {
      const page = await (await timeline('program:pilot', { last: size, before })).page();
      backwards.unshift(...page.edges.map(({ item }) => item.title));
      expect(page.hasNextPage).toBe(before !== undefined);
      if (!page.hasPreviousPage) break;
      before = page.edges[0]?.cursor;
    }
    expect([forwards, backwards]).toEqual([expected.map(([, , title]) => title), expected.map(([, , title]) => title)]);
  });

  it('refuses the cursor of another list', async () => {
    const other = Buffer.from(JSON.stringify(['name', 'x', 'y'])).toString('base64url');
    await expect((await timeline('program:pilot', { first: 1, after: other })).page()).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('of anything in a random world is in order, each item once', async () => {
    await graph.write(statementsOf(changeOf(worldOf(7))));
    for (const id of labels.map((label) => idsOf(label)[0] as string)) {
      const { edges } = await (await timeline(id, { first: 10_000 })).page();
      const keys = edges.map(({ item: { on, id } }) => `${on.earliest ?? ''} ${on.latest ?? '~'} ${id}`);
      expect(keys).toEqual([...new Set(keys)].sort());
    }
  });
});

it('every date of the model has its kind', () => {
  for (const label of labels) {
    const dates = Object.entries(entities[label].properties)
      .filter(([, { type }]) => type === 'date')
      .map(([name]) => [name, { edtf: '2019' }]);
    const items = ownItems({ id: 'x:y', label, name: 'y', ...Object.fromEntries(dates) });
    expect(items).toHaveLength(label === 'Document' ? 1 : dates.length);
    for (const { kind } of items) expect(kind).toBeDefined();
  }
});
