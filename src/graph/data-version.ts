import type { Graph } from './port.js';
import { query } from './query.js';

const latestBuiltIn = query<Record<string, never>, { dataVersion: string; recordedAt: string }>('changeset/latest-built-in');

/** The version of the built-in data that a graph holds; undefined when it holds none. */
export async function dataVersion(graph: Graph): Promise<string | undefined> {
  const [latest] = await graph.read(latestBuiltIn({}));
  return latest?.dataVersion;
}
