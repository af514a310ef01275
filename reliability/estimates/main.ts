/** npm run test:estimates -- [--operations N] [--seed N]: generated operations on every engine, none of which may read more than it is estimated to read. */
import { parseArgs } from 'node:util';
import type { Graph } from '../../src/graph/port.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { engines } from '../../tests/support/engines.js';
import { saveResult } from '../result.js';
import { about, estimate, fillRandomly, mutations, noEstimates, operationsOf } from './estimates.js';

const { values } = parseArgs({
  options: { operations: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20240207' } },
});
const [count, seed] = [Number(values.operations), Number(values.seed)];
/** Operations of a random graph, each with five sets of variables. */
const perGraph = 100;
const timesAsked = 5;

const found = noEstimates();
async function all(graph: Graph, number: number, isRandom: boolean): Promise<void> {
  const generated = await operationsOf(seed + number, perGraph / timesAsked);
  const operations = [...(isRandom ? generated : await about(graph, generated)), ...mutations];
  for (const operation of operations) if (found.asked < count) await estimate(graph, operation, found);
}

async function builtIn(): Promise<Graph> {
  const graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  await loadBuiltIn(graph, () => undefined);
  return graph;
}

const real = await builtIn();
for (let number = 0; found.asked < count; number++) {
  await all(real, 100_000 + number, false);
  for (const engine of engines) {
    const graph = await engine.empty();
    await fillRandomly(graph, seed + number);
    await all(graph, number, true);
    await graph.close();
  }
  if (number % 10 === 0)
    console.error(`${found.asked} operations, ${found.above.length} above, ${found.rowsAbove.length} by rows`);
}
await real.close();

const { asked, refused, above, rowsAbove, dearest } = found;
console.log(
  JSON.stringify({ asked, refused, above: above.slice(0, 5), rowsAbove: rowsAbove.slice(0, 5), dearest }, undefined, 2),
);
const measured = `${above.length} of ${asked.toLocaleString('en')}`;
console.log(`read more nodes than estimated: ${measured}; more rows than paid: ${rowsAbove.length}`);
if (count >= 10_000)
  saveResult('estimates', {
    measured,
    met: above.length === 0,
    command: 'npm run test:estimates',
    details: { asked, refused, engines: engines.map(({ name }) => name), rowsAbove: rowsAbove.length, dearest, seed },
  });
if (above.length + rowsAbove.length > 0) process.exitCode = 1;
