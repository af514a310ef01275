import { isDeepStrictEqual } from 'node:util';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { alive } from '../alive.js';
import { GraphError, writeFailure } from '../errors.js';
import {
  readerOf,
  type Graph,
  type ReadOptions,
  type Search,
  type StoreLoad,
  type Transaction,
  type WriteOptions,
} from '../port.js';
import { query, type Statement } from '../query.js';
import { runAll } from '../run-all.js';
import type { Batch } from '../stored/contents.js';
import { listIndexes, otherIndexes, uniqueIds } from '../stored/indexes.js';
import { forNeo4j } from '../stored/projection.js';
import { timedSignal } from '../timed-signal.js';
import { graphError, isUnknownBookmark, silent } from './errors.js';
import { replaceContents } from './fill.js';
import { candidates, likeliest, searchIndex } from './full-text.js';
import { indexesOnline } from './indexes-online.js';
import { Members } from './members.js';
import { integers } from './parameters.js';
import { retried } from './retried.js';
import { connectionsAtOnce, isWithoutConnection, Sessions, type Mode } from './sessions.js';
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
  connectionTimeout: 1_500,
  connectionAcquisitionTimeout: 2_000,
  /** A connection that was idle so long is tried before it is used: what lies between may have dropped it without a word. */
  connectionLivenessCheckTimeout: 10_000,
  maxTransactionRetryTime: 2_000,
  maxConnectionPoolSize: connectionsAtOnce,
  telemetryDisabled: true,
  disableLosslessIntegers: true,
  /** Nobody reads what Neo4j remarks on statements. */
  notificationFilter: { minimumSeverityLevel: 'OFF' as const },
};

/** Neo4j ends a transaction then, whatever became of the client. A read gets what its request has left; a write may be a whole data set. */
const reading = { timeout: 30_000 };
const writing = { timeout: 600_000 };
const planning = { timeout: 10_000 };

/** Milliseconds that Neo4j has to report that it ended a transaction at its time limit, before the service gives up by itself. */
const grace = 500;

const lastChangeset = query<Record<string, never>, { sequence: number | null; recordedAt: string | null }>('changeset/last');
const keepTurn = query<Record<string, never>, never>('backup/turn');

/** The graph in a Neo4j: one server, a cluster (reads go to any member) or Aura. */
export class Neo4jGraph implements Graph {
  readonly engine = 'neo4j';
  private closed = false;

  /** A read sees what this process has written, whichever member of a cluster answers it. */
  private ownWrites = neo4j.bookmarkManager();
  private readonly plans = new StatementPlans();

  private readonly members: Members;
  private readonly sessions: Sessions;

  private constructor(
    settings: Neo4jSettings,
    private readonly database: { readonly database?: string },
  ) {
    this.sessions = new Sessions(
      () => driverFor(settings, () => this.members.addresses), // throws for what is no address
      () => this.members.areSilent(),
    );
    this.members = new Members(settings.uri);
  }

  /** Connects, and asks once, so that a wrong address or password is known here. */
  static async open({ uri, user, password, database }: Neo4jSettings): Promise<Neo4jGraph> {
    const graph = new Neo4jGraph({ uri, user, password }, database === undefined ? {} : { database });
    try {
      await graph.read(alive({})); // a missing database is only noticed by a query
      return graph;
    } catch (error) {
      await graph.close();
      throw error instanceof GraphError && error.code === 'TIMEOUT' ? notAnswering(error) : error;
    }
  }

