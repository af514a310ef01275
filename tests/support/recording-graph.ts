import { GraphDecorator } from '../../src/graph/decorator.js';
import type { ReadOptions, Search } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';

/** Keeps the names of the statements that a graph was asked to read. */
export class RecordingGraph extends GraphDecorator {
  readonly names: string[] = [];

  override read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]> {
    this.names.push(statement.name);
    return super.read(statement, options);
  }

  override search(search: Search, options?: ReadOptions): Promise<string[][]> {
    this.names.push('search');
    return super.search(search, options);
  }
}
