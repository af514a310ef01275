import type { Graph } from '../graph/port.js';
import { loadBuiltIn } from '../import/built-in.js';
import { openGraph } from '../open-graph.js';
import type { Settings } from '../settings/settings.js';
import { graphIsThere } from './graph-there.js';

/** Runs `use` on the graph of the settings, or on the built-in data where there is none. */
export async function withGraph<T>(settings: Settings, use: (graph: Graph) => Promise<T>): Promise<T> {
  const isStored = graphIsThere(settings);
  const graph = await openGraph(isStored ? settings : { ...settings, data: ':memory:' });
  try {
    if (!isStored) {
      await graph.prepare();
      await loadBuiltIn(graph, () => undefined);
    }
    return await use(graph);
  } finally {
    await graph.close();
  }
}
