/** What becomes of requests that were sent before a service was told to stop, while it had more to do than it could. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import type { Running } from '../../tests/support/process.js';

export interface Stopped {
  /** Requests that had been sent and not answered when the signal came. */
  readonly pending: number;
  /** How many of them were answered, by status; "lost" without an answer. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly code: number | string;
}

/** Twenty counts, of which no two requests have the same. */
const heavy = (): string => {
  const counts = Array.from(
    { length: 20 },
    (_, n) => `c${n}: claims(where: { subject: { contains: "${Math.random()}" } }) { totalCount }`,
  );
  return JSON.stringify({ query: `{ ${counts.join(' ')} }` });
};

/** Has as many clients send heavy requests, one after another on connections that stay open, and stops the service in the middle of them. */
export async function stopUnderLoad({ url, child, ended }: Running, clients: number): Promise<Stopped> {
  const address = `${await url}/graphql`;
  const outcomes: Record<string, number> = {};
  const signalled = new AbortController();
  const pending = new Set<object>();
  let before = new Set<object>();
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!signalled.signal.aborted) {
      const id = {};
      pending.add(id);
      const outcome = await statusOf(address, agent);
      pending.delete(id);
      if (before.has(id)) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      await after(outcome === '503' ? 500 : 0);
    }
    agent.destroy();
  };
  const all = Array.from({ length: clients }, client);
  await after(2_500);
  before = new Set(pending);
  signalled.abort();
  const began = performance.now();
  child.kill('SIGTERM');
  const code = await ended;
  await Promise.all(all);
  return { pending: before.size, outcomes, seconds: (performance.now() - began) / 1_000, code };
}

async function statusOf(url: string, agent: Agent): Promise<string> {
  try {
    const sent = request(url, { agent, method: 'POST', headers: { 'content-type': 'application/json' } }).end(heavy());
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    await textOf(response);
    return String(response.statusCode);
  } catch {
    return 'lost';
  }
}
