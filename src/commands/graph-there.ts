import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { graphFile } from '../graph/embedded/embedded-graph.js';
import type { Settings } from '../settings.js';

/** Whether there is a graph to read. Opening a missing embedded graph would create it, with the built-in data in it. */
export function graphIsThere({ neo4j, data }: Settings): boolean {
  return neo4j !== undefined || existsSync(join(data, graphFile));
}

export const emptyGraph = 'The graph is empty: start the service once (npm start), which loads the built-in data.';
