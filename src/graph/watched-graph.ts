import { GraphDecorator } from './decorator.js';
import type { Transaction } from './port.js';
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

  override write(statements: readonly Statement<unknown>[]): Promise<void> {
    return super.write(statements).finally(this.onWrite);
  }

  override transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return super.transact(work).finally(this.onWrite);
  }
}
