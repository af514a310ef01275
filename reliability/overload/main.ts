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
import { good, measure, perSecond, Senders, within, type Level } from './overload.js';
import { cheapOnes, health, kinds, requestsOf } from './requests.js';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const seconds = Number(values.seconds);
const data = mkdtempSync(join(tmpdir(), 'policygraph-overload-'));
const { secret, key } = makeKey({ name: 'overload', role: 'EDITOR' });
await changeKeys(join(data, 'keys.json'), (keys) => [...keys, key]);
const store = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value = '']) =>
    name.startsWith('NEO4J_') ? [[name.replace('_TEST', ''), value]] : [],
  ),
);
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
  await at(16, 0); // compiled, and its plans made
  const levels = [await at(16, 0), await at(32, 0), await at(16, 0)];
  const peak = levels.reduce((best, level) => (perSecond(level.load) > perSecond(best.load) ? level : best));
  const capacity = perSecond(peak.load);
  console.log(`${kind}: ${capacity.toFixed(0)} a second at best, ${peak.processor.toFixed(2)} ms of processor time each`);
  for (const connections of [200, 1_000])
    for (const times of [1, 2, 4])
      rows.push(rowOf(`${kind} × ${times}, ${connections} connections`, await at(connections, capacity * times), peak));
}
senders.close();
service.child.kill('SIGTERM');
const ended = await service.ended;
rmSync(data, { recursive: true, force: true });

function rowOf(name: string, level: Level, peak: Level): Row {
  const { load } = level;
  const row = {
    name,
    goodput: perSecond(load) / perSecond(peak.load),
    byProcessor: peak.processor / level.processor,
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

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function shown(time: number | undefined): string {
  return time === undefined ? 'none' : `${time.toFixed(0)} ms`;
}

const worst = rows.filter(({ name }) => name.includes('× 4,'));
const goodput = Math.min(...worst.map(({ byProcessor }) => byProcessor));
const [refusal, ready] = (['refusal', 'health'] as const).map((of) => Math.max(0, ...worst.map((row) => row[of] ?? 0))) as [
  number,
  number,
];
const measured = `${percent(goodput)} by processor time, ${percent(Math.min(...worst.map((row) => row.goodput)))} by the clock / ${shown(refusal)} / ${shown(ready)} (99 of 100)`;
console.log(measured);
saveResult('overload', {
  measured,
  met: goodput >= 0.9 && refusal <= 20 && ready <= 100 && ended === 0,
  command: 'npm run overload',
  details: { engine: 'NEO4J_URI' in store ? 'Neo4j' : 'embedded', seconds, rows },
});
