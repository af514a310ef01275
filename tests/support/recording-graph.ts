import type { Graph, ReadOptions, Search, Transaction } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';

/** A graph that hands everything on to another, and keeps the names of the statements that it was asked to read. */
export class RecordingGraph implements Graph {
  readonly names: string[] = [];

  constructor(private readonly inner: Graph) {}

  get engine() {
    return this.inner.engine;
  }

  version(): Promise<string> {
    return this.inner.version();
  }

  prepare(report?: (step: string) => void): Promise<void> {
    return this.inner.prepare(report);
  }

  read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]> {
    this.names.push(statement.name);
    return this.inner.read(statement, options);
  }

  search(search: Search, options?: ReadOptions): Promise<string[][]> {
    this.names.push('search');
    return this.inner.search(search, options);
  }

  write(statements: readonly Statement<unknown>[]): Promise<void> {
    return this.inner.write(statements);
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.inner.transact(work);
  }

  keepCopy(name: string): Promise<string | undefined> {
    return this.inner.keepCopy(name);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
