import type { Account } from '../accounts/account.js';
import type { Archive } from '../archive.js';
import type { ChangeLog } from '../changesets/log.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import type { Graph } from '../graph/port.js';

/** What every resolver of one request is given. */
export interface Context {
  readonly graph: Graph;
  /** As of today, and as known now, unless the operation says otherwise. */
  loaders: Loaders;
  readonly archive: Archive;
  readonly log: ChangeLog;
  /** Who asks; undefined when nobody said. */
  readonly account?: Account | undefined;
}
