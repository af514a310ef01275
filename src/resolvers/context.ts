import type { Archive } from '../archive.js';
import type { Loaders } from '../graph/loaders.js';
import type { Graph } from '../graph/port.js';

/** What every resolver of one request is given. */
export interface Context {
  readonly graph: Graph;
  readonly loaders: Loaders;
  readonly archive: Archive;
}
