import { fileURLToPath } from 'node:url';
import type { Graph } from './graph/port.js';
import { mustBeCurrent } from './migrations/store-version.js';
import type { Settings } from './settings.js';
import { root } from './root.js';

/** The folder of the graph that `build-graph.ts` made of the built-in data. New embedded graphs begin as a copy of it, which takes no time. */
export const builtGraphFolder = fileURLToPath(new URL('dist/built-in/', root));

/** Opens the graph that the settings name, which must have the model version of this program. Throws a GraphError. */
export async function openGraph(settings: Settings): Promise<Graph> {
  const graph = await openAnyGraph(settings);
  try {
    await mustBeCurrent(graph);
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** Opens the graph that the settings name, of whatever model version. Only the engine in use is loaded into memory. */
export async function openAnyGraph({ neo4j, data, durability }: Settings): Promise<Graph> {
  if (neo4j !== undefined) return (await import('./graph/neo4j/neo4j-graph.js')).Neo4jGraph.open(neo4j);
  const { EmbeddedGraph, graphFile } = await import('./graph/embedded/embedded-graph.js');
  return EmbeddedGraph.open(data, builtGraphFolder + graphFile, { durability });
}
