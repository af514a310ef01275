/** Upgrades the graph of a folder item by item, as another process, with a line for each batch: to be killed at any of them. */
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { upgrade } from '../../src/migrations/upgrade.js';

const [folder = ''] = process.argv.slice(2);
const graph = await EmbeddedGraph.open(folder);
process.stdout.write('opened\n');
await upgrade(graph, { limit: 1, told: ({ to, pass }) => process.stdout.write(`${to} ${pass}\n`) });
await graph.close();
