/** The shortest paths between two entities, by a search from both ends that goes round hubs. */
import { GraphError } from '../errors.js';
import { Explored } from './explored.js';
import { ascending, limits, otherEnd, type Limits, type Step, type Walker } from './walker.js';
import { limits as allLimits } from '../../limits.js';

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly first: number;
}

type Distances = ReadonlyMap<string, number>;
type Pair = readonly [string, string];
interface Gap {
  readonly pair: Pair;
  readonly hops: number;
}

const keyOf = (pair: Pair): string => [...pair].sort().join(' ');

/** How many steps may be tried while paths are put together from the relations that were found. */
const maxTries = allLimits.walks.attempts.value;
const betweenPauses = 200;

/**
 * The paths that pass no entity twice, relations being walked both ways: shortest first, those of one length in the order of their relations' ids.
 * Fails with QUERY_TOO_EXPENSIVE when more would have to be looked at than the limits allow: an answer is complete, or none.
 */
export async function shortestPaths(
  question: PathQuestion,
  walker: Walker,
  bounds: Limits = limits,
): Promise<readonly (readonly Step[])[]> {
  const { from, to, maxHops, first } = question;
  if (from === to) return [[]];
  const search = new Search(from, to, new Explored(walker, bounds));
  const found: (readonly Step[])[] = [];
  for (let hops = 1; hops <= maxHops && found.length < first; hops += 1) {
    await withAdvice(() => search.cover(hops), hops, found.length);
    found.push(...(await search.paths(hops, first - found.length, walker)));
  }
  return found;
}

async function withAdvice(work: () => Promise<void>, hops: number, found: number): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'QUERY_TOO_EXPENSIVE') throw error;
    const shorter =
      found === 0 ? 'None is shorter' : `The ${found} shorter ones can be had with "first: ${found}" or "maxHops: ${hops - 1}"`;
    throw new GraphError(
      'QUERY_TOO_EXPENSIVE',
      `Paths of ${hops} hops cannot be searched: ${error.message} ${shorter}; naming "types" makes the search smaller.`,
      { cause: error },
    );
  }
}

/**
 * Both ends are expanded in turn, so that every relation of a path of so many hops is known from one end or the other. A path through one hub needs
 * nothing of the hub itself: each of its two relations is known from the neighbour. Ways of two or three relations between two hubs are found by the store,
 * from the hub that has fewer relations; only longer ones make it necessary to open one.
 */
