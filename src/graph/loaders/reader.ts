import { now, type AsOf } from '../time/as-of.js';
import { groupBy } from '../group-by.js';
import type { Graph, Search } from '../port.js';
import type { Statement } from '../query.js';
import { asKnown } from './as-known.js';
import { Batches } from './batches.js';

/** Reads for one request: every statement as of the same day and instant, what is asked for together in one statement. */
export class Reader {
  readonly batches = new Batches();

  constructor(
    private readonly graph: Graph,
    readonly asOf: AsOf,
    readonly signal?: AbortSignal,
  ) {}

  async read<Row>(statement: Statement<Row>): Promise<Row[]> {
    const rows = await this.rows(statement);
    return this.isOfNow ? rows : asKnown(rows, (values) => this.rows(values));
  }

  /** The graph is seen as it is known now, and not at an instant. */
  get isOfNow(): boolean {
    return this.asOf.knownAt === now;
  }

  private rows<Row>(statement: Statement<Row>): Promise<Row[]> {
    return this.graph.read(
      { ...statement, parameters: { ...statement.parameters, atLeast: 'POSSIBLE', ...this.asOf } },
      { signal: this.signal },
    );
  }

  search(search: Search): Promise<string[][]> {
    return this.graph.search(search, { signal: this.signal });
  }
}

/** Statements that answer for many ids at once. */
export interface Ids {
  readonly ids: readonly string[];
}

export function grouped<Row, T>(rows: readonly Row[], keyOf: (row: Row) => string, itemOf: (row: Row) => T): Map<string, T[]> {
  return new Map([...groupBy(rows, keyOf)].map(([key, group]) => [key, group.map(itemOf)]));
}
