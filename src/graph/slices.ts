/** Long work of one operation gives way to other requests. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work before others get their turn. */
const slice = 10;

/** Items after which the clock is read: they take some milliseconds at most. */
const chunk = 32;

let turns: Promise<void> = Promise.resolve();

/** Resolves in a turn of the event loop that no other operation works in: it accepts one connection a turn, and many slices in each would hold up new ones. */
const ownTurn = (): Promise<void> => (turns = turns.then(() => nextTurn()));

/** The work of one operation, in its order. */
export class Slices {
  private last = Promise.resolve();
  private began = performance.now();

  /** Resolves when what was requested before is done and others have had their turn. */
  next(): Promise<void> {
    this.last = this.last.then(() => this.pause());
    return this.last;
  }

  /** What the work gives for each item. */
  async map<T, U>(items: readonly T[], work: (item: T) => U): Promise<U[]> {
    const results: U[] = [];
    for (const [index, item] of items.entries()) {
      if (index % chunk === 0) await this.next();
      results.push(work(item));
    }
    return results;
  }

  private async pause(): Promise<void> {
    if (performance.now() - this.began < slice) return;
    await ownTurn();
    this.began = performance.now();
  }
}
