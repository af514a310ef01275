import { hasGraph } from '../graph/embedded/replacement.js';
import type { Settings } from '../settings/settings.js';

/** Whether there is a graph to read. Opening a missing embedded graph would create it, with the built-in data in it. */
export function graphIsThere({ neo4j, data }: Settings): boolean {
  return neo4j !== undefined || hasGraph(data);
}

export const emptyGraph = 'The graph is empty: start the service once (npm start), which loads the built-in data.';
