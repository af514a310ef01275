import type { MessagePort } from 'node:worker_threads';
import type { ReadWriteGraph, Transaction } from '../port.js';
import type { Statement } from '../query.js';
import { receivedError, type Question, type Reply, type Request, type Turn } from './messages.js';

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

type Attempt<T> = { readonly value: T } | { readonly error: unknown };

/** The graph of another thread: its statements run there, and what is made of their rows runs here. */
export class RemoteGraph implements ReadWriteGraph {
  private readonly pending = new Map<number, Pending>();
  private last = 0;

  constructor(private readonly port: MessagePort) {
    port.on('message', (reply: Reply) => this.settle(reply));
  }

  read<Row>(statement: Statement<Row>): Promise<Row[]> {
    return this.ask({ kind: 'read', statement });
  }

  /** The store may undo the work for a passing reason: it runs again then, as on any graph. */
  async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    let turn = await this.ask<Turn>({ kind: 'begin' });
    let attempt: Attempt<T> | undefined;
    while (!turn.landed) {
      const { transaction } = turn;
      let refusal: unknown; // of the store, which reports it again, in its own words, when the transaction ends
      const run = <Row>(statement: Statement<Row>) =>
        this.ask<Row[]>({ kind: 'run', transaction, statement }).catch((error: unknown) => {
          throw (refusal = error);
        });
      attempt = await attemptOf(() => work({ run }));
      turn = await this.end(transaction, attempt, refusal);
    }
    return (attempt as { readonly value: T }).value;
  }

  /** When the work itself failed, its own error is thrown, not that of the rollback. */
  private async end(transaction: number, attempt: Attempt<unknown>, refusal: unknown): Promise<Turn> {
    const failed = 'error' in attempt;
    try {
      return await this.ask({ kind: 'end', transaction, failed });
    } catch (error) {
      throw failed && attempt.error !== refusal ? attempt.error : error;
    }
  }

  private ask<T>(question: Question): Promise<T> {
    const request: Request = { id: ++this.last, question };
    return new Promise<T>((resolve, reject) => {
      this.pending.set(request.id, { resolve, reject });
      this.port.postMessage(request);
    });
  }

  private settle(reply: Reply): void {
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if ('error' in reply) pending?.reject(receivedError(reply.error));
    else pending?.resolve(reply.value as never);
  }
}

async function attemptOf<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}
