/** Upgrades the graph of the settings item by item, as another process, with a line for each batch: to be killed at any of them. */
import { upgrade } from '../../src/migrations/upgrade.js';
import { openAnyGraph } from '../../src/open-graph.js';
import { parseSettings } from '../../src/settings/settings.js';

const graph = await openAnyGraph(parseSettings(process.env));
process.stdout.write('opened\n');
await upgrade(graph, { limit: 1, onProgress: ({ to, pass }) => process.stdout.write(`${to} ${pass}\n`) });
await graph.close();
