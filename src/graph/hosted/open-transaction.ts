import { GraphError } from '../errors.js';
import type { Transaction } from '../port.js';
import type { Statement } from '../query.js';

/** A transaction that a command runs statement by statement. Others wait for their turn to write, so one that is silent for too long is rolled back. */
export class OpenTransaction {
  /** Resolves when the command keeps it; rejects, which rolls it back, in all other cases. */
  readonly ended: Promise<void>;
  private settle: { readonly keep: () => void; readonly abort: (reason: Error) => void };
  private timer: NodeJS.Timeout | undefined;
  private statements: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transaction: Transaction,
    /** In milliseconds. */
    private readonly longestSilence: number,
  ) {
    let [keep, abort]: [() => void, (reason: Error) => void] = [() => undefined, () => undefined];
    this.ended = new Promise<void>((resolve, reject) => ([keep, abort] = [resolve, reject]));
    this.ended.catch(() => undefined).finally(() => clearTimeout(this.timer));
    this.settle = { keep, abort };
    this.wait();
  }

  async run<Row>(statement: Statement<Row>): Promise<Row[]> {
    clearTimeout(this.timer);
    const rows = this.transaction.run(statement);
    this.statements = Promise.allSettled([this.statements, rows]);
    try {
      return await rows;
    } finally {
      this.wait();
    }
  }

  end(isKept: boolean): void {
    if (isKept) this.settle.keep();
    else this.abort(new GraphError('UNAVAILABLE', 'The command rolled the transaction back.'));
  }

  /** Rolls it back when the statements in progress have ended. */
  abort(reason: GraphError): void {
    void this.statements.then(() => this.settle.abort(reason));
  }

  private wait(): void {
    clearTimeout(this.timer);
    const seconds = this.longestSilence / 1_000;
    const reason = `The transaction was rolled back, because it had no statement for ${seconds} s.`;
    this.timer = setTimeout(() => this.abort(new GraphError('TIMEOUT', reason)), this.longestSilence).unref();
  }
}
