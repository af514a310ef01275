import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointValidity } from '../../src/graph/walk/joint-validity.js';
import { nearest } from '../../src/graph/walk/neighbourhood.js';
import { shortestPaths } from '../../src/graph/walk/paths.js';
import { limits } from '../../src/graph/walk/walker.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import { allAround, allPaths, nodes, steps, walkerOver } from './reference.js';

const node = fc.constantFrom(...nodes);
const ids = (paths: readonly (readonly { readonly id: string }[])[]) => paths.map((path) => path.map(({ id }) => id));

describe('paths', () => {
  it('are those that trying everything finds, whatever counts as a hub', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        node,
        node,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 9 }),
        async (relations, from, to, maxHops, first, hub) => {
          const found = await shortestPaths({ from, to, maxHops, first }, walkerOver(relations), { ...limits, hub });
          expect(ids(found)).toEqual(allPaths(relations, from, to, maxHops).slice(0, first));
        },
      ),
      { numRuns: 3000 },
    );
  }, 60_000);

  it('are right or refused when there is too much to look at', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }), async (relations, budget, hub) => {
        const question = { from: 'region:n2', to: 'region:n3', maxHops: 5, first: 4 };
        const found = await shortestPaths(question, walkerOver(relations), { hub, relations: budget, between: budget }).catch(
          (error: { code: string; message: string }) => error,
        );
        if ('code' in found) refused += Number(found.code === 'QUERY_TOO_EXPENSIVE' && /types/.test(found.message));
        else expect(ids(found)).toEqual(allPaths(relations, 'region:n2', 'region:n3', 5).slice(0, 4));
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(10);
  });
});

describe('a neighbourhood', () => {
  it('is what trying everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        node,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 10 }),
        async (relations, root, depth, first) => {
          const { ids: found, truncated } = await nearest({ root, depth, first }, walkerOver(relations));
          const all = allAround(relations, root, depth);
          expect([found, truncated]).toEqual([all.slice(0, first), all.length > first]);
        },
      ),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('says so when it leaves something out, whatever counts as a hub', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        node,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        async (relations, root, depth, hub, budget) => {
          const { ids: found, truncated } = await nearest({ root, depth, first: 10 }, walkerOver(relations), {
            hub,
            relations: budget,
            between: budget,
          });
          const all = allAround(relations, root, depth);
          expect(all).toEqual(expect.arrayContaining([...found]));
          if (!truncated) expect([...found].sort()).toEqual(all.sort()); // hubs are not told apart by how many relations they have
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('joint validity', () => {
  const span = (from?: string, until?: string) => ({
    from: from === undefined ? undefined : fuzzyDate(from),
    until: until === undefined ? undefined : fuzzyDate(until),
  });

  it.each([
    ['nothing', [], [undefined, undefined]],
    ['what has no ends', [span(), span()], [undefined, undefined]],
    [
      'the latest beginning and the earliest end',
      [span('2018', '2024'), span('2019-04', '2023-12-31'), span()],
      ['2019-04', '2023-12-31'],
    ],
    [
      'the days that it may be, where no one date is the latest',
      [span('2019'), span('2019-04')],
      ['[2019-04-01..2019-12-31]', undefined],
    ],
    [
      'an end that is not known',
      [span(undefined, '2019-04/..'), span(undefined, '2020')],
      [undefined, '[2019-04-01..2020-12-31]'],
    ],
  ])('of several is %s', (_, validities, [from, until]) => {
    const joint = jointValidity(validities);
    expect([joint.from?.edtf, joint.until?.edtf]).toEqual([from, until]);
    for (const date of [joint.from, joint.until]) if (date !== undefined) expect(fuzzyDate(date.edtf)).toEqual(date);
  });
});
