/** Dates: what one way in refuses, every way in refuses, and says what to write. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { doorsOf, type Doors } from './doors.js';

const ways = ['applyChangeset', 'draftChangeset', 'JSON Lines', 'YAML', 'POST /import'] as const;
const document = (publishedOn: string) => [{ id: 'document:x', title: 'X', publishedOn }];

describe.each(engines)('dates at every door of $name', ({ empty }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(empty);
  });
  afterAll(() => doors.close());

  it.each(ways)('%s takes EDTF', async (way) => {
    for (const date of ['2024', '2024-33', '2024-21', '1950S2', '[2023-24]', '2023/2024', '113X', '2024-02-05T00:00:00+08:00'])
      expect([date, await doors[way](document(date))]).toEqual([date, undefined]);
  });

  it.each(ways)('%s refuses what is EDTF by accident, or is none', async (way) => {
    const refused = {
      '2023-24': 'write 2023/2024',
      '2021-25': 'write 2021/2025',
      '113': 'or 113X for the decade',
      '99': 'or 99XX for the century',
      '../..': 'neither a first nor a last day',
      Y12000: 'years 0000 to 9999',
      '2024/2023': 'ends before it begins',
      '20240205': 'must be an EDTF date',
      '2024-02-30': 'must be an EDTF date',
      '2024-02-05 00:00': 'must be an EDTF date',
    };
    for (const [date, reason] of Object.entries(refused)) expect(await doors[way](document(date))).toContain(reason);
  });

  it('periods are quarters, thirds and halves, and not two years', async () => {
    const asked = async (period: string) => {
      const evidence = [{ document: 'document:x', record: '1', summary: 's' }];
      const entities = [
        { id: 'document:x', properties: [{ name: 'title', value: 'X' }] },
        { id: 'indicator:x', names: [{ value: 'X', lang: 'en' }] },
      ];
      const observations = [{ indicator: 'indicator:x', unit: 'CNY', kind: 'ACTUAL', period, value: 1, evidence }];
      const mutation = 'mutation ($i: ChangesetInput!) { applyChangeset(input: $i, dryRun: true) { outcome } }';
      return (await doors.ask(mutation, { i: { reason: 'x', entities, observations } })).text;
    };
    for (const period of ['2024-33', '2024-37', '2024-40']) expect(await asked(period)).toContain('"DRY_RUN"');
    expect(await asked('2023-24')).toContain('write 2023/2024 for the years');
    expect(await asked('2032-33')).toContain('[2032-33] for the part of the year');
  });
});
