/** Milliseconds between two operations that end, until that is measured. */
const assumed = 5;

/** How much the last interval counts beside those before it. */
const weight = 0.05;

/** How fast operations end while others wait. */
export class Pace {
  private interval = assumed;
  private last = 0;

  /** The first operation begins to wait: what was before says nothing about how fast they end. */
  start(): void {
    this.last = performance.now();
  }

  /** An operation has ended. */
  count(): void {
    const now = performance.now();
    this.interval += weight * (now - this.last - this.interval);
    this.last = now;
  }

  /** Milliseconds until so many have ended. */
  timeOf(count: number): number {
    return count * this.interval;
  }
}
