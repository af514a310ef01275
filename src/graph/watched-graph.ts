import { GraphDecorator } from './decorator.js';
import type { Transaction, WriteOptions } from './port.js';
import type { Statement } from './query.js';

/** A graph that reports its writes once they have landed, and also those of which it is unknown whether they have. */
export class WatchedGraph extends GraphDecorator {
  constructor(
    graph: GraphDecorator['graph'],
    private readonly onWrite: () => void,
  ) {
    super(graph);
  }

  /** Whether this is a view of that graph. */
  watches(graph: GraphDecorator['graph']): boolean {
    return this.graph === graph;
  }

  override write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void> {
    return super.write(statements, options).finally(this.onWrite);
  }

  override transact<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T> {
    return super.transact(work, options).finally(this.onWrite);
  }
}
