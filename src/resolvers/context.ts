import type { Account } from '../accounts/account.js';
import type { Archive } from '../archive.js';
import type { ChangeLog } from '../changesets/log.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import type { Graph } from '../graph/port.js';

/** What every resolver of one request is given. */
export interface Context {
  readonly graph: Graph;
  /** The current day and the current knowledge, unless the operation says otherwise. */
  loaders: Loaders;
  readonly archive: Archive;
  readonly log: ChangeLog;
  /** The caller; undefined when anonymous. */
  readonly account?: Account | undefined;
}
