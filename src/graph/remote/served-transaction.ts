import { untilAborted } from '../abort.js';
import { GraphError } from '../errors.js';
import type { ReadWriteGraph, Transaction } from '../port.js';
import type { Statement } from '../query.js';
import type { Turn } from './messages.js';

/** A transaction whose work is done by another thread: each attempt is open until that thread says how its work ended. */
export class ServedTransaction {
  private turn: PromiseResolvers<Turn> = withResolvers();
  private work: PromiseResolvers<void> = withResolvers();
  private transaction: Transaction | undefined;
  private running: Promise<unknown> = Promise.resolve();
  /** What the store said last: it decides by its own error whether the work may run again. */
  private failure: unknown;

  constructor(
    private readonly id: number,
    private readonly graph: ReadWriteGraph,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves when its work may begin, which other writes of the graph may delay. */
  begin(): Promise<Turn> {
    this.graph
      .transact((transaction) => this.attempt(transaction), { signal: this.signal })
      .then(
        () => this.turn.resolve({ landed: true }),
        (error: unknown) => this.turn.reject(error),
      );
    return untilAborted(this.turn.promise, this.signal);
  }

  async run(statement: Statement<unknown>): Promise<unknown[]> {
    if (this.transaction === undefined) throw new GraphError('CONFLICT', 'The transaction has ended.');
    const running = this.transaction.run(statement);
    this.running = running.catch((error: unknown) => (this.failure = error));
    return running;
  }

  /** Resolves when all of it has landed, or its work must run again. */
  end(failed: boolean): Promise<Turn> {
    this.turn = withResolvers();
    if (failed) this.work.reject(this.failure ?? new Error('The work of a transaction failed.'));
    else this.work.resolve();
    return this.turn.promise;
  }

  /** The store rolls back when this throws, which it cannot while a statement runs. */
  private async attempt(transaction: Transaction): Promise<void> {
    this.signal.throwIfAborted();
    this.work = withResolvers();
    [this.transaction, this.failure] = [transaction, undefined];
    this.turn.resolve({ landed: false, transaction: this.id });
    try {
      await untilAborted(this.work.promise, this.signal);
    } finally {
      this.transaction = undefined;
      await this.running;
    }
  }
}

interface PromiseResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** `Promise.withResolvers` wants Node 22. A rejection that nobody waits for is of a client that is gone. */
function withResolvers<T>(): PromiseResolvers<T> {
  let [resolve, reject]: [(value: T) => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((onResolve, onReject) => ([resolve, reject] = [onResolve, onReject]));
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
