import { writeFailure } from '../errors.js';
import type { Transaction } from '../port.js';
import type { Statement } from '../query.js';

type TransactionCall =
  | { readonly method: 'run'; readonly statement: Statement<unknown> }
  | { readonly method: 'end'; readonly isKept: boolean };

/** The work of a transaction that another process keeps open. */
export class RunningWork<T> {
  /** What the last run gave. */
  result: T | undefined;
  private error: { readonly is: unknown } | undefined;
  private isComplete = false;

  constructor(
    private readonly work: (transaction: Transaction) => Promise<T>,
    private readonly call: (call: TransactionCall) => Promise<unknown[]>,
  ) {}

  /** Runs the work, and has the other process keep or undo what it did. */
  async run(): Promise<void> {
    const run = async <Row>(statement: Statement<Row>) => (await this.call({ method: 'run', statement })) as Row[];
    try {
      this.result = await this.work({ run });
      this.isComplete = true;
    } catch (error) {
      this.error = { is: error };
    }
    await this.call({ method: 'end', isKept: this.isComplete }).catch(() => undefined); // the transaction reports it
  }

  /** What became of a change whose end the other process did not confirm. */
  get written(): 'UNKNOWN' | 'NO' {
    return this.isComplete ? 'UNKNOWN' : 'NO';
  }

  /** Why the transaction failed: the error of the work, or a reason of the store's, with what became of the change. */
  failureOf(reason: unknown): unknown {
    return this.error === undefined ? writeFailure(reason, this.written) : this.error.is;
  }
}
