import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that long work holds the process before others get their turn. */
const slice = 8;

/** Gives others their turn in the middle of long work. */
export class Turns {
  private began = performance.now();

  /** Whether it is time to await `next`. */
  get over(): boolean {
    return performance.now() - this.began > slice;
  }

  async next(): Promise<void> {
    await nextTurn();
    this.began = performance.now();
  }
}
