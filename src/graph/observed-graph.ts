import { GraphDecorator } from './decorator.js';
import { shareCounts } from './kept-counts.js';
import type { Graph, ReadOptions, Search, Transaction, WriteOptions } from './port.js';
import type { Statement } from './query.js';

/** A statement that is about to run. */
export interface ObservedStatement {
  readonly engine: Graph['engine'];
  readonly name: string;
  readonly operation: 'read' | 'search' | 'write';
}

/** Is called with each statement, and gives what the statement gives. */
export interface StatementObserver {
  readonly statement: <T>(statement: ObservedStatement, work: () => Promise<T>) => Promise<T>;
}

/** A graph whose statements are seen by an observer, one at a time. */
export class ObservedGraph extends GraphDecorator {
  constructor(
    graph: GraphDecorator['graph'],
    private readonly observer: StatementObserver,
  ) {
    super(graph);
    shareCounts(this, graph);
  }

  override read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]> {
    return this.observe('read', statement.name, () => super.read(statement, options));
  }

  override search(search: Search, options?: ReadOptions): Promise<string[][]> {
    return this.observe('search', 'search', () => super.search(search, options));
  }

  override write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void> {
    return this.observe('write', statements[0]?.name ?? 'write', () => super.write(statements, options));
  }

  override transact<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T> {
    const run: (transaction: Transaction) => Transaction['run'] = (transaction) => (statement) =>
      this.observe('write', statement.name, () => transaction.run(statement));
    return super.transact((transaction) => work({ run: run(transaction) }), options);
  }

  private observe<T>(operation: ObservedStatement['operation'], name: string, work: () => Promise<T>): Promise<T> {
    return this.observer.statement({ engine: this.engine, name, operation }, work);
  }
}
