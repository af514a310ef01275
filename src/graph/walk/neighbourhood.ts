/** What lies around an entity: nearest first, among equals what has the fewest relations first. */
import { ascending, limits, otherEnd, type Limits, type Step, type Walker } from './walker.js';

export interface NeighbourhoodQuestion {
  readonly root: string;
  readonly depth: number;
  /** How many entities, the root among them. */
  readonly first: number;
}

export interface Nearest {
  readonly ids: readonly string[];
  /** Those of them with too many relations to look at all. */
  readonly hubs: readonly string[];
  /** Something within the depth was left out. */
  readonly truncated: boolean;
}

/** The entities nearest to the root; hubs come last among equals, by id. Of a hub only some relations are looked at, so that it costs no more than others. */
export async function nearest(
  { root, depth, first }: NeighbourhoodQuestion,
  walker: Walker,
  bounds: Limits = limits,
): Promise<Nearest> {
  const rings = new Rings(root, walker, bounds);
  await rings.begin();
  for (let distance = 1; distance <= depth && (await rings.grow(first)); distance += 1);
  return { ids: rings.ids, hubs: rings.ids.filter((id) => rings.isHub(id)), truncated: rings.truncated };
}

class Rings {
  truncated = false;
  readonly ids: string[];
  private outermost: readonly string[];
  private readonly degrees = new Map<string, number>();
  private left: number;

  constructor(
    root: string,
    private readonly walker: Walker,
    private readonly bounds: Limits,
  ) {
    this.ids = [root];
    this.outermost = [root];
    this.left = bounds.relations;
  }

  async begin(): Promise<void> {
    await this.count(this.ids);
  }

  isHub(id: string): boolean {
    return this.degree(id) > this.bounds.hub;
  }

  /** Adds what is one step further out, as far as there is room; false when there is no more to add. */
  async grow(first: number): Promise<boolean> {
    const known = new Set(this.ids);
    const inside = new Set(this.outermost);
    const ends = (await this.steps()).flatMap((step) =>
      [step.from, step.to].filter((id) => inside.has(id)).map((id) => otherEnd(step, id)),
    );
    const found = [...new Set(ends)].filter((id) => !known.has(id));
    const room = first - this.ids.length;
    if (found.length > room) this.truncated = true;
    if (room > 0) await this.count(found);
    this.outermost = found.sort((a, b) => this.degree(a) - this.degree(b) || ascending(a, b)).slice(0, room);
    this.ids.push(...this.outermost);
    return this.outermost.length > 0;
  }

  private degree(id: string): number {
    return this.degrees.get(id) ?? 0;
  }

  private async count(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const [id, degree] of await this.walker.degrees(ids, this.bounds.hub + 1)) this.degrees.set(id, degree);
  }

  /** The relations of the outermost ring, those of its first entities where they are too many. */
  private async steps(): Promise<readonly Step[]> {
    const { hub } = this.bounds;
    const affordable = this.outermost.filter((id) => (this.left -= Math.min(this.degree(id), hub)) >= 0);
    if (affordable.length < this.outermost.length || affordable.some((id) => this.isHub(id))) this.truncated = true;
    return affordable.length === 0 ? [] : this.walker.steps(affordable, hub);
  }
}
