/** Which operations run and which wait: docs/decisions/025-operations-are-admitted.md. */
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import type { Cancel } from '../deadline.js';
import { Line, type Waiter } from './line.js';
import { Pace } from './pace.js';

export interface Places {
  /** The most operations that run at once. */
  readonly atOnce: number;
  /** The most of them that are of one client. */
  readonly each: number;
  /** How many more may run that are cheap. */
  readonly reserve: number;
}

export interface Operation {
  /** Whose it is: clients that wait take turns. */
  readonly client: string;
  readonly cancel: Cancel;
  /** Waits until the operation is cancelled: what a subscription reports cannot be requested again. */
  readonly isPatient?: boolean;
}

/** `enter` resolves when it is the turn of an operation of this price. */
export type Work<T> = (enter: (price: number) => Promise<void>) => Promise<T>;

interface Entrant extends Operation {
  /** The most nodes and units of work that it could take. */
  readonly price: number;
}

const { burst, cheap, wait } = limits.admission;
const longestWait = wait.value * 1_000;
/** An operation that was expected to begin sooner is refused then. */
const patience = 4 * longestWait;

export class AdmissionQueue {
  /** By client, the one whose turn is next first. */
  private readonly lines = new Map<string, Line>();
  private readonly running = new Set<Cancel>();
  private readonly pace = new Pace();
  private waiting = 0;
  private readonly closing = new AbortController();

  constructor(private readonly places: () => Places) {}

  /** Operations that have begun, and that wait. */
  get load(): Readonly<Record<'running' | 'waiting', number>> {
    return { running: this.running.size, waiting: this.waiting };
  }

  /** Aborts when nothing is admitted any more. */
  get closed(): AbortSignal {
    return this.closing.signal;
  }

  /** Whether operations wait for their turn. */
  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /** What the work gives, which calls `enter` when it knows the price of the operation, and goes on when it is the operation's turn. */
  async run<T>(operation: Operation, work: Work<T>): Promise<T> {
    let leave: (() => void) | undefined;
    try {
      return await work(async (price) => {
        leave ??= await this.enter({ ...operation, price });
      });
    } finally {
      leave?.();
    }
  }

  /** Resolves when it is the operation's turn, with what ends it. Throws OVERLOADED at once when that would take too long. */
  private async enter(entrant: Entrant): Promise<() => void> {
    const { client, price, cancel, isPatient = false } = entrant;
    cancel.signal.throwIfAborted();
    if (!isPatient) this.mustHaveRoom(client, price);
    const line = this.lines.get(client) ?? new Line();
    this.lines.set(client, line);
    if (this.mayRun(line, price)) this.begin(line, cancel);
    else await this.turn(line, entrant);
    return () => this.end(client, line, cancel);
  }

  /** Throws OVERLOADED when an operation of this price would wait too long, and the reason when nothing is admitted any more. */
  mustHaveRoom(client: string, price: number): void {
    this.closed.throwIfAborted();
    const ahead = this.ahead(client, price);
    const expected = this.pace.timeOf(ahead);
    if (ahead >= burst.value && expected > longestWait) throw overloaded(expected);
  }

  /** Admits nothing more, and cancels what runs and what waits. */
  close(reason: Error): void {
    this.closing.abort(reason);
    const waiting = [...this.lines.values()].flatMap((line) => line.waiters());
    for (const cancel of [...this.running, ...waiting.map(({ cancel }) => cancel)]) cancel.abort(reason);
  }

  /** How many of those that wait come before: the client's own that are as cheap, and as many of each other client. */
  private ahead(client: string, price: number): number {
    if (this.waiting === 0) return 0;
    const own = this.lines.get(client)?.ahead(price) ?? 0;
    let others = 0;
    for (const [name, { length }] of this.lines) if (name !== client) others += Math.min(length, own + 1);
    return own + others;
  }

  private mayRun({ running }: Line, price: number): boolean {
    const { atOnce, each, reserve } = this.places();
    const more = price <= cheap.value ? reserve : 0;
    return this.running.size < atOnce + more && running < each + more;
  }

  private begin(line: Line, cancel: Cancel): void {
    line.running++;
    this.running.add(cancel);
  }

  private turn(line: Line, { client, price, cancel, isPatient = false }: Entrant): Promise<void> {
    const { signal } = cancel;
    return new Promise((resolve, reject) => {
      const leave = () => {
        line.remove(waiter);
        this.waiting--;
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      };
      const begin = () => {
        leave();
        this.begin(line, cancel);
        resolve();
      };
      const refuse = (reason: Error) => {
        leave();
        this.forget(client, line);
        reject(reason);
      };
      const waiter: Waiter = { price, cancel, begin };
      const abort = () => refuse(signal.reason as Error);
      const timer = isPatient ? undefined : setTimeout(() => refuse(overloaded(longestWait)), patience);
      signal.addEventListener('abort', abort, { once: true });
      line.add(waiter);
      if (this.waiting++ === 0) this.pace.start();
    });
  }

  private end(client: string, line: Line, cancel: Cancel): void {
    if (!this.running.delete(cancel)) return;
    line.running--;
    if (this.waiting > 0) this.pace.count();
    this.next();
    this.forget(client, line);
  }

  private forget(client: string, line: Line): void {
    if (line.running === 0 && line.length === 0) this.lines.delete(client);
  }

  /** Begins what may begin. A client whose operation begins goes to the end of the row. */
  private next(): void {
    const { atOnce, reserve } = this.places();
    for (const [client, line] of this.lines) {
      if (this.waiting === 0 || this.running.size >= atOnce + reserve) return;
      const first = line.first();
      if (first === undefined || !this.mayRun(line, first.price)) continue;
      this.lines.delete(client);
      this.lines.set(client, line); // iterated again, for its next
      first.begin();
    }
  }
}

function overloaded(expected: number): GraphError {
  const retryAfter = Math.ceil(expected / 1_000);
  const message = `The service is overloaded: this operation would wait more than ${wait.value} s for its turn. Retry after ${retryAfter} s, or ask for less: cheaper operations come first.`;
  return new GraphError('OVERLOADED', message, {}, { retryAfter });
}
