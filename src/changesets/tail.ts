import type { ChangeLog, Place } from './log.js';

/** How often the end of the log is looked at while somebody waits for it, in milliseconds. */
const tick = 250;
/** The longest pause between two looks while the store fails, in milliseconds. */
const longestPause = 5_000;
/** How long one look may take, in milliseconds. */
const patience = 10_000;

interface Waiting {
  readonly place: Place;
  readonly wake: () => void;
}

/**
 * The end of the log, for all in this process who wait for it: one look for all of them, and none while nobody waits.
 * It reads the store, so that it also reports what other processes write.
 */
export class Tail {
  private readonly waiting = new Set<Waiting>();
  private looking = false;
  private pause = tick;

  constructor(private readonly log: ChangeLog) {}

  /** Resolves when a new look finds the log to go on after this place, or when the signal aborts. */
  async past(place: Place, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { promise, resolve } = deferred();
    const waiting = { place, wake: resolve };
    this.waiting.add(waiting);
    signal.addEventListener('abort', resolve, { once: true });
    this.lookLater();
    await promise;
    signal.removeEventListener('abort', resolve);
    this.waiting.delete(waiting);
  }

  private lookLater(): void {
    if (this.looking) return;
    this.looking = true;
    setTimeout(() => void this.look(), this.pause).unref();
  }

  private async look(): Promise<void> {
    if (this.waiting.size > 0) await this.wakeThoseBeforeTheEnd();
    this.looking = false;
    if (this.waiting.size > 0) this.lookLater();
  }

  private async wakeThoseBeforeTheEnd(): Promise<void> {
    try {
      const end = await this.log.end({ signal: AbortSignal.timeout(patience) });
      this.pause = tick;
      for (const { place, wake } of this.waiting) if (place.sequence < end.sequence) wake();
    } catch (error) {
      this.pause = Math.min(2 * this.pause, longestPause);
      this.log.failed(error);
    }
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
