import { untilAborted } from './abort.js';
import type { StoreLoad } from './port.js';

/** How long work may wait for a place. */
export interface Patience {
  /** In milliseconds. */
  readonly wait: number;
  /** The error after that. */
  readonly error: () => Error;
}

/**
 * Bounds work that runs at once; what comes first begins first. Work that cannot be stopped runs to its end and keeps its place until then, also when nobody
 * waits for it any more, so that clients who leave cannot fill a store with work.
 */
export class Places {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly left: (() => void)[] = [];

  constructor(
    private readonly count: number,
    private readonly patience?: Patience,
  ) {}

  get load(): StoreLoad {
    return { in_use: this.taken, free: this.count - this.taken, waiting: this.waiting.length };
  }

  /** What the work gives, which begins when a place is free. Throws the signal's reason where that comes first. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.take(signal);
    return untilAborted(
      work().finally(() => this.leave()),
      signal,
    );
  }

  /** Ends when all work has ended. */
  async empty(): Promise<void> {
    if (this.taken > 0) await new Promise<void>((resolve) => this.left.push(resolve));
  }

  private async take(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.taken < this.count) {
      this.taken++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const settle = (how: () => void) => () => {
        signal?.removeEventListener('abort', abort);
        clearTimeout(timer);
        how();
      };
      const begin = settle(resolve);
      const giveUp = (reason: () => unknown) =>
        settle(() => {
          this.waiting.splice(this.waiting.indexOf(begin), 1);
          reject(reason());
        });
      const { patience } = this;
      const abort = giveUp(() => signal?.reason);
      const timer = patience && setTimeout(giveUp(patience.error), patience.wait);
      signal?.addEventListener('abort', abort, { once: true });
      this.waiting.push(begin);
    });
  }

  /** The place goes to the first that waits for one. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next !== undefined) return next();
    this.taken--;
    if (this.taken === 0) for (const resolve of this.left.splice(0)) resolve();
  }
}
