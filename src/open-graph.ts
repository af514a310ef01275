import { fileURLToPath } from 'node:url';
import type { Graph } from './graph/port.js';
import { HostedGraph } from './graph/hosted/hosted-graph.js';
import { mustBeCurrent } from './migrations/store-version.js';
import type { Settings } from './settings/settings.js';
import { root } from './root.js';

/** The folder of the graph that `build-graph.ts` made of the built-in data. New embedded graphs begin as a copy of it, which takes no time. */
export const builtGraphFolder = fileURLToPath(new URL('dist/built-in/', root));

/** The graph that the settings name, for a command. It must have the model version of this program. Throws a GraphError. */
export async function openGraph(settings: Settings): Promise<Graph> {
  const graph = await reachGraph(settings);
  try {
    await mustBeCurrent(graph);
    return graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
}

/** The graph that the settings name, of any model version, for a command: through the service where one has it open, and opened here otherwise. */
export async function reachGraph(settings: Settings): Promise<Graph> {
  return (await serviceOf(settings)) ?? openAnyGraph(settings);
}

/** The embedded graph of the settings through the service that has it open; undefined where none has. Neo4j serves any number of processes by itself. */
export async function serviceOf({ neo4j, data }: Settings): Promise<HostedGraph | undefined> {
  return neo4j === undefined && data !== ':memory:' ? HostedGraph.connect(data) : undefined;
}

/** Opens the graph that the settings name in this process, of any model version. Only the engine in use is loaded into memory. */
export async function openAnyGraph({ neo4j, data, durability }: Settings): Promise<Graph> {
  if (neo4j !== undefined) return (await import('./graph/neo4j/neo4j-graph.js')).Neo4jGraph.open(neo4j);
  const { EmbeddedGraph, graphFile } = await import('./graph/embedded/embedded-graph.js');
  return EmbeddedGraph.open(data, builtGraphFolder + graphFile, { durability });
}
