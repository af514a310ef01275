import type { MessagePort } from 'node:worker_threads';
import type { ReadWriteGraph } from '../port.js';
import { sentError, type Question, type Reply, type Request, type Turn } from './messages.js';
import { ServedTransaction } from './served-transaction.js';

/** Answers what another thread asks of a graph, until the signal aborts: what has not landed by then never does. */
export class ServedGraph {
  private readonly transactions = new Map<number, ServedTransaction>();
  private last = 0;

  constructor(
    private readonly graph: ReadWriteGraph,
    private readonly signal: AbortSignal,
  ) {}

  listen(port: MessagePort): void {
    port.on('message', (request: Request) => void this.reply(request, port));
  }

  private async reply({ id, question }: Request, port: MessagePort): Promise<void> {
    const reply = await this.answer(question).then(
      (value): Reply => ({ id, value }),
      (error: unknown): Reply => ({ id, error: sentError(error) }),
    );
    port.postMessage(reply);
  }

  private async answer(question: Question): Promise<unknown> {
    this.signal.throwIfAborted();
    switch (question.kind) {
      case 'read':
        return this.graph.read(question.statement, { signal: this.signal });
      case 'begin':
        return this.begin();
      case 'run':
        return this.of(question.transaction).run(question.statement);
      default:
        return this.end(question.transaction, question.failed);
    }
  }

  private begin(): Promise<Turn> {
    const id = ++this.last;
    const transaction = new ServedTransaction(id, this.graph, this.signal);
    this.transactions.set(id, transaction);
    return transaction.begin();
  }

  private async end(id: number, failed: boolean): Promise<Turn> {
    const transaction = this.of(id);
    this.transactions.delete(id);
    const turn = await transaction.end(failed);
    if (!turn.landed) this.transactions.set(id, transaction);
    return turn;
  }

  private of(id: number): ServedTransaction {
    const transaction = this.transactions.get(id);
    if (transaction === undefined) throw new Error(`There is no transaction ${id}.`);
    return transaction;
  }
}
