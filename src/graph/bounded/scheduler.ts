/** Shares a store fairly between operations: docs/decisions/019-statements-take-turns.md. */
import { availableParallelism } from 'node:os';

export interface SchedulerOptions {
  /** The most statements that run at once. */
  readonly atOnce: number;
  /** The most of them that are of one operation. */
  readonly each: number;
  /** How many can run at once without slowing each other down. */
  readonly processors?: number;
  /** Milliseconds of processor time that the store has used, where it is known; otherwise it is estimated. */
  readonly processorTime?: (() => number) | undefined;
}

/** The statements of one operation. */
interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

/** In milliseconds. */
const resolution = 1;

/** Runs statements in turn: each operation that waits gets one before any gets its next. */
export class Scheduler {
  /** By operation, the one whose turn is next first. */
  private readonly queues = new Map<object, Queue>();
  private running = 0;
  private elapsed = 0;
  private measuredAt = performance.now();
  private usedThen: number;
  private readonly options: Required<SchedulerOptions>;

  constructor(options: SchedulerOptions) {
    this.options = { processors: availableParallelism(), processorTime: undefined, ...options };
    this.usedThen = options.processorTime?.() ?? 0;
  }

  /**
   * Milliseconds of processor time that each running statement has used, were all alike: what one takes does not depend on how busy the store is. Read once a
   * millisecond at most, since the system takes long to add up the time of all threads: over many statements, that makes none of them longer or shorter.
   */
  now(): number {
    const at = performance.now();
    if (at - this.measuredAt < resolution) return this.elapsed;
    this.elapsed += this.usedSince(at - this.measuredAt);
    this.measuredAt = at;
    return this.elapsed;
  }

  private usedSince(wall: number): number {
    const { processors, processorTime } = this.options;
    const sharing = Math.max(1, this.running);
    if (processorTime === undefined) return wall * Math.min(1, processors / sharing);
    const used = processorTime();
    const since = used - this.usedThen;
    this.usedThen = used;
    return Math.min(wall, since / sharing);
  }

  /** What the work gives, which begins when it is the operation's turn. Throws the signal's reason where that comes first. */
  async run<T>(operation: object, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const queue = this.queueOf(operation);
    await this.turn(queue, signal);
    try {
      return await work();
    } finally {
      this.now();
      this.running--;
      queue.running--;
      this.next();
      if (queue.running === 0 && queue.waiting.length === 0) this.queues.delete(operation);
    }
  }

  private queueOf(operation: object): Queue {
    const queue = this.queues.get(operation) ?? { running: 0, waiting: [] };
    this.queues.set(operation, queue);
    return queue;
  }

  private turn({ waiting }: Queue, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const abort = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted === true) return reject(signal.reason as Error);
      signal?.addEventListener('abort', abort, { once: true });
      waiting.push(begin);
      this.next();
    });
  }

  /** Begins what may begin. An operation whose statement begins goes to the end of the row. */
  private next(): void {
    for (const [operation, queue] of this.queues) {
      if (this.running >= this.options.atOnce) return;
      if (queue.running >= this.options.each) continue;
      const begin = queue.waiting.shift();
      if (begin === undefined) continue;
      this.queues.delete(operation);
      this.queues.set(operation, queue); // iterated again, for its next
      this.now();
      this.running++;
      queue.running++;
      begin();
    }
  }
}
