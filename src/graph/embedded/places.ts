import { untilAborted } from '../abort.js';

/**
 * Bounds the statements that the engine runs at once. It cannot stop one: when nobody waits for it any more, it runs to its end and keeps its place until then,
 * so that clients who leave cannot fill the engine with work.
 */
export class Places {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly left: (() => void)[] = [];

  constructor(private readonly count: number) {}

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
    if (this.taken < this.count) {
      this.taken++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const abort = () => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.waiting.push(begin);
    });
  }

  /** The place goes to the first statement that waits for one. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next !== undefined) return next();
    this.taken--;
    if (this.taken === 0) for (const resolve of this.left.splice(0)) resolve();
  }
}
