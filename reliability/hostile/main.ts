/**
 * npm run test:hostile -- [--graph FOLDER] [--only REGEXP] [--rounds N]
 * All hostile requests against the service with the built-in graph, with a copy of the graph in FOLDER, or, when NEO4J_TEST_URI is
 * set, with that Neo4j. The result is saved where all of them were sent to the built-in graph on the embedded engine.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { neo4jEnvironment } from '../../tests/support/engines.js';
import { saveResult } from '../result.js';
import { Loop, withProbe } from './loop.js';
import { Probe, bounds, type Cost, type Probed } from './probe.js';
import { attacked } from './service.js';
import { warmUp } from './warm-up.js';

const { values } = parseArgs({
  options: {
    graph: { type: 'string' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '2' },
  },
});
const megabyte = 2 ** 20;
const isWhole = values.graph === undefined && values.only === '' && neo4jEnvironment.NEO4J_URI === '';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const data = join(folder, 'graph');
if (values.graph !== undefined) cpSync(values.graph, data, { recursive: true });

const probePath = join(folder, 'probe');
const graph = neo4jEnvironment.NEO4J_URI === '' ? { POLICYGRAPH_DATA: data } : neo4jEnvironment;
const service = await attacked({ ...graph, ...withProbe(probePath) });
const loop = await Loop.at(probePath);
await warmUp(service);
const rounds: Probed[] = [];
const memory = [await loop.memory()];
for (let round = 0; round < Number(values.rounds); round++) {
  rounds.push(await new Probe(service, loop, { isBuiltIn: values.graph === undefined, only: new RegExp(values.only) }).run());
  memory.push(await loop.memory());
}
loop.close();
await service.stop();
rmSync(folder, { recursive: true });

const costs = rounds.flatMap((round) => round.costs);
const highest = (of: (cost: Cost) => number) =>
  costs
    .toSorted((a, b) => of(b) - of(a))
    .slice(0, 10)
    .map((cost) => `${cost.name}: ${of(cost).toFixed(0)}`);
const faults = [...new Set(rounds.flatMap((round) => round.faults))];
const stall = Math.max(...costs.map((cost) => cost.stall));
const stayed = (memory.at(-1)!.rss - memory[0]!.rss) / megabyte;
const details = {
  requests: rounds[0]?.requests,
  pending: rounds[0]?.pending,
  rounds: rounds.length,
  faults,
  beyondTheirBounds: costs.filter(({ isBeyond }) => isBeyond).length,
  longestStalls: highest((cost) => cost.stall),
  mostMemory: highest((cost) => cost.memory),
  othersWaited: rounds.map(({ others, normal }) => ({
    longest: Math.round(others.longest),
    median: others.median,
    normal: normal.median,
  })),
  residentAfterEachRound: memory.map(({ rss }) => Math.round(rss / megabyte)),
  heapAfterEachRound: memory.map(({ heapUsed }) => Math.round(heapUsed / megabyte)),
  errors: service.process.output.err.slice(0, 2_000),
};
console.log(JSON.stringify(details, undefined, 2));
const measured = `0 / ${stall.toFixed(0)} ms / ${stayed.toFixed(0)} MB`;
console.log(`deaths / stall / memory that stays: ${measured}`);
if (isWhole)
  saveResult('hostile', {
    measured,
    met: faults.length === 0 && stall <= bounds.stall && stayed <= bounds.memory,
    command: 'npm run test:hostile',
    details,
  });
if (faults.length > 0) process.exitCode = 1;
