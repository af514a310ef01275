import { GraphError } from '../errors.js';
import { ascending, otherEnd, type Limits, type Step, type Walker } from './walker.js';

/** The most entities next to a hub that ways from another hub are looked for to. */
const maxOthers = 1_000;

/** What one search has seen of the graph. */
export class Explored {
  /** Entities whose relations are all known. */
  readonly expanded = new Set<string>();
  /** Entities with so many relations that they have not been looked at. */
  readonly hubs = new Set<string>();
  private readonly relations = new Map<string, Step>();
  private readonly byEnd = new Map<string, Step[]>();
  private looked = 0;
  private compared = 0;

  constructor(
    private readonly walker: Walker,
    private readonly limits: Limits,
  ) {}

  /** Learns the relations of these; what turns out to be a hub is only marked as one. */
  async expand(ids: readonly string[]): Promise<void> {
    const { hub, relations } = this.limits;
    const degrees = await this.walker.degrees(ids, hub + 1);
    const degreeOf = (id: string) => degrees.get(id) ?? 0;
    for (const id of ids) if (degreeOf(id) > hub) this.hubs.add(id);
    const light = ids.filter((id) => degreeOf(id) <= hub);
    this.looked += light.reduce((sum, id) => sum + degreeOf(id), 0);
    if (this.looked > relations)
      throw new GraphError(
        'QUERY_TOO_EXPENSIVE',
        `More than ${relations.toLocaleString('en')} relations would have to be looked at.`,
      );
    this.add(light.length === 0 ? [] : await this.walker.steps(light, hub));
    for (const id of light) this.expanded.add(id);
  }

  /** Learns all ways of two or three relations between two hubs. The store looks for them from the hub that has fewer relations. */
  async bridge(hubs: readonly [string, string], hops: 2 | 3): Promise<void> {
    const degrees = await this.walker.degrees(hubs, this.limits.between + 1);
    const degreeOf = (id: string) => degrees.get(id) ?? 0;
    const [near, far] = hubs.toSorted((a, b) => degreeOf(a) - degreeOf(b) || ascending(a, b)) as [string, string];
    this.compare(degreeOf(near));
    if (hops === 2) return this.addWays(near, [far]);
    const { ids, seen } = await this.walker.twoStepsAway(near, this.limits.between - this.compared + 1);
    this.compare(seen + degreeOf(far));
    const away = new Set(ids);
    const last = (await this.walker.steps([far], degreeOf(far))).filter((step) => away.has(otherEnd(step, far)));
    this.add(last);
    const others = new Set(last.map((step) => otherEnd(step, far)));
    others.delete(near);
    if (others.size > 0) await this.addWays(near, [...others]);
  }

  private async addWays(id: string, others: readonly string[]): Promise<void> {
    const { relations } = this.limits;
    const ways = others.length > maxOthers ? undefined : await this.walker.twoSteps(id, others, relations + 1);
    if (ways === undefined || ways.length > relations)
      throw new GraphError('QUERY_TOO_EXPENSIVE', `${id} is joined to other hubs in too many ways.`);
    this.add(ways.flat());
  }

  /** Counts relations that the store compares. */
  private compare(relations: number): void {
    this.compared += relations;
    if (this.compared > this.limits.between)
      throw new GraphError(
        'QUERY_TOO_EXPENSIVE',
        `More than ${this.limits.between.toLocaleString('en')} relations of hubs would have to be compared.`,
      );
  }

  /** Learns the relations of the hub with the fewest, if they are not too many. */
  async open(hubs: readonly string[]): Promise<void> {
    const left = this.limits.relations - this.looked;
    const degrees = await this.walker.degrees(hubs, left + 1);
    const byDegree = [...degrees].sort(([a, one], [b, other]) => one - other || ascending(a, b));
    const [id, degree] = byDegree[0] as [string, number];
    if (degree > left)
      throw new GraphError(
        'QUERY_TOO_EXPENSIVE',
        `More than ${this.limits.relations.toLocaleString('en')} relations would have to be looked at: ${id} alone has too many.`,
      );
    this.looked += degree;
    this.add(await this.walker.steps([id], degree));
    this.hubs.delete(id);
    this.expanded.add(id);
  }

  /** Learns the relations between hubs. */
  async join(ids: readonly string[], others: readonly string[]): Promise<void> {
    this.add(await this.walker.joins(ids, others));
  }

  private add(steps: readonly Step[]): void {
    for (const step of steps) {
      if (this.relations.has(step.id)) continue;
      this.relations.set(step.id, step);
      for (const end of [step.from, step.to]) {
        const known = this.byEnd.get(end);
        if (known === undefined) this.byEnd.set(end, [step]);
        else known.push(step);
      }
    }
  }

  /** The known relations of an entity. */
  of(id: string): readonly Step[] {
    return this.byEnd.get(id) ?? [];
  }

  /** How far everything is from `start` that is reached through entities that `passes` lets through. */
  distances(start: string, passes: (id: string) => boolean): ReadonlyMap<string, number> {
    const distances = new Map([[start, 0]]);
    for (const [id, distance] of distances) {
      if (!passes(id)) continue;
      for (const other of this.of(id).map((step) => otherEnd(step, id)))
        if (!distances.has(other)) distances.set(other, distance + 1);
    }
    return distances;
  }
}
