/** An end before its beginning: refused where one claim says both, a contradiction where two do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { doorsOf, type Doors, type Entity } from './doors.js';

const named = (id: string): Entity => ({ id, names: [{ value: id, lang: 'en' }] });
const evidence = [{ document: 'document:b20', record: '1', summary: 's' }];
const world = [{ id: 'document:b20', title: 'B20' }, ...['program:b22', 'policy:b22', 'event:b22', 'region:b22'].map(named)];
const covers = (from: string, until: string) => ({
  type: 'claim',
  subject: 'program:b22',
  predicate: 'COVERS',
  object: 'region:b22',
  from,
  until,
  evidence,
});
const says = (subject: string, predicate: string, value: string) => ({ type: 'claim', subject, predicate, value, evidence });

describe.each(engines)('an end before its beginning on $name', ({ empty }) => {
  let doors: Doors;
  const write = async (items: readonly Entity[]) => {
    const isClaim = ({ type }: Entity) => type === 'claim';
    const claims = items.filter(isClaim).map(({ type: _, ...claim }) => claim);
    const entities = items
      .filter((item) => !isClaim(item))
      .map(({ title, ...item }) => (title === undefined ? item : { ...item, properties: [{ name: 'title', value: title }] }));
    const { json } = await doors.ask('mutation ($i: ChangesetInput!) { applyChangeset(input: $i) { outcome } }', {
      i: { reason: 'A test', entities, claims },
    });
    return json.errors?.[0]?.message;
  };
  beforeAll(async () => {
    doors = await doorsOf(empty);
    expect(await write(world)).toBeUndefined();
  }, 120_000);
  afterAll(() => doors.close());

  describe.each(['applyChangeset', 'draftChangeset', 'JSON Lines', 'POST /import'] as const)('%s', (door) => {
    it.each([
      ['2024', '2019'],
      ['2024-05', '2024-04'],
      ['2024-02-05', '2024-02-04'],
      ['[2020..2022]', '2019-12-31'],
      ['2024', '[..2023]'],
      ['2024-06/2024-08', '2024-05~'],
    ])('refuses %s until %s', async (from, until) => {
      expect(await doors[door]([...world, covers(from, until)])).toMatch(/must not be before "from", which is/);
    });
    it.each([
      ['2024', '2024'],
      ['2024-05', '2024'],
      ['2024', '2024-01-01'],
      ['[2019..2024]', '2020'],
      ['2024', '[2019..]'],
    ])('takes %s until %s', async (from, until) => {
      expect(await doors[door]([...world, covers(from, until)])).toBeUndefined();
    });
    it.each(['2024/2019', '2024-05/2024-04', '[2024..2019]', '{2024..2019}'])('refuses the period %s', async (period) => {
      expect(await doors[door]([...world, says('program:b22', 'startedOn', period)])).toMatch(/ends before it begins/);
    });
    it('refuses a document whose range is turned round', async () => {
      expect(await doors[door]([{ id: 'document:x', title: 'X', rangeStart: 5, rangeEnd: 5 }])).toMatch(
        /must be greater than rangeStart/,
      );
    });
  });

  it.each([
    ['program:b22', 'startedOn', '2030', 'endedOn', '2001'],
    ['event:b22', 'startedOn', '2024-05-02', 'endedOn', '2024-05-01'],
    ['policy:b22', 'effectiveFrom', '[2020..2021]', 'effectiveTo', '2019~'],
  ])('of %s is a contradiction, also with what the graph has', async (id, start, from, end, until) => {
    const contradictions = async (question: string) => {
      const { json } = await doors.ask(`{ ${question} }`);
      return (json.data.contradictions ?? json.data.entity.contradictions).edges.map(({ node }: any) => node);
    };
    const fields = '{ edges { node { predicate subject { id } claims { predicate } } } }';
    const ofIt = `entity(id: "${id}") { contradictions ${fields} }`;
    expect(await write([says(id, start, from)])).toBeUndefined();
    expect(await contradictions(ofIt)).toEqual([]);
    expect(await write([says(id, end, until)])).toBeUndefined();
    const found = { predicate: end, subject: { id }, claims: expect.arrayContaining([{ predicate: start }, { predicate: end }]) };
    for (const question of [ofIt, `contradictions(subject: "${id}") ${fields}`])
      expect(await contradictions(question)).toEqual([found]);
    expect(await contradictions(`contradictions ${fields}`)).toContainEqual(found);
  });
});
