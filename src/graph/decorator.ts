import type { Graph, ReadOptions, Search, Transaction, WriteOptions } from './port.js';
import type { Statement } from './query.js';

/** A graph that hands everything on to another: subclasses change what they are for. */
export abstract class GraphDecorator implements Graph {
  constructor(protected readonly graph: Graph) {}

  get engine() {
    return this.graph.engine;
  }

  read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]> {
    return this.graph.read(statement, options);
  }

  search(search: Search, options?: ReadOptions): Promise<string[][]> {
    return this.graph.search(search, options);
  }

  version(): Promise<string> {
    return this.graph.version();
  }

  prepare(report?: (step: string) => void): Promise<void> {
    return this.graph.prepare(report);
  }

  write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void> {
    return this.graph.write(statements, options);
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T> {
    return this.graph.transact(work, options);
  }

  snapshot<T>(work: (reader: Transaction) => Promise<T>): Promise<T> {
    return this.graph.snapshot(work);
  }

  keepCopy(name: string): Promise<string | undefined> {
    return this.graph.keepCopy(name);
  }

  close(): Promise<void> {
    return this.graph.close();
  }
}
