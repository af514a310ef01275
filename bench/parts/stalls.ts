/** `npm run bench -- stalls`: how long an expensive request keeps a small one waiting that is sent every 5 ms. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Options } from '../options.js';
import { processorTime, residentMemory } from '../processes.js';
import { post, stopServer, type Server } from '../servers.js';
import { table } from '../statistics.js';
import { expensiveRequests } from './expensive.js';
import { startService } from './service.js';

const probe = JSON.stringify({ query: '{ region(id: "region:CN-44") { id } }' });
const interval = 5;
const runs = 3;

/** The slowest probe while the work runs, beyond the fastest. */
async function worstStall(url: string, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const ended = new AbortController();
  const done = work().finally(() => ended.abort());
  while (!ended.signal.aborted) {
    const began = performance.now();
    await post(url, probe);
    times.push(performance.now() - began);
    await sleep(interval);
  }
  await done;
  return Math.max(...times) - Math.min(...times);
}

async function rowOf({ url, pid }: Server, title: string, query: string): Promise<string[]> {
  const rows: { readonly stall: number; readonly processor: number; readonly took: number; readonly outcome: string }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [began, used] = [performance.now(), processorTime(pid)];
    let answer: any;
    const stall = await worstStall(url, async () => (answer = await post(url, JSON.stringify({ query }))));
    const outcome = answer.errors?.[0]?.extensions?.code ?? 'answered';
    rows.push({ stall, processor: processorTime(pid) - used, took: performance.now() - began, outcome });
  }
  const best = rows.reduce((one, other) => (other.stall < one.stall ? other : one)); // the others also show what else the machine did
  const whole = (value: number) => value.toFixed(0);
  return [title, best.outcome, whole(best.stall), whole(best.took), whole(best.processor), whole(residentMemory(pid))];
}

export async function stalls(options: Options): Promise<void> {
  const server = await startService(options);
  const idle = await worstStall(server.url, () => sleep(2_000));
  console.log(`Without any other request a probe waits ${idle.toFixed(0)} ms at worst.\n`);
  const rows: string[][] = [];
  for (const { title, query } of expensiveRequests) rows.push(await rowOf(server, title, query));
  await stopServer(server);
  console.log(table(['request', 'outcome', 'worst stall, ms', 'took, ms', 'processor, ms', 'memory after it, MB'], rows));
}
