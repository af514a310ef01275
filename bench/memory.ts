/**
 * How much memory the service takes at ready and after many queries of all kinds, and how long each kind holds up its event loop:
 * `npx tsx bench/memory.ts [FOLDER [COUNT]]`, on a new built-in graph where no folder is named. `npm run build` first. BENCH_NODE has options for its Node.js.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsOfLists, kinds, type Kind } from './mixed-queries.js';
import { Service, type Probe } from './service.js';

interface Total {
  count: number;
  cpu: number;
  longest: number;
  stall: number;
  readonly errors: Set<string>;
}

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'policygraph-memory-'));
const count = Number(process.argv[3] ?? 10_000);

let seed = 7;
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;

/** Each kind once, then as their weights say. */
function chosen(possible: readonly Kind[], number: number): Kind {
  const first = possible[number];
  if (first !== undefined) return first;
  let at = random() * possible.reduce((sum, { weight }) => sum + weight, 0);
  return possible.find(({ weight }) => (at -= weight) < 0) ?? (possible[0] as Kind);
}

async function send(
  service: Service,
  kind: Kind,
  ids: readonly string[] | undefined,
  total: Total,
  before: Probe,
): Promise<Probe> {
  const start = performance.now();
  const { errors = [] } = await service.ask(kind.query, ids === undefined ? kind.variables : { id: pick(ids) });
  const after = await service.probe();
  total.count++;
  total.cpu += (after.cpu - before.cpu) / 1000;
  total.longest = Math.max(total.longest, performance.now() - start);
  total.stall = Math.max(total.stall, after.stall);
  for (const { extensions, message } of errors) total.errors.add(`${extensions.code} ${message}`);
  return after;
}

const service = await Service.start({ POLICYGRAPH_DATA: folder }, process.env['BENCH_NODE']?.split(' '));
const ready = await service.probe();
console.log(`at ready: ${megabytes(ready.rss)}`);
const ids = await idsOfLists(service);
const possible = kinds.filter(({ list }) => list === undefined || (ids.get(list) ?? []).length > 0);
const totals = new Map(
  possible.map(({ name }): [string, Total] => [name, { count: 0, cpu: 0, longest: 0, stall: 0, errors: new Set() }]),
);
let last = await service.probe();
for (let number = 0; number < count; number++) {
  const kind = chosen(possible, number);
  last = await send(service, kind, ids.get(kind.list ?? ''), totals.get(kind.name) as Total, last);
  if ((number + 1) % Math.ceil(count / 10) === 0)
    console.log(`after ${number + 1} queries: ${megabytes(last.rss)}, of which ${megabytes(last.heapUsed)} JavaScript`);
}
console.log(`${'kind'.padEnd(30)} queries  processor  longest  longest stall`);
for (const [name, { count: times, cpu, longest, stall, errors }] of totals)
  console.log(
    [name.padEnd(30), times, milliseconds(cpu / times), milliseconds(longest), milliseconds(stall), ...errors].join('  '),
  );
const each = milliseconds((last.cpu - ready.cpu) / count / 1000);
console.log(
  `after ${count} queries: ${megabytes(last.rss)}, ${(last.rss / ready.rss).toFixed(2)} × ready; processor time of a query ${each}`,
);
await service.stop();
if (process.argv[2] === undefined) rmSync(folder, { recursive: true });
