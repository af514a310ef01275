import type { Account } from '../accounts/account.js';
import type { Texts } from '../archive.js';
import type { ChangeLog } from '../changesets/log.js';
import type { OperationBookmarks } from '../graph/bounded/bookmarks.js';
import type { Budget } from '../graph/loaders/budget.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import type { Memo } from '../graph/memo.js';
import type { Graph } from '../graph/port.js';
import type { NewReading } from '../reading/kept/kept-readings.js';
import type { TextToRead } from '../reading/kept/new-reading.js';
import type { Meaning } from '../meaning/meaning.js';

/** What one request brings, whatever it asks. */
export interface RequestContext {
  readonly graph: Graph;
  /** What the operation may still read: one for all days. */
  readonly budget: Budget;
  /** The texts of the archive, and those of readings that the caller may see. */
  readonly archive: Texts;
  /** Search by meaning; undefined without an embedding model. */
  readonly meaning?: Meaning | undefined;
  readonly bookmarks?: OperationBookmarks | undefined;
  readonly log: ChangeLog;
  /** ISO day: as of when the graph is seen by default. */
  readonly today: string;
  /** Aborts what the request reads. */
  readonly signal?: AbortSignal | undefined;
  /** Loaders answer alone: what plans give is compared with that. */
  readonly withoutPlans?: boolean;
  /** Reads a text with the names of the graph, beside other requests; in turn with them by default. */
  readonly readText?: ((text: TextToRead) => Promise<Omit<NewReading, 'author'>>) | undefined;
  /** The same by the language model of the settings; undefined where none is set. */
  readonly readTextByModel?: ((text: TextToRead) => Promise<Omit<NewReading, 'author'>>) | undefined;
  /** The caller; undefined when anonymous. */
  readonly account?: Account | undefined;
}

/** What a resolver is given: the request, and loaders that see the graph as of what its root field asks for. */
export interface Context extends RequestContext {
  readonly loaders: Loaders;
  /** What was made of the arguments of fields, once for all their parents. */
  readonly memo: Memo;
}
