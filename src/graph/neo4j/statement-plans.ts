/** Which statements Neo4j has a plan of. Making one can take seconds on a busy machine, and a plan is lost when its statement is stopped meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { untilAborted } from '../abort.js';

/** Neo4j itself keeps the plans of 1,000 statements of a database. */
const kept = { max: 1_000, maxSize: 8_000_000 };

/** Milliseconds after which a plan may be one that never comes, since its connection hangs. */
const patience = 500;

export interface Planned<Rows> {
  readonly plan: (signal?: AbortSignal) => Promise<unknown>;
  readonly run: () => Promise<Rows>;
  readonly signal?: AbortSignal | undefined;
}

/** A plan that is being made, for all that wait for it. */
interface Making {
  readonly began: number;
  readonly made: Promise<unknown>;
  readonly finish: () => void;
  isTriedAgain: boolean;
}

export class StatementPlans {
  private readonly texts = new LRUCache<string, true>({ ...kept, sizeCalculation: (_, text) => text.length + 1 });
  private readonly making = new Map<string, Making>();

  /** Runs a statement, after its plan is made where there is none. Who gives up leaves the plan to those who ask later. */
  async use<Rows>(text: string, { plan, run, signal }: Planned<Rows>): Promise<Rows> {
    if (!this.texts.has(text)) await untilAborted(this.made(text, plan, signal), signal);
    try {
      const rows = await run();
      this.texts.set(text, true);
      return rows;
    } catch (error) {
      this.texts.delete(text); // it may have been planned again, for new statistics
      throw error;
    }
  }

  private made(text: string, plan: Planned<unknown>['plan'], signal: AbortSignal | undefined): Promise<unknown> {
    const making = this.making.get(text) ?? this.begin(text, plan);
    return Promise.race([making.made, triedAgain(making, plan, signal)]);
  }

  private begin(text: string, plan: Planned<unknown>['plan']): Making {
    const { promise, resolve, reject } = promiseWithResolvers();
    const making: Making = { began: performance.now(), made: promise, finish: resolve, isTriedAgain: false };
    plan().then(resolve, reject);
    const forget = () => this.making.get(text) === making && this.making.delete(text);
    promise.then(forget, forget);
    this.making.set(text, making);
    return making;
  }
}

/** Makes a plan that takes long on another connection as well, for one of those who wait and all others. It ends with the request of the one. */
async function triedAgain(making: Making, plan: Planned<unknown>['plan'], signal: AbortSignal | undefined): Promise<unknown> {
  const isMade = await Promise.race([
    making.made.then(() => true),
    sleep(Math.max(0, making.began + patience - performance.now()), false, { ref: false }),
  ]);
  if (isMade || making.isTriedAgain || signal?.aborted === true) return making.made;
  making.isTriedAgain = true;
  try {
    await plan(signal);
    making.finish();
  } finally {
    making.isTriedAgain = false;
  }
  return making.made;
}

function promiseWithResolvers() {
  let resolve: () => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<void>((fulfil, refuse) => ([resolve, reject] = [fulfil, refuse]));
  return { promise, resolve, reject };
}
