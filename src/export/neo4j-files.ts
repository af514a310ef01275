import { groupBy } from '../graph/group-by.js';
import type { Piece } from './formats.js';
import type { Table } from './table.js';

/** Files of one kind, of which each record goes into the one that its name says. */
export class Files<T> {
  private readonly tables: ReadonlyMap<string, Table<T>>;

  constructor(
    private readonly kind: 'nodes' | 'relationships',
    private readonly nameOf: (record: T) => string,
    tables: readonly (readonly [name: string, table: Table<T>])[],
  ) {
    this.tables = new Map(tables);
  }

  /** Also a file that stays empty has its head: which files there are does not depend on the data. */
  *heads(): Generator<Piece> {
    for (const [name, table] of this.tables) yield { file: this.file(name), text: table.lines([]) };
  }

  *pieces(records: readonly T[]): Generator<Piece> {
    for (const [name, group] of groupBy(records, this.nameOf))
      yield { file: this.file(name), text: this.tables.get(name)?.lines(group) ?? '' };
  }

  options(suffix: string): string[] {
    return [...this.tables.keys()].map((name) => `--${this.kind}=${this.file(name)}${suffix}`);
  }

  private file(name: string): string {
    return `${this.kind}-${name}.csv`;
  }
}
