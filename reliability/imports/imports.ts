/** How long one import holds up the service: each case is sent to a service in a process of its own, beside which a prober asks for health. */
import { setTimeout as sleep } from 'node:timers/promises';
import { cases, type ImportCase } from './cases.js';
import { multipart, send, slowestHealth, untilFree } from './send.js';
import { startService, type Running } from './service.js';

export interface Measured {
  readonly name: string;
  /** The status of the answer; "left" where the client did not wait for it any longer. */
  readonly outcome: number | 'left';
  readonly message: string;
  /** The longest turn of the main thread, in milliseconds of processor time. */
  readonly processor: number;
  /** The same by the clock, without what the thread waited for a processor. */
  readonly clock: number;
  /** The slowest health check, in milliseconds: on a busy machine it waits for a processor, as the prober does. */
  readonly health: number;
  readonly seconds: number;
  /** Milliseconds after which the next import was accepted. */
  readonly free: number;
  /** Megabytes that the process had more after than before. */
  readonly memory: number;
}

export interface Options {
  /** Of the cases: 1 is the size that does harm. */
  readonly scale: number;
  /** Seconds after which the client leaves. */
  readonly patience: number;
  /** How often a case is measured in which the machine may have held up the service: the least counts. */
  readonly rounds: number;
  readonly chosen?: readonly ImportCase[];
  readonly report?: (measured: Measured) => void;
}

/** Milliseconds that nobody should wait. */
export const aim = 50;

export async function measureImports({ chosen = cases, report = () => undefined, ...options }: Options): Promise<Measured[]> {
  const service = await startService();
  const all: Measured[] = [];
  try {
    for (const each of chosen) {
      const measured = await leastOf(service, each, options);
      report(measured);
      all.push(measured);
    }
  } finally {
    await service.stop();
  }
  return all;
}

async function leastOf(service: Running, each: ImportCase, options: Options): Promise<Measured> {
  let least = await measure(service, each, options);
  for (let round = 1; round < options.rounds && least.clock > aim; round += 1) {
    const again = await measure(service, each, options);
    if (again.clock < least.clock) least = again;
  }
  return least;
}

async function measure(service: Running, { name, parts }: ImportCase, { scale, patience }: Options): Promise<Measured> {
  const body = multipart(parts(scale));
  await sleep(100);
  await service.longestTurn();
  const [before, began] = [service.memory(), performance.now()];
  const answer = send(service, body, AbortSignal.timeout(patience * 1_000));
  const health = await slowestHealth(service, answer);
  const { status, text } = await answer;
  const seconds = (performance.now() - began) / 1_000;
  const turn = await service.longestTurn();
  const free = await untilFree(service);
  return {
    name,
    outcome: status,
    message: text.slice(0, 200),
    ...turn,
    health,
    seconds,
    free,
    memory: service.memory() - before,
  };
}