  async version(): Promise<string> {
    const { summary } = await this.attempt('READ', {}, (session) => session.run(alive({}).text));
    return (summary.server.agent ?? '').replace(/^Neo4j\//, '');
  }

  /** One transaction: a start makes some eighty constraints and indexes. */
  async prepare(report?: (step: string) => void): Promise<void> {
    await this.write([...uniqueIds, ...otherIndexes, ...listIndexes, searchIndex.create]);
    await indexesOnline((statement) => this.read(statement), report);
  }

  async read<Row>(statement: Statement<Row>, options: ReadOptions = {}): Promise<Row[]> {
    const { signal, timed } = options;
    signal?.throwIfAborted();
    const rows = () => this.rows(statement, options);
    if (timed === undefined) return rows();
    const { text, parameters } = statement;
    const plan = (signal?: AbortSignal) =>
      this.rows({ name: 'plan', text: `EXPLAIN ${text}`, parameters }, { ...planning, signal });
    return this.plans.use(text, { plan, run: () => timed(rows), signal });
  }

  /** A statement of its own, without the round trips that begin and commit a transaction. */
  private rows<Row>(statement: Statement<Row>, { timeout = reading.timeout, ...options }: ReadOptions): Promise<Row[]> {
    return this.attempt('READ', { ...options, timeout }, (session) => this.rowsOf(session, statement, { timeout }));
  }

  load(): StoreLoad {
    return this.sessions.load;
  }

  async search(search: Search, options?: ReadOptions): Promise<string[][]> {
    return likeliest(search, await this.read(candidates(search), options));
  }

  async write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void> {
    await this.transact((transaction) => runAll(transaction, statements), options);
  }

  async transact<T>(work: (transaction: Transaction) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    const { timeout = writing.timeout, landed } = options;
    let isComplete = false; // what follows is its commit, whose reply may be lost
    let refusal: unknown; // of the work itself
    const complete = async (transaction: ManagedTransaction) => {
      const result = await work({ run: (statement) => this.rowsOf(transaction, statement) }).catch((error: unknown) => {
        throw (refusal = error);
      });
      isComplete = true;
      return result;
    };
    try {
      return await this.attempt('WRITE', { ...options, timeout }, async (session) => {
        const result = await session.executeWrite(complete, { timeout });
        landed?.(session.lastBookmarks());
        return result;
      });
    } catch (error) {
      throw error === refusal ? error : writeFailure(error, isComplete ? 'UNKNOWN' : 'NO');
    }
  }

  /** Reads again when a changeset landed meanwhile; the last time it keeps the writers' turn, so that none can. */
  async snapshot<T>(work: (reader: Transaction) => Promise<T>): Promise<T> {
    const reader = readerOf(this);
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const before = await this.read(lastChangeset({}));
      const result = await work(reader);
      if (isDeepStrictEqual(before, await this.read(lastChangeset({})))) return result;
    }
    return this.transact(async ({ run }) => {
      await run(keepTurn({}));
      return work(reader);
    });
  }

  /** Puts other contents in the place of those that the database has. */
  async fill(batches: AsyncIterable<Batch>): Promise<void> {
    await replaceContents({ read: (statement) => this.read(statement), write: (statements) => this.write(statements) }, batches);
  }

  /** A database has backups of its own. */
  async keepCopy(): Promise<undefined> {
    this.mustBeOpen();
  }

  /** The driver would cut off queries in flight. */
  async close(): Promise<void> {
    this.closed = true;
    await this.sessions.close();
  }

  /** Work in a session, which is given up when the signal aborts, or Neo4j does not end it at its time limit. */
  private async attempt<T>(mode: Mode, options: ReadOptions, work: (session: Session) => Promise<T>): Promise<T> {
    this.mustBeOpen();
    const { bookmarks = [], timeout = reading.timeout } = options;
    const { signal, clear } = timedSignal(timeout + grace, options.signal, silent.message);
    const session = () => ({
      defaultAccessMode: mode,
      bookmarks: [...bookmarks],
      bookmarkManager: this.ownWrites,
      ...this.database,
    });
    const isPassing = (error: unknown) => passing[mode](error) || (bookmarks.length === 0 && this.forgets(error));
    try {
      return await retried(() => this.sessions.use(session(), signal, work), isPassing, signal);
    } catch (error) {
      throw graphError(error);
    } finally {
      clear();
    }
  }

  /** Whether the database no longer knows what this process wrote, since another one took its place: what it holds is seen from now on. */
  private forgets(error: unknown): boolean {
    if (!isUnknownBookmark(error)) return false;
    this.ownWrites = neo4j.bookmarkManager();
    return true;
  }

  private async rowsOf<Row>(
    runner: Session | ManagedTransaction,
    { text, parameters }: Statement<Row>,
    config?: typeof reading,
  ): Promise<Row[]> {
    const { records, summary } = await runner.run(forNeo4j(text), integers(parameters), config);
    this.members.heard(summary.server.address);
    return records.map((record) => record.toObject() as Row);
  }

  private mustBeOpen(): void {
    if (this.closed) throw new GraphError('UNAVAILABLE', 'The graph is closed.');
  }
}

const notAnswering = (cause: GraphError) =>
  new GraphError('UNAVAILABLE', 'Neo4j accepts connections and does not answer.', { cause });

/** What is tried again, with a connection of its own. Reading twice does no harm; the driver repeats writes by itself, once they have a connection. */
const passing: Readonly<Record<Mode, (error: unknown) => boolean>> = {
  READ: (error) => isWithoutConnection(error) || (error instanceof Error && neo4j.isRetryableError(error)),
  WRITE: isWithoutConnection,
};

/** Records are asked for once: in parts, the driver refuses the rest of an aborted read on a connection that has gone to the next one, which fails by it. */
const allAtOnce = -1;

function driverFor({ uri, user, password }: Neo4jSettings, addresses: () => string[]): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), { ...limits, fetchSize: allAtOnce, resolver: addresses });
  } catch (cause) {
    throw new GraphError(
      'UNAVAILABLE',
      `NEO4J_URI is not an address of a Neo4j: it must look like bolt://127.0.0.1:7687 or neo4j+s://….databases.neo4j.io.`,
      { cause, isLasting: true },
    );
  }
}
