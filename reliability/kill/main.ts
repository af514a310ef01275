/**
 * Is anything that was acknowledged lost, or torn, when the service is killed? `npm run test:kill`, 1,000 times on the embedded engine; on Neo4j 100 times:
 * `node scripts/neo4j.mjs --run "npm run test:kill"`, or with NEO4J_URI set.
 * `-- --kills N` kills it N times, `-- --parallel N` runs N services at once, each on a graph of its own (embedded only).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeKey } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import type { Graph } from '../../src/graph/port.js';
import { saveResult } from '../result.js';
import { isNeo4j, neo4jSettings, store } from '../store.js';
import { killed, type Kills } from './kill.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: isNeo4j ? '100' : '1000' }, parallel: { type: 'string', default: '1' } },
});
const kills = Number(values.kills);

/** Kills on one graph: more would make it larger, and each start slower. */
const series = 25;

const { secret, key } = makeKey({ name: 'kill', role: 'EDITOR' });
const sum: Kills = { kills: 0, starts: 0, stops: 0, acknowledged: 0, landed: 0, lost: [], torn: [] };
/** Starts that failed after a kill. */
const failures: string[] = [];
let differences = 0;
let left = kills;
process.once('SIGTERM', () => (left = 0)); // what has run is saved

/** Kills one service until the kills are used up. */
async function worker(): Promise<void> {
  while (left > 0) {
    const share = Math.min(series, left);
    left -= share;
    const data = mkdtempSync(join(tmpdir(), 'policygraph-kill-'));
    await changeKeys(join(data, 'keys.json'), (keys) => [...keys, key]);
    await onGraph(data, share).catch((error: unknown) => failures.push(String(error)));
    rmSync(data, { recursive: true });
  }
}

async function onGraph(data: string, share: number): Promise<void> {
  const settings = { ...store, POLICYGRAPH_DATA: data };
  const found = await killed({ kills: share, settings, key: secret, series: left * 1_000 });
  for (const name of ['kills', 'starts', 'stops', 'acknowledged', 'landed'] as const) sum[name] += found[name];
  sum.lost.push(...found.lost);
  sum.torn.push(...found.torn);
  const graph: Graph = isNeo4j ? await Neo4jGraph.open(neo4jSettings) : await EmbeddedGraph.open(data);
  differences += (await checkGraph(graph)).differences.length;
  await graph.close();
  const { lost, torn, ...counts } = sum;
  console.log({ ...counts, lost: lost.length, torn: torn.length, differences, failures });
}

await Promise.all(Array.from({ length: Number(values.parallel) }, worker));
const { lost, torn, ...counts } = sum;
saveResult(isNeo4j ? 'kill-neo4j' : 'kill-embedded', {
  measured: `${lost.length}, ${torn.length} (${sum.kills} kills)`,
  met: lost.length + torn.length + failures.length + differences === 0 && sum.kills >= (isNeo4j ? 100 : 1_000),
  command: isNeo4j ? 'node scripts/neo4j.mjs --run "npm run test:kill"' : 'npm run test:kill',
  details: { ...counts, differences, failures },
});
