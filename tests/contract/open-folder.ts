/** Opens the graph of a folder, as another process, and prints what came of it. */
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';

const [folder = ''] = process.argv.slice(2);
try {
  const graph = await EmbeddedGraph.open(folder);
  await graph.close();
  console.log(JSON.stringify({ opened: true }));
} catch (error) {
  const { name, code, message } = error as Error & { code?: unknown };
  console.log(JSON.stringify({ name, code, message }));
}
