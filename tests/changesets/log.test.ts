import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { ChangeLog, beginning, cursorOf, placeOf, type LoggedEntry, type Place } from '../../src/changesets/log.js';
import type { Entry } from '../../src/changesets/report.js';
import { wantedBy } from '../../src/changesets/wanted.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { limits } from '../../src/limits.js';
import { engines } from '../support/engines.js';
import { claim, draft, named, world } from './drafts.js';

const statement = (text: string): Statement<never> => ({ name: 'test', text, parameters: {} });

describe.each(engines)('the log of changes on $name', ({ empty }) => {
  let graph: Graph;
  const told: Entry[] = [];

  beforeAll(async () => {
    graph = await empty();
    told.push(...(await applyChangeset(graph, world())).entries);
    for (let number = 0; number < 30; number++)
      told.push(...(await applyChangeset(graph, draft({ entities: [named(`person:p${number}`, `P ${number}`)] }))).entries);
    const many = Array.from({ length: 1_203 }, (_, number) => named(`product:p${number}`, `P ${number}`));
    told.push(...(await applyChangeset(graph, draft({ id: 'changeset:many', entities: many }))).entries);
    told.push(...(await applyChangeset(graph, draft({ entities: [named('person:last', 'Last')] }))).entries);
  });
  afterAll(() => graph.close());

  const all = async (first: number, wanted: (entry: Entry) => boolean, from: Place = beginning) => {
    const log = new ChangeLog(graph);
    const found: LoggedEntry[] = [];
    for (let place = from; ;) {
      const page = await log.after(place, first, wanted);
      expect(page.entries.length).toBeLessThanOrEqual(first);
      found.push(...page.entries);
      if (page.atEnd) return found;
      place = placeOf(cursorOf(page.place));
    }
  };
  const bare = ({ changeset: _, place: __, ...entry }: LoggedEntry) => entry;

  it.each([7, 100, 500, 2_000])('reports everything in order, once, in pages of %d', async (first) => {
    expect((await all(first, () => true)).map(bare)).toEqual(told.map((entry) => JSON.parse(JSON.stringify(entry)) as Entry));
  });

  it('goes on after any change, and misses none that is wanted', async () => {
    const regions = wantedBy({ types: ['Region'], kinds: ['RELATION_ADDED', 'ENTITY_CREATED'] });
    const whole = await all(100, regions);
    expect(whole.map(({ kind, type }) => `${kind} ${type}`)).toEqual([
      'ENTITY_CREATED Region',
      'ENTITY_CREATED Region',
      'RELATION_ADDED COVERS',
      'RELATION_ADDED PART_OF',
    ]);
    for (const [index, { place }] of whole.entries()) expect(await all(1, regions, place)).toEqual(whole.slice(index + 1));
  });

  it('goes on after any change of a changeset with several chunks', async () => {
    const products = wantedBy({ types: ['Product'] });
    const whole = await all(2_000, products);
    expect(whole).toHaveLength(1_203);
    for (const index of [0, 499, 500, 501, 999, 1_000, 1_202])
      expect(await all(700, products, whole[index]?.place)).toEqual(whole.slice(index + 1));
  });

  it.each([7, 499, 500, 501, 2_000])('reports everything from the end, once, in pages of %d', async (last) => {
    const log = new ChangeLog(graph);
    const pages: (readonly LoggedEntry[])[] = [];
    for (
      let page = await log.before(await log.end(), last, () => true);
      ;
      page = await log.before(page.place, last, () => true)
    ) {
      pages.unshift(page.entries);
      if (page.atEnd) break;
      expect(page.entries).toHaveLength(last);
    }
    expect(pages.flat()).toEqual(await all(500, () => true));
  });

  it('goes back before any change, and misses none that is wanted', async () => {
    const log = new ChangeLog(graph);
    const products = wantedBy({ types: ['Product'] });
    const whole = await all(2_000, products);
    for (const index of [0, 1, 499, 500, 501, 1_000, 1_202]) {
      const { entries, atEnd } = await log.before(placeOf(`32.${index}`), 2_000, products);
      expect([entries, atEnd]).toEqual([whole.slice(0, index), true]);
    }
    expect(await log.before(beginning, 5, () => true)).toEqual({ entries: [], place: beginning, atEnd: true });
  });

  it('looks through so many changes for a page, and goes on from there', async () => {
    await graph.write([statement("MATCH (changeset:Changeset {id: 'changeset:many'}) SET changeset.saved = changeset.entries")]);
    const many = 'UNWIND range(1, 50) AS number UNWIND changeset.saved AS chunk WITH changeset, collect(chunk) AS chunks';
    await graph.write([statement(`MATCH (changeset:Changeset {id: 'changeset:many'}) ${many} SET changeset.entries = chunks`)]);
    const last = wantedBy({ types: ['Person'] });
    const page = await new ChangeLog(graph).after({ sequence: 32, position: 0 }, 5, last);
    expect(page).toMatchObject({ entries: [], atEnd: false, place: { sequence: 32, position: limits.lists.changes.value } });
    const next = await new ChangeLog(graph).after(page.place, 5, last);
    expect([next.entries.map(({ id }) => id), next.atEnd]).toEqual([['person:last'], true]);
    const first = wantedBy({ types: ['Region'] });
    const back = await new ChangeLog(graph).before({ sequence: 33, position: 0 }, 5, first);
    expect(back).toMatchObject({ entries: [], atEnd: false });
    expect((await new ChangeLog(graph).before(back.place, 50, first)).atEnd).toBe(true);
    await graph.write([statement("MATCH (changeset:Changeset {id: 'changeset:many'}) SET changeset.entries = changeset.saved")]);
  });

  it('accepts cursors of any change, and refuses those beyond', async () => {
    const log = new ChangeLog(graph);
    for (const cursor of ['0.0', '1.0', '32.1203', '32.500', '33.1', '34.0'])
      expect(cursorOf(await log.placeGiven(cursor))).toBe(cursor);
    for (const cursor of ['32.1204', '33.2', '34.1', '35.0'])
      await expect(log.placeGiven(cursor)).rejects.toThrow(/^"since" is an unknown cursor; the log ends at "34\.0"/);
  });

  it('reports what changesets changed of some entities', async () => {
    const log = new ChangeLog(graph);
    const wanted = new Map([
      ['changeset:many', new Set(['product:p7', 'product:p1202'])],
      ['changeset:unknown', new Set(['product:p7'])],
    ]);
    const found = await log.about(wanted);
    expect(found.get('changeset:many')?.map(({ id }) => id)).toEqual(['product:p7', 'product:p1202']);
    expect(found.get('changeset:unknown')).toEqual([]);
    expect(await log.of('changeset:many')).toHaveLength(1_203);
  });

  it('goes on from its end with what lands after', async () => {
    const end = await new ChangeLog(graph).end();
    expect(await all(5, () => true, end)).toEqual([]);
    const late = draft({ claims: [claim('person:p1', 'NOTE', { value: 'Late.' })] });
    await applyChangeset(graph, late);
    expect((await all(5, () => true, end)).map(({ kind, changeset }) => `${kind} ${changeset}`)).toEqual([
      `ENTITY_UPDATED ${late.id}`,
      `CLAIM_ASSERTED ${late.id}`,
    ]);
  });

  it('refuses what is no cursor', () => {
    for (const cursor of ['', 'x', '1', '-1.0', '1.0.0', '99999999999999999.0'])
      expect(() => placeOf(cursor)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }) as Error);
  });
});
