import { join } from 'node:path';
import type { GrafeoDB, QueryResult, Transaction as EngineTransaction } from '@grafeo-db/js';
import { untilAborted } from '../abort.js';
import { GraphError, writeFailure } from '../errors.js';
import {
  untimed,
  type Graph,
  type ReadOptions,
  type Search,
  type StoreLoad,
  type Transaction,
  type WriteOptions,
} from '../port.js';
import { Places } from '../places.js';
import type { Statement } from '../query.js';
import { runAll } from '../run-all.js';
import type { Batch } from '../stored/contents.js';
import { indexesOnId, otherIndexes, uniqueIds } from '../stored/indexes.js';
import { Commits, type Durability } from './commits.js';
import { compactCopy, replaceBy, sizeOf } from './compact.js';
import { makeDataFolder } from './data-folder.js';
import { inDialect } from './dialect.js';
import { EntitySearch } from './search/entity-search.js';
import { isFull } from '../storage-full.js';
import { graphError, openingError } from './errors.js';
import { fill } from './fill.js';
import { clearRemains, openDatabase, saveWhole, seal } from './open.js';
import { plain } from './parameters.js';
import { finishReplacement, graphFile } from './replacement.js';
import { rowsOf } from './rows.js';

/** Reading statements in the engine at once. It would start any number of threads for them. */
const statementsAtOnce = 16;

/** From the first write on: closing waits 100 ms for the thread that looks at them. */
const checkpoint = { intervalMs: 60_000, walBytes: 64 * 1024 * 1024 };

/** The engine decodes values of so many nodes together. A graph that has more is large. */
const nodesTogether = 65_536;

export { graphFile };

export interface OpenOptions {
  /** Nodes from which on a graph is large. */
  readonly largeFrom?: number;
  readonly durability?: Durability;
}

/** The graph in this process: in memory, or in one file of a folder that no other process may have open. */
export class EmbeddedGraph implements Graph {
  readonly engine = 'embedded';
  /** The end of the last write: the engine wants writes one at a time. */
  private lastWrite: Promise<void> = Promise.resolve();
  private closed = false;
  private isCheckpointed = false;
  /** Bytes of the file when it was last as small as it can be. */
  private sizeBefore: number;
  private readonly places = new Places(statementsAtOnce);
  private readonly entities: EntitySearch;

  private constructor(
    private readonly database: GrafeoDB,
    /** Undefined in memory. */
    private readonly file: string | undefined,
    private readonly largeFrom: number,
    private readonly commits?: Commits,
  ) {
    this.sizeBefore = sizeOf(file);
    this.entities = new EntitySearch(async (statement) => rowsOf(await this.result(statement)), file);
  }

  /**
   * Opens the graph of a folder, which is created when missing; `:memory:` keeps nothing.
   * A new graph begins as a copy of `template`, a graph file that was closed.
   */
  static async open(
    folder: string,
    template?: string,
    { largeFrom = nodesTogether, durability = 'full' }: OpenOptions = {},
  ): Promise<EmbeddedGraph> {
    if (folder === ':memory:') return new EmbeddedGraph(await openDatabase(), undefined, largeFrom);
    const file = fileIn(folder);
    finishReplacement(folder);
    const database = await openDatabase(file, template);
    try {
      clearRemains(file);
      return new EmbeddedGraph(database, file, largeFrom, Commits.of(file, commitOf(database), durability));
    } catch (error) {
      letGo(database);
      throw openingError(file, error);
    }
  }

  async version(): Promise<string> {
    return this.run(async (db) => db.version());
  }

  /** The engine's constraints bring no index, and without one inserts get slower with every node. */
  async prepare(report?: (step: string) => void): Promise<void> {
    for (const { text } of [...indexesOnId, ...uniqueIds, ...otherIndexes]) await this.run((db) => db.executeCypher(text));
    await this.entities.prepare(report);
  }

  async read<Row>(statement: Statement<Row>, { signal, timed = untimed }: ReadOptions = {}): Promise<Row[]> {
    signal?.throwIfAborted();
    this.mustBeOpen();
    return timed(async () => {
      const result = await this.places.run(() => this.result(statement), signal);
      return rowsOf<Row>(result, signal);
    });
  }

  load(): StoreLoad {
    return this.places.load;
  }

  private result({ text, parameters }: Statement<unknown>): Promise<QueryResult> {
    return this.attempt((db) => db.executeCypher(inDialect(text, this.isLarge(db)), plain(parameters)));
  }

  private isLarge(database: GrafeoDB): boolean {
    return database.nodeCount() > this.largeFrom;
  }

  async search(search: Search, { signal, timed = untimed }: ReadOptions = {}): Promise<string[][]> {
    this.mustBeOpen();
    signal?.throwIfAborted();
    return timed(() => this.entities.find(search, signal));
  }

