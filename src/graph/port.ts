import type { Label } from '../model/model.js';
import type { Statement } from './query.js';
import type { SearchTerm } from './search/tokens.js';

export interface ReadOptions {
  /** Gives up with TIMEOUT, or with the signal's own reason, and frees what the read holds. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which a store in another process ends the statement by itself, whatever became of its client. */
  readonly timeout?: number | undefined;
  /** Runs what the request pays for by time. A statement that the store must plan first is planned outside of it. */
  readonly timed?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
  /** Names states of the store: the read sees one of them or a later one. An engine of one process has no others. */
  readonly bookmarks?: readonly string[] | undefined;
}

/** What bounds a write. */
export interface WriteOptions extends Pick<ReadOptions, 'signal' | 'timeout' | 'bookmarks'> {
  /** Gets the bookmarks of the state with the write, where the engine has any. */
  readonly landed?: ((bookmarks: readonly string[]) => void) | undefined;
}

/** For reads that no request pays for. */
export const untimed: NonNullable<ReadOptions['timed']> = (work) => work();

/** What to look for: one list of tokens for each question, and which entities may answer. */
export interface Search {
  readonly questions: readonly (readonly SearchTerm[])[];
  /** Only entities of these labels. */
  readonly labels?: readonly Label[] | undefined;
  /** Only entities with these ids. */
  readonly among?: readonly string[] | undefined;
  /** The most candidates of one question. */
  readonly limit: number;
}

/** Places for statements: connections of Neo4j, or threads of the embedded engine. */
export type StoreLoad = Readonly<Record<'in_use' | 'free' | 'waiting', number>>;

/** An open transaction. */
export interface Transaction {
  /** The rows of one statement, which sees what the transaction has written so far. */
  readonly run: <Row>(statement: Statement<Row>) => Promise<Row[]>;
}

/** All that a changeset needs of a graph. */
export type ReadWriteGraph = Pick<Graph, 'read' | 'transact'>;

/** All that reading the whole of a graph needs. */
export type ReadableGraph = Pick<Graph, 'engine' | 'read'>;

/** Reads without a transaction: each statement sees what has been committed by then. */
export const readerOf = (graph: ReadWriteGraph): Transaction => ({ run: (statement) => graph.read(statement) });

/**
 * A store of nodes and relationships that answers Cypher. Both adapters keep this contract; tests/contract/ holds them to it.
 *
 * - Rows are plain data: strings, numbers, booleans, null, lists and maps. Nodes and relationships never come out.
 * - Integers come back as numbers, and are exact within 2^53.
 * - A failure is a GraphError; its message names no host, path, statement or value.
 */
export interface Graph {
  readonly engine: 'embedded' | 'neo4j';

  /** The engine's own version, such as "5.26.16". */
  version(): Promise<string>;

  /**
   * Makes the constraints and indexes that the model asks for, and waits until search has its index, except for a graph that must be upgraded first. Doing it again
   * changes nothing. Long work is reported step by step.
   */
  prepare(report?: (step: string) => void): Promise<void>;

  /** The rows of one reading statement, in its order. On a cluster any member may answer. */
  read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]>;

  /**
   * For each question the ids of the entities that have any of its tokens, the likeliest first: search/worth.ts says what is likely, for both engines, and a whole
   * name ("=qingdao") is likelier than all else. Tokens are those that storage.ts keeps on an entity; what any earlier write of this process made or changed is
   * found. An engine may look at no more than five times the limit. A question without tokens finds nothing.
   */
  search(search: Search, options?: ReadOptions): Promise<string[][]>;

  /** A transaction of these statements, in their order. */
  write(statements: readonly Statement<unknown>[], options?: WriteOptions): Promise<void>;

  /**
   * Runs `work` as one transaction: all that it writes lands, durably, or, when anything in it throws, none of it does.
   * `work` may run again when the store undid it for a passing reason, or when it is not known whether it landed: it must do no harm then.
   * In one process transactions happen one after another; against other processes a statement that writes a node keeps it until the end.
   * When the signal aborts, the store stops the transaction. A TIMEOUT or UNAVAILABLE has the detail `written`: NO, or UNKNOWN when the store did not confirm the end.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T>;

  /**
   * Runs reads that all see one state of the graph, whatever is written meanwhile: `work` may take long, and keeps no writer waiting unless writers never pause.
   * `work` may run again when the state changed while it read, as on Neo4j, which keeps no earlier states: what the last run gave counts.
   */
  snapshot<T>(work: (reader: Transaction) => Promise<T>): Promise<T>;

  /**
   * Copies the store to a name of its own next to it and returns where; an older copy of that name is replaced. The copy is atomic.
   * Undefined where there is no file: who keeps the store keeps its copies.
   */
  keepCopy(name: string): Promise<string | undefined>;

  /** How much of the store is in use, for those who watch it. */
  load?(): StoreLoad;

  /** Releases the store after work in progress; a closed graph refuses everything. Closing twice is fine. */
  close(): Promise<void>;
}
