import { viewOf, writtenFor, type AsOf, type View } from '../time/as-of.js';
import { countOf } from '../counts.js';
import { groupBy } from '../group-by.js';
import { keptCountsOf } from '../kept-counts.js';
import { Memo } from '../memo.js';
import type { Listed } from '../../model/model.js';
import type { Graph, Search } from '../port.js';
import type { Statement } from '../query.js';
import { Slices } from '../slices.js';
import { asKnown } from './as-known.js';
import { Batches } from './batches.js';
import { Budget } from './budget.js';
import { Levels } from './levels.js';

const narrower = 'begin at an id or at what the items are related to, or ask for fewer such lists';

/** Reads for one request: every statement as of the same day and instant, what is asked for together in one statement. */
export class Reader {
  readonly batches = new Batches();
  /** What statements are made of, once for all parents of a field. */
  readonly memo = new Memo();
  readonly levels: Levels;
  /** Long work on what was read. */
  readonly slices = new Slices();
  private readonly view: View;

  constructor(
    private readonly graph: Graph,
    readonly asOf: AsOf,
    readonly signal?: AbortSignal,
    readonly budget: Budget = new Budget(),
  ) {
    this.levels = new Levels(budget);
    this.view = viewOf(asOf);
  }

  async read<Row>(statement: Statement<Row>): Promise<Row[]> {
    const rows = await this.rows(statement);
    return this.isOfNow ? rows : asKnown(rows, (values) => this.rows(values));
  }

  /** The graph is seen as it is known now, and not at an instant. */
  get isOfNow(): boolean {
    return this.view.isOfNow;
  }

  /** Neo4j reads the first rows in the order of an index. The embedded engine sorts all rows of a page, unless they are scalars and the last that the statement gives. */
  get hasOrderedIndexes(): boolean {
    return this.graph.engine === 'neo4j';
  }

  /** The rows of a list without pages, for many parents: no more than the operation may still read. Throws OverBudget. */
  async readBounded<Row>(parents: number, statementOf: (limit: number) => Statement<Row>): Promise<Row[]> {
    const { left } = this.budget;
    const rows = await this.read(statementOf(left + 1));
    if (rows.length > left) throw this.budget.excessOfList(parents);
    return rows;
  }

  /** The rows of things with ids, one of each at most: no more ids than an operation may read nodes. Throws OverBudget. */
  async readByIds<Row>(ids: readonly string[], statementOf: (ids: Ids) => Statement<Row>): Promise<Row[]> {
    this.budget.mustAllow(ids.length);
    return this.read(statementOf({ ids }));
  }

  /** Counts the work of looking at all items of a kind, at so many units for 1,000 of them. Throws OverBudget. */
  async payForScan(listed: Listed | 'Entity', weight: number, advice = narrower): Promise<void> {
    this.payFor(countOf(listed, await keptCountsOf(this.graph).now()), weight, advice);
  }

  /** Counts the work of looking at so many things, at so many units for 1,000 of them. Throws OverBudget. */
  payFor(things: number, weight: number, advice?: string): void {
    this.budget.spendWork(Math.floor((things * weight) / 1_000), advice);
  }

  private async rows<Row>({ text, parameters, ...statement }: Statement<Row>): Promise<Row[]> {
    this.budget.mustGoOn();
    const { on, knownAt } = this.asOf;
    return this.graph.read(
      { ...statement, text: writtenFor(this.view, text), parameters: { ...parameters, on, knownAt } },
      { signal: this.signal },
    );
  }

  async search(search: Search): Promise<string[][]> {
    this.budget.mustGoOn();
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
