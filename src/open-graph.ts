import type { Graph } from './graph/port.js';
import type { Settings } from './settings.js';

/** Opens the graph that the settings name. Only the engine in use is loaded into memory. */
export async function openGraph({ neo4j, data }: Settings): Promise<Graph> {
  if (neo4j !== undefined) return (await import('./graph/neo4j/neo4j-graph.js')).Neo4jGraph.open(neo4j);
  return (await import('./graph/embedded/embedded-graph.js')).EmbeddedGraph.open(data);
}
