/** A step of the build: checks the built-in data and makes the graph file that new embedded graphs begin with. */
import { rmSync } from 'node:fs';
import { EmbeddedGraph } from './graph/embedded/embedded-graph.js';
import { loadBuiltIn } from './import/built-in.js';
import { InvalidInput } from './changesets/problem.js';
import { builtGraphFolder } from './open-graph.js';

rmSync(builtGraphFolder, { recursive: true, force: true });
const graph = await EmbeddedGraph.open(builtGraphFolder);
try {
  await graph.prepare();
  await loadBuiltIn(graph, () => undefined);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof InvalidInput ? error.message : String(error)}\n`);
} finally {
  await graph.close();
}
