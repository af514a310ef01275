/** How long a request keeps a small one waiting that is sent every few milliseconds, and what it takes. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { processorTime, residentMemory } from '../processes.js';
import { post, type Server } from '../servers.js';
import type { ExpensiveRequest } from './requests.js';

const probe = JSON.stringify({ query: '{ __typename region(id: "region:CN-44") { id } }' });
const interval = 5;

export interface Measured {
  readonly title: string;
  readonly outcome: string;
  /** The slowest probe while the request runs, beyond the fastest. */
  readonly stall: number;
  /** The longest that the main thread let others wait, without what it waited for a processor. */
  readonly mainThread: number;
  readonly took: number;
  readonly processor: number;
  readonly memory: number;
  /** What the service says that the request cost. */
  readonly work: number | undefined;
}

/** The slowest probe while the work runs, beyond the fastest. */
export async function worstStall(url: string, work: () => Promise<unknown>): Promise<number> {
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

/** The longest delay of the main thread since it was requested before. */
async function longestDelay({ child }: Server): Promise<number> {
  const answered = once(child, 'message');
  child.send({});
  const [{ longest }] = (await answered) as [{ longest: number }];
  return longest;
}

export async function measure(server: Server, { title, query, variables }: ExpensiveRequest): Promise<Measured> {
  const { url, pid } = server;
  await longestDelay(server);
  const [began, used] = [performance.now(), processorTime(pid)];
  let answer: any;
  const stall = await worstStall(url, async () => (answer = await post(url, JSON.stringify({ query, variables }))));
  return {
    title,
    outcome: answer.errors?.[0]?.extensions?.code ?? 'answered',
    stall,
    mainThread: await longestDelay(server),
    took: performance.now() - began,
    processor: processorTime(pid) - used,
    memory: residentMemory(pid),
    work: answer.extensions?.cost?.work,
    message: answer.errors?.[0]?.message,
  } as Measured;
}
