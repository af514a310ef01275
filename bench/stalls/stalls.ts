/** `npm run bench -- stalls`: how long expensive requests keep a small one waiting, and what they take. */
import { appendFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Options } from '../options.js';
import { out } from '../product.js';
import { post, stopServer, type Server } from '../servers.js';
import { table } from '../statistics.js';
import { startService } from '../parts/service.js';
import { hubsOf } from './hubs.js';
import { measure, worstStall, type Measured } from './measure.js';
import { kinds, type ExpensiveRequest } from './requests.js';

/** Those that stall longer, or take more processor time, are sent again. */
const suspicious = { stall: 25, processor: 500 };
const rounds = 3;
const shown = 40;

export async function stalls(options: Options): Promise<void> {
  const server = await startService(options, [new URL('loop-delay.mjs', import.meta.url).href]);
  const hubs = await hubsOf(async (query) => (await post(server.url, JSON.stringify({ query }))).data);
  const requests = Object.entries(kinds).flatMap(([kind, requestsOf]) =>
    options.kinds === undefined || options.kinds.includes(kind) ? requestsOf(hubs) : [],
  );
  const idle = await worstStall(server.url, () => sleep(2_000));
  console.log(`Without any other request a probe waits ${idle.toFixed(0)} ms at worst. ${requests.length} requests:\n`);
  const all: Measured[] = [];
  rmSync(`${out}stalls.jsonl`, { force: true });
  for (const request of requests) {
    const measured = await leastOf(server, request);
    all.push(measured);
    appendFileSync(`${out}stalls.jsonl`, `${JSON.stringify(measured)}\n`);
  }
  await stopServer(server);
  console.log(worst('stall', all), '\n\n' + worst('processor', all));
}

/** The least of several rounds, where the first is suspicious: the others also show what else the machine did. */
async function leastOf(server: Server, request: ExpensiveRequest): Promise<Measured> {
  const first = await measure(server, request);
  if (Math.max(first.stall, first.mainThread) < suspicious.stall && first.processor < suspicious.processor) return first;
  const all = [first];
  for (let round = 1; round < rounds; round += 1) all.push(await measure(server, request));
  const least = (figure: 'stall' | 'mainThread' | 'took' | 'processor') => Math.min(...all.map((each) => each[figure]));
  return { ...first, stall: least('stall'), mainThread: least('mainThread'), took: least('took'), processor: least('processor') };
}

function worst(figure: 'stall' | 'processor', all: readonly Measured[]): string {
  const rows = [...all].sort((one, other) => other[figure] - one[figure]).slice(0, shown);
  const whole = (value: number) => value.toFixed(0);
  return table(
    [
      'request',
      'outcome',
      'worst stall, ms',
      'main thread, ms',
      'took, ms',
      'processor, ms',
      'work, units',
      'memory after it, MB',
    ],
    rows.map(({ title, outcome, stall, mainThread, took, processor, memory, work }) => [
      title,
      outcome,
      ...[stall, mainThread, took, processor].map(whole),
      work?.toFixed(0) ?? '',
      whole(memory),
    ]),
  );
}
