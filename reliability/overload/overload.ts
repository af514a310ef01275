/** What a service does with more requests than it can answer. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Job {
  readonly requests: readonly string[];
  readonly connections: number;
  /** Requests a second; 0 sends one after another on each connection. */
  readonly rate: number;
  readonly seconds: number;
}

export interface Sent {
  /** Milliseconds of each answer, by status; "lost" is a connection that ended without one. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** Requests that found no free connection. */
  readonly unsent: number;
  /** Milliseconds in all. */
  readonly elapsed: number;
}

/** Sends requests from processes of their own: one for the load, and one for each probe beside it. */
export class Senders {
  private readonly children: ChildProcess[] = [];
  private readonly port: number;

  constructor(url: string) {
    this.port = Number(new URL(url).port);
  }

  async send(job: Job, sender = 0): Promise<Sent> {
    const child = (this.children[sender] ??= fork(fileURLToPath(new URL('sender.mjs', import.meta.url)), { execArgv: [] }));
    const reply = once(child, 'message');
    child.send({ port: this.port, ...job });
    return ((await reply) as [Sent])[0];
  }

  close(): void {
    for (const child of this.children) child.disconnect();
  }
}

/** What the load and the probes beside it got. */
export interface Level {
  readonly load: Sent;
  readonly health: Sent;
  readonly cheap: Sent;
  /** Milliseconds of processor time that the service took for each request that it answered. */
  readonly processor: number;
}

interface Probes {
  readonly health: readonly string[];
  readonly cheap: readonly string[];
}

/** A second of probes is twenty of each kind. */
const probing = { connections: 2, rate: 20 };

export async function measure(senders: Senders, pid: number, job: Job, { health, cheap }: Probes): Promise<Level> {
  const { seconds } = job;
  const before = processorTime(pid);
  const [load, ...probes] = await Promise.all([
    senders.send(job),
    senders.send({ ...probing, requests: health, seconds }, 1),
    senders.send({ ...probing, requests: cheap, seconds }, 1 + 1),
  ]);
  const processor = (processorTime(pid) - before) / Math.max(1, good(load));
  return { load, health: probes[0], cheap: probes[1], processor };
}

/** Milliseconds that a process has run, by the clock of Linux, which ticks a hundred times a second. */
function processorTime(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15).map(Number) as [number, number];
  return (user + system) * 10;
}

export const good = ({ times }: Sent): number => times['200']?.length ?? 0;
export const perSecond = (sent: Sent): number => good(sent) / (sent.elapsed / 1_000);

/** The time within which a share of the answers came, in milliseconds; undefined without any. */
export function within(share: number, times: readonly number[] = []): number | undefined {
  return [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1];
}
