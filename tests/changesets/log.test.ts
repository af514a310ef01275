import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { ChangeLog, beginning, cursorOf, placeOf, type LoggedEntry, type Place } from '../../src/changesets/log.js';
import type { Entry } from '../../src/changesets/report.js';
import { wantedBy } from '../../src/changesets/wanted.js';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { claim, draft, named, world } from './drafts.js';

describe.each(engines)('the log of changes on $name', ({ empty }) => {
  let graph: Graph;
  const told: Entry[] = [];

  beforeAll(async () => {
    graph = await empty();
    told.push(...(await applyChangeset(graph, world())).entries);
    for (let number = 0; number < 30; number++)
      told.push(...(await applyChangeset(graph, draft({ entities: [named(`person:p${number}`, `P ${number}`)] }))).entries);
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

  it.each([1, 3, 7, 100])('reports everything in order, once, in pages of %d', async (first) => {
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
