import { keptCountsOf, shareCounts } from '../kept-counts.js';
import type { Budget } from '../loaders/budget.js';
import { GraphDecorator } from '../decorator.js';
import type { OperationBookmarks } from './bookmarks.js';
import type { Graph, ReadOptions, Search, Transaction, WriteOptions } from '../port.js';
import type { Statement } from '../query.js';
import { limits } from '../../limits.js';
import { Scheduler } from './scheduler.js';

/** How many statements an engine runs at once: the embedded one has as many threads, Neo4j keeps connections for writes. */
const atOnce: Readonly<Record<Graph['engine'], number>> = { embedded: 4, neo4j: 24 };

const schedulers = new WeakMap<Graph, Scheduler>();

/** In milliseconds. */
const grace = 500;

/** Of this process, in which the embedded engine runs. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** The one scheduler of a graph, made for the first operation that reads it. */
export function schedulerOf(graph: Graph, each: number = limits.operation.statements.value): Scheduler {
  const scheduler =
    schedulers.get(graph) ??
    new Scheduler({
      atOnce: atOnce[graph.engine],
      each,
      processorTime: graph.engine === 'embedded' ? processorTime : undefined,
    });
  schedulers.set(graph, scheduler);
  return scheduler;
}

interface Bounded {
  readonly graph: Graph;
  readonly scheduler: Scheduler;
  readonly budget: Budget;
  readonly signal: AbortSignal | undefined;
  /** As `performance.now()` counts. */
  readonly deadline?: number | undefined;
  readonly bookmarks?: OperationBookmarks | undefined;
}

/** A graph as one operation reads it: its statements take turns with those of others, and what they take is counted. Writes have its deadline, and no other bound. */
export class BoundedGraph extends GraphDecorator {
  constructor(private readonly bounded: Bounded) {
    super(bounded.graph);
    shareCounts(this, bounded.graph);
  }

  override async read<Row>(statement: Statement<Row>, options: ReadOptions = this.reading): Promise<Row[]> {
    const rows = await this.inTurn(() => super.read(statement, this.bounds(options)), options);
    this.bounded.budget.spendRows(rows);
    return rows;
  }

  override search(search: Search, options: ReadOptions = this.reading): Promise<string[][]> {
    return this.inTurn(() => super.search(search, this.bounds(options)), options);
  }

  private get reading(): ReadOptions {
    return { signal: this.bounded.signal };
  }

  /** The store may go on a little longer than the request, which reports by itself what ended it. */
  private bounds({ signal }: ReadOptions): ReadOptions {
    const { budget } = this.bounded;
    const timed: ReadOptions['timed'] = (work) => budget.storeTime.of(work);
    return { signal, timed, bookmarks: this.bounded.bookmarks?.required, ...this.timeout() };
  }

  private timeout(): Pick<ReadOptions, 'timeout'> {
    const { deadline } = this.bounded;
    return deadline === undefined ? {} : { timeout: Math.max(0, Math.ceil(deadline - performance.now())) + grace };
  }

  private inTurn<T>(work: () => Promise<T>, { signal }: ReadOptions): Promise<T> {
    const { budget, scheduler } = this.bounded;
    const counted = () => {
      budget.storeTime.check();
      budget.mustGoOn();
      return work();
    };
    return scheduler.run(budget, counted, signal);
  }

  private get writing(): WriteOptions {
    const { signal, bookmarks } = this.bounded;
    const landed: WriteOptions['landed'] = bookmarks && ((made) => (bookmarks.landed = made));
    return { signal, landed, bookmarks: bookmarks?.required, ...this.timeout() };
  }

  override write(statements: readonly Statement<unknown>[], options = this.writing): Promise<void> {
    return super.write(statements, options).finally(() => keptCountsOf(this).expire());
  }

  override transact<T>(work: (transaction: Transaction) => Promise<T>, options = this.writing): Promise<T> {
    return super.transact(work, options).finally(() => keptCountsOf(this).expire());
  }
}