  async write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void> {
    await this.transact((transaction) => runAll(transaction, statements), options);
  }

  /** The signal ends the wait for its turn, and the transaction before its next statement. */
  async transact<T>(work: (transaction: Transaction) => Promise<T>, { signal }: WriteOptions = {}): Promise<T> {
    this.mustBeOpen();
    const turn = this.lastWrite;
    const write = turn.then(() => this.inTransaction(work, signal));
    this.lastWrite = write.then(
      () => undefined,
      () => undefined,
    );
    try {
      await untilAborted(turn, signal);
      return await write;
    } catch (error) {
      throw error === signal?.reason ? writeFailure(error, 'NO') : error;
    }
  }

  /** Ends it by statements: `commit()` and `rollback()` hold up this thread, 20,000 nodes for 50 to 400 ms, and a statement runs beside it. */
  private async inTransaction<T>(work: (transaction: Transaction) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    this.checkpointByItself();
    const transaction = await this.attempt(async (db) => db.beginTransaction());
    const done: Statement<unknown>[] = [];
    const run = async <Row>(statement: Statement<Row>): Promise<Row[]> => {
      signal?.throwIfAborted();
      done.push(statement);
      await this.entities.running(statement);
      return rowsOf<Row>(
        await this.attempt(() =>
          transaction.executeCypher(inDialect(statement.text, this.isLarge(this.database)), plain(statement.parameters)),
        ),
      );
    };
    try {
      const result = await work({ run });
      await this.attempt(() => transaction.execute('COMMIT'));
      this.entities.written(done);
      await this.commits?.acknowledge(commitOf(this.database));
      return result;
    } catch (error) {
      await rollBack(transaction);
      throw error;
    }
  }

  /** A transaction sees the graph as it was when it began. */
  async snapshot<T>(work: (reader: Transaction) => Promise<T>): Promise<T> {
    const transaction = await this.run(async (db) => db.beginTransaction());
    const run = async <Row>({ text, parameters }: Statement<Row>): Promise<Row[]> => {
      this.mustBeOpen();
      const result = () => this.attempt((db) => transaction.executeCypher(inDialect(text, this.isLarge(db)), plain(parameters)));
      return rowsOf<Row>(await this.places.run(result));
    };
    try {
      return await work({ run });
    } finally {
      await rollBack(transaction);
    }
  }

  private checkpointByItself(): void {
    if (this.file === undefined || this.isCheckpointed) return;
    this.database.setCheckpointTriggers(checkpoint);
    this.isCheckpointed = true;
  }

  /** Fills a graph that has nothing in it, and nobody else uses; it must be prepared then. */
  async fill(batches: AsyncIterable<Batch>): Promise<void> {
    this.checkpointByItself();
    await this.run((db) => fill(db, batches));
  }

  async keepCopy(name: string): Promise<string | undefined> {
    this.mustBeOpen();
    await this.lastWrite;
    if (this.file === undefined) return undefined;
    const copy = `${this.file}.${name}`;
    saveWhole(this.database, copy);
    this.sizeBefore = 0; // the upgrade that follows frees pages
    return copy;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([this.lastWrite, this.places.empty()]);
    await this.entities.close();
    await this.commits?.close();
    if (this.file === undefined) this.database.close();
    else this.closeFile(this.file);
  }

  /** A file that cannot be written any more stays as a process that was killed leaves it: the engine's log has what it lacks. */
  private closeFile(file: string): void {
    try {
      const last = commitOf(this.database);
      const copy = compactCopy(this.database, file, this.sizeBefore);
      this.database.close();
      if (copy !== undefined) replaceBy(copy, file);
      seal(file, last);
    } catch (error) {
      if (!isFull(error)) throw graphError(error);
    }
  }

  private async run<T>(work: (database: GrafeoDB) => Promise<T>): Promise<T> {
    this.mustBeOpen();
    return this.attempt(work);
  }

  private mustBeOpen(): void {
    if (this.closed) throw new GraphError('UNAVAILABLE', 'The graph is closed.');
  }

  private async attempt<T>(work: (database: GrafeoDB) => Promise<T>): Promise<T> {
    try {
      return await work(this.database);
    } catch (error) {
      throw graphError(error);
    }
  }
}

function fileIn(folder: string): string {
  makeDataFolder(folder);
  return join(folder, graphFile);
}

const commitOf = (database: GrafeoDB): number => Number(database.currentEpoch());

/** Without room on the disk the engine cannot close either; its log keeps what it has. */
function letGo(database: GrafeoDB): void {
  try {
    database.close();
  } catch (error) {
    if (!isFull(error)) throw graphError(error);
  }
}

/** A transaction whose commit failed has ended, and the engine refuses this. */
async function rollBack(transaction: EngineTransaction): Promise<void> {
  await transaction.execute('ROLLBACK').catch(() => undefined);
}