class Search {
  private readonly radius = { from: 0, to: 0 };
  private readonly joined = new Set<string>();
  private readonly bridged = new Map<string, number>();

  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly explored: Explored,
  ) {}

  /** Makes all relations of paths of up to so many hops known; it was done for one hop less. */
  async cover(hops: number): Promise<void> {
    this.widen();
    for (;;) {
      const [ahead, behind] = [this.reached(this.from), this.reached(this.to)];
      const pending = [
        ...this.pending(ahead, this.radius.from, behind, hops),
        ...this.pending(behind, this.radius.to, ahead, hops),
      ];
      const gaps = this.gaps(ahead, behind, hops);
      const narrow = gaps.find(({ pair, hops: gap }) => gap <= 3 && gap > this.bridgedBy(pair));
      const wide = gaps.filter(({ hops: gap }) => gap > 3);
      if (pending.length > 0) await this.explored.expand([...new Set(pending)]);
      else if (narrow !== undefined) await this.bridge(narrow.pair);
      else if (wide.length > 0) await this.explored.open([...new Set(wide.flatMap(({ pair }) => pair))]);
      else return this.joinHubs(ahead, behind, hops);
    }
  }

  private reached(start: string): Distances {
    return this.explored.distances(start, (id) => this.explored.expanded.has(id));
  }

  /** Goes one step further from the end where less is to be looked at. */
  private widen(): void {
    const size = (start: string, radius: number) =>
      [...this.reached(start)].filter(([id, distance]) => distance === radius && this.isUnseen(id)).length;
    const side = size(this.from, this.radius.from) <= size(this.to, this.radius.to) ? 'from' : 'to';
    this.radius[side] += 1;
  }

  private isUnseen(id: string): boolean {
    return !this.explored.expanded.has(id) && !this.explored.hubs.has(id);
  }

  /** What is yet to be expanded from one end: up to its radius, and up to any hub that the other end has reached. */
  private pending(own: Distances, radius: number, other: Distances, hops: number): string[] {
    const toHub = Math.min(...[...this.explored.hubs].map((hub) => other.get(hub) ?? Infinity));
    const reach = Math.max(radius, hops - toHub);
    return [...own].filter(([id, distance]) => distance < reach && this.isUnseen(id)).map(([id]) => id);
  }

  /** Pairs of hubs that two or more unknown relations of such a path may lie between, and how many. */
  private gaps(ahead: Distances, behind: Distances, hops: number): Gap[] {
    return this.hubPairs(ahead, behind, hops - 2).map((pair) => ({
      pair,
      hops: hops - (ahead.get(pair[0]) ?? 0) - (behind.get(pair[1]) ?? 0),
    }));
  }

  /** How long the ways between two hubs are that are all known. */
  private bridgedBy(pair: Pair): number {
    return this.bridged.get(keyOf(pair)) ?? 1;
  }

  /** Learns the ways between two hubs that are one relation longer. */
  private async bridge(pair: Pair): Promise<void> {
    const hops = this.bridgedBy(pair) === 1 ? 2 : 3;
    await this.explored.bridge(pair, hops);
    this.bridged.set(keyOf(pair), hops);
  }

  private async joinHubs(ahead: Distances, behind: Distances, hops: number): Promise<void> {
    const pairs = this.hubPairs(ahead, behind, hops - 1).filter((pair) => !this.joined.has(pair.join(' ')));
    if (pairs.length === 0) return;
    await this.explored.join([...new Set(pairs.map(([one]) => one))], [...new Set(pairs.map(([, other]) => other))]);
    for (const pair of pairs) this.joined.add(pair.join(' '));
  }

  /** A hub near the one end and another near the other, with no more than so many hops outside of them. */
  private hubPairs(ahead: Distances, behind: Distances, hops: number): Pair[] {
    const hubs = [...this.explored.hubs];
    const near = (distances: Distances, hub: string) => distances.get(hub) ?? Infinity;
    return hubs.flatMap((one) =>
      hubs.filter((other) => other !== one && near(ahead, one) + near(behind, other) <= hops).map((other): Pair => [one, other]),
    );
  }

  /** The first paths of just so many hops. */
  async paths(hops: number, first: number, { pause }: Pick<Walker, 'pause'>): Promise<(readonly Step[])[]> {
    const toGoal = this.explored.distances(this.to, () => true);
    const found: (readonly Step[])[] = [];
    const tries = { left: maxTries };
    await pause();
    for (const path of this.walks(this.from, hops, [], new Set([this.from]), toGoal, tries)) {
      if (path === undefined) await pause();
      else found.push(path);
      if (found.length === first) break;
    }
    return found;
  }

  /** Undefined in between, for a pause. */
  private *walks(
    id: string,
    hops: number,
    path: readonly Step[],
    passed: ReadonlySet<string>,
    toGoal: Distances,
    tries: { left: number },
  ): Generator<readonly Step[] | undefined> {
    if (hops === 0) yield path;
    const onward = hops === 0 ? [] : [...this.explored.of(id)].sort((a, b) => ascending(a.id, b.id));
    for (const step of onward) {
      const next = otherEnd(step, id);
      if (passed.has(next) || (next === this.to) !== (hops === 1) || (toGoal.get(next) ?? Infinity) > hops - 1) continue;
      if ((tries.left -= 1) < 0)
        throw new GraphError(
          'QUERY_TOO_EXPENSIVE',
          'There are too many ways to try between these entities: ask for fewer hops, or name "types".',
        );
      if (tries.left % betweenPauses === 0) yield undefined;
      yield* this.walks(next, hops - 1, [...path, step], new Set([...passed, next]), toGoal, tries);
    }
  }
}
