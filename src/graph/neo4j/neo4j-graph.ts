import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { untilAborted } from '../abort.js';
import { alive } from '../alive.js';
import { GraphError } from '../errors.js';
import type { Graph, ReadOptions, Search, Transaction } from '../port.js';
import type { Statement } from '../query.js';
import { runAll } from '../run-all.js';
import { listIndexes, otherIndexes, uniqueIds } from '../stored/indexes.js';
import { forNeo4j } from '../stored/projection.js';
import { graphError } from './errors.js';
import { candidates, likeliest, searchIndex } from './full-text.js';
import { indexesOnline } from './indexes-online.js';
import { integers } from './parameters.js';
import { StatementPlans } from './statement-plans.js';

export interface Neo4jSettings {
  /** `bolt://`, `neo4j://` (routing) or one of their `+s` forms. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string | undefined;
}

/** A missing server is noticed within 2 s; the driver's defaults take 30 s and more. */
const limits = {
  connectionTimeout: 2_000,
  connectionAcquisitionTimeout: 2_000,
  maxTransactionRetryTime: 2_000,
  maxConnectionPoolSize: 50,
  telemetryDisabled: true,
  disableLosslessIntegers: true,
  /** Nobody reads what Neo4j remarks on statements. */
  notificationFilter: { minimumSeverityLevel: 'OFF' as const },
};

/** Neo4j ends a transaction then, whatever became of the client. A read gets what its request has left; a write may be a whole data set. */
const reading = { timeout: 30_000 };
const writing = { timeout: 600_000 };

/** The graph in a Neo4j: one server, a cluster (reads go to any member) or Aura. */
export class Neo4jGraph implements Graph {
  readonly engine = 'neo4j';
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;

  /** A read sees what this process has written, whichever member of a cluster answers it. */
  private readonly bookmarks = neo4j.bookmarkManager();
  private readonly plans = new StatementPlans();

  private constructor(
    private readonly driver: Driver,
    private readonly database: { readonly database?: string },
  ) {}

  /** Connects, and asks once, so that a wrong address or password is known here. */
  static async open({ uri, user, password, database }: Neo4jSettings): Promise<Neo4jGraph> {
    const graph = new Neo4jGraph(driverFor(uri, user, password), database === undefined ? {} : { database });
    try {
      await graph.read(alive({})); // a missing database is only noticed by a query
      return graph;
    } catch (error) {
      await graph.close();
      throw error;
    }
  }

  async version(): Promise<string> {
    return this.inSession(neo4j.session.READ, undefined, async () => {
      const { agent } = await this.driver.getServerInfo(this.database);
      return (agent ?? '').replace(/^Neo4j\//, '');
    });
  }

  /** One transaction: a start makes some eighty constraints and indexes. */
  async prepare(report?: (step: string) => void): Promise<void> {
    await this.write([...uniqueIds, ...otherIndexes, ...listIndexes, searchIndex.create]);
    await indexesOnline((statement) => this.read(statement), report);
  }

  async read<Row>(statement: Statement<Row>, { signal, timeout = reading.timeout, timed }: ReadOptions = {}): Promise<Row[]> {
    signal?.throwIfAborted();
    const rows = () => this.inSession(neo4j.session.READ, signal, (session) => read(session, statement, { timeout }));
    if (timed === undefined) return rows();
    const { text, parameters } = statement;
    const explained = { name: 'plan', text: `EXPLAIN ${text}`, parameters };
    const plan = () => this.inSession(neo4j.session.READ, undefined, (session) => read(session, explained, reading));
    return this.plans.use(text, { plan, run: () => timed(rows), signal });
  }

  async search(search: Search, options?: ReadOptions): Promise<string[][]> {
    return likeliest(search, await this.read(candidates(search), options));
  }

  async write(statements: readonly Statement<unknown>[]): Promise<void> {
    await this.transact((transaction) => runAll(transaction, statements));
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.inSession(neo4j.session.WRITE, undefined, (session) =>
      session.executeWrite((tx) => work({ run: (statement) => rowsOf(tx, statement) }), writing),
    );
  }

  /** A database has backups of its own. */
  async keepCopy(): Promise<undefined> {
    this.mustBeOpen();
  }

  /** The driver would cut off queries in flight. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underWay);
    await this.driver.close();
  }

  /** A session for one piece of work. When the signal aborts, the session is closed, and Neo4j stops what runs in it. */
  private inSession<T>(
    mode: 'READ' | 'WRITE',
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const running = this.run(mode, signal, work);
    this.underWay.add(running);
    return running.finally(() => this.underWay.delete(running));
  }

  private async run<T>(
    mode: 'READ' | 'WRITE',
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    this.mustBeOpen();
    const session = this.driver.session({ defaultAccessMode: mode, bookmarkManager: this.bookmarks, ...this.database });
    const stop = () => void session.close().catch(() => undefined);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await untilAborted(work(session), signal);
    } catch (error) {
      throw graphError(error);
    } finally {
      signal?.removeEventListener('abort', stop);
      await session.close().catch(() => undefined);
    }
  }

  private mustBeOpen(): void {
    if (this.closed) throw new GraphError('UNAVAILABLE', 'The graph is closed.');
  }
}

/** A statement of its own, without the round trips that begin and commit a transaction. Reading twice does no harm: what fails for a passing reason is read again. */
async function read<Row>(session: Session, statement: Statement<Row>, config: typeof reading): Promise<Row[]> {
  const end = Date.now() + limits.maxTransactionRetryTime;
  for (let wait = 50; ; wait *= 2) {
    try {
      return await rowsOf(session, statement, config);
    } catch (error) {
      if (!neo4j.isRetryableError(error) || Date.now() + wait > end) throw error;
    }
    await sleep(wait);
  }
}

async function rowsOf<Row>(
  runner: Session | ManagedTransaction,
  { text, parameters }: Statement<Row>,
  config?: typeof reading,
): Promise<Row[]> {
  const { records } = await runner.run(forNeo4j(text), integers(parameters), config);
  return records.map((record) => record.toObject() as Row);
}

function driverFor(uri: string, user: string, password: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), limits);
  } catch (cause) {
    throw new GraphError(
      'UNAVAILABLE',
      `NEO4J_URI is not an address of a Neo4j: it must look like bolt://127.0.0.1:7687 or neo4j+s://….databases.neo4j.io.`,
      { cause },
    );
  }
}
