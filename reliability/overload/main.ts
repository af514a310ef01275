/**
 * Does the service answer as much at four times its capacity as at its best? `npm run overload`, on the built-in data on the embedded engine; with NEO4J_URI set,
 * on that Neo4j (`node scripts/neo4j.mjs --run "npm run overload"` starts one). `-- --seconds N` is how long each level takes (5).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeKey } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import { run } from '../../tests/support/process.js';
import { saveResult } from '../result.js';
import { isNeo4j, store } from '../store.js';
import { good, measure, perSecond, Senders, within, type Level } from './overload.js';
import { cheapOnes, health, kinds, requestsOf } from './requests.js';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const seconds = Number(values.seconds);
const data = mkdtempSync(join(tmpdir(), 'policygraph-overload-'));
const { secret, key } = makeKey({ name: 'overload', role: 'EDITOR' });
await changeKeys(join(data, 'keys.json'), (keys) => [...keys, key]);
const service = run({ ...store, POLICYGRAPH_DATA: data, POLICYGRAPH_CACHE: '0' });
const senders = new Senders(await service.url);
const probes = { health: health('/health/ready'), cheap: cheapOnes(secret) };

interface Row {
  readonly name: string;
  readonly goodput: number;
  readonly byProcessor: number;
  readonly refusal: number | undefined;
  readonly health: number | undefined;
  readonly cheap: number | undefined;
  readonly statuses: Readonly<Record<string, number>>;
}

const rows: Row[] = [];
for (const kind of kinds) {
  const requests = requestsOf(kind, secret);
  const at = (connections: number, rate: number) =>
    measure(senders, service.child.pid ?? 0, { requests, connections, rate, seconds }, probes);
  const best = () => at(16, 0);
  await best(); // compiled, and its plans made
  let peak = await best();
  const capacity = perSecond(peak.load);
  console.log(`${kind}: ${capacity.toFixed(0)} a second at best, ${peak.processor.toFixed(2)} ms of processor time each`);
  for (const connections of [200, 1_000])
    for (const times of [1, 2, 4]) {
      const [before, level] = [peak, await at(connections, capacity * times)];
      peak = await best();
      rows.push(rowOf(`${kind} × ${times}, ${connections} connections`, level, [before, peak]));
    }
}
senders.close();
service.child.kill('SIGTERM');
const ended = await service.ended;
rmSync(data, { recursive: true, force: true });

/** A level beside the best just before and just after it: a machine is not equally fast all the time. */
function rowOf(name: string, level: Level, best: readonly Level[]): Row {
  const { load } = level;
  const row = {
    name,
    goodput: perSecond(load) / mean(best.map((each) => perSecond(each.load))),
    byProcessor: mean(best.map(({ processor }) => processor)) / level.processor,
    refusal: within(0.99, load.times['503']),
    health: within(0.99, Object.values(level.health.times).flat()),
    cheap: within(0.99, Object.values(level.cheap.times).flat()),
    statuses: Object.fromEntries(Object.entries(load.times).map(([status, { length }]) => [status, length])),
  };
  console.log(
    `${name}: ${percent(row.goodput)} of the best (${percent(row.byProcessor)} by processor time), ${good(load)} answered; refused in ${shown(row.refusal)}, health in ${shown(row.health)}, cheap in ${shown(row.cheap)}; ${JSON.stringify(row.statuses)}`,
  );
  return row;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function shown(time: number | undefined): string {
  return time === undefined ? 'none' : `${time.toFixed(0)} ms`;
}

const worst = rows.filter(({ name }) => name.includes('× 4,'));
const goodputOf = (connections: string) =>
  Math.min(...worst.filter(({ name }) => name.endsWith(connections)).map((row) => row.goodput));
const [few, many] = [goodputOf(' 200 connections'), goodputOf('1000 connections')];
const [refusal, ready] = (['refusal', 'health'] as const).map((of) => Math.max(0, ...worst.map((row) => row[of] ?? 0))) as [
  number,
  number,
];
const measured = `${percent(few)} with 200 connections, ${percent(many)} with 1,000 / ${shown(refusal)} / ${shown(ready)} (99 of 100)`;
console.log(measured);
saveResult('overload', {
  measured,
  met: Math.min(few, many) >= 0.9 && refusal <= 20 && ready <= 100 && ended === 0,
  command: 'npm run overload',
  details: { engine: isNeo4j ? 'Neo4j' : 'embedded', seconds, rows },
});
