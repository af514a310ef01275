/** Small random graphs, and what a search must find in them, by trying everything. */
import * as fc from 'fast-check';
import { otherEnd, type Step, type Walker } from '../../src/graph/walk/walker.js';

export const nodes = Array.from({ length: 9 }, (_, number) => `region:n${number}`);

/** Any relations between a few nodes; a star around the first makes hubs likely. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)), { maxLength: 22 }),
    fc.array(fc.constantFrom(...nodes.slice(2)), { maxLength: 8 }),
    fc.array(fc.constantFrom(...nodes.slice(2)), { maxLength: 6 }),
  )
  .chain(([pairs, one, other]) => {
    const all = [
      ...pairs,
      ...one.map((to) => [nodes[0], to] as [string, string]),
      ...other.map((from) => [from, nodes[1]] as [string, string]),
    ].filter(([from, to]) => from !== to);
    return fc
      .shuffledSubarray(
        all.map((_, number) => number),
        { minLength: all.length },
      )
      .map((numbers) =>
        all.map(([from, to], index) => ({ id: `relation:${String(numbers[index]).padStart(2, '0')}`, from, to })),
      );
  });

export function walkerOver(relations: readonly Step[]): Walker {
  const of = (id: string) => relations.filter(({ from, to }) => from === id || to === id);
  const waysFrom = (id: string) =>
    of(id).flatMap((first) => {
      const middle = otherEnd(first, id);
      return of(middle).map((second): [Step, Step, string] => [first, second, middle]);
    });
  return {
    degrees: async (ids, limit) => new Map(ids.map((id) => [id, Math.min(of(id).length, limit)])),
    steps: async (ids, limit) => ids.flatMap((id) => of(id).slice(0, limit)),
    joins: async (ids, others) =>
      relations.filter(
        ({ from, to }) => (ids.includes(from) && others.includes(to)) || (ids.includes(to) && others.includes(from)),
      ),
    twoSteps: async (id, others, limit) =>
      waysFrom(id)
        .filter(([, second, middle]) => others.includes(otherEnd(second, middle)))
        .map(([first, second]): [Step, Step] => [first, second])
        .slice(0, limit),
    twoStepsAway: async (id, limit) => {
      const ways = waysFrom(id).slice(0, limit);
      return { ids: [...new Set(ways.map(([, second, middle]) => otherEnd(second, middle)))], seen: ways.length };
    },
    pause: async () => undefined,
  };
}

/** The ids of the relations of every path without a loop, in order. */
export function allPaths(relations: readonly Step[], from: string, to: string, maxHops: number): string[][] {
  const found: string[][] = [];
  const walk = (id: string, path: readonly string[], passed: readonly string[]): void => {
    if (id === to) {
      found.push([...path]);
      return;
    }
    if (path.length === maxHops) return;
    for (const step of relations.filter((each) => each.from === id || each.to === id)) {
      const next = step.from === id ? step.to : step.from;
      if (!passed.includes(next)) walk(next, [...path, step.id], [...passed, next]);
    }
  };
  walk(from, [], [from]);
  return found.sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
}

/** Everything within so many steps, nearest first, then by the number of relations, then by id. */
export function allAround(relations: readonly Step[], root: string, depth: number): string[] {
  const distances = new Map([[root, 0]]);
  for (let distance = 1; distance <= depth; distance += 1) {
    const inside = new Set([...distances].filter(([, at]) => at === distance - 1).map(([id]) => id));
    for (const { from, to } of relations)
      for (const [here, there] of [
        [from, to],
        [to, from],
      ] as const)
        if (inside.has(here) && !distances.has(there)) distances.set(there, distance);
  }
  const degree = (id: string) => relations.filter(({ from, to }) => from === id || to === id).length;
  return [...distances]
    .sort(([a, one], [b, other]) => one - other || degree(a) - degree(b) || (a < b ? -1 : 1))
    .map(([id]) => id);
}
