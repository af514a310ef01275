import type { Nearest } from './vector-store.js';

/** How many times as many as are wanted are kept before the others are dropped. */
const room = 8;

/** The best of many entities, each by the best of its texts. */
export class Best {
  /** What is no more than this is not among the best. */
  least = -Infinity;
  private readonly likeness = new Map<string, number>();

  constructor(private readonly limit: number) {}

  add(entity: string, likeness: number): void {
    if (likeness > (this.likeness.get(entity) ?? -Infinity)) this.likeness.set(entity, likeness);
    if (this.likeness.size >= room * this.limit) this.drop();
  }

  /** The best first. */
  all(): Nearest[] {
    return [...this.likeness]
      .map(([entity, likeness]) => ({ entity, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.entity < b.entity ? -1 : 1))
      .slice(0, this.limit);
  }

  private drop(): void {
    const kept = this.all();
    this.likeness.clear();
    for (const { entity, likeness } of kept) this.likeness.set(entity, likeness);
    this.least = Math.max(this.least, (kept[this.limit - 1]?.likeness ?? -Infinity) - tie);
  }
}

/** Entities that are as near as the last one are ordered by their ids: they must not depend on which came first. */
const tie = 1e-9;
