/** Sends every hostile request one after another, then those of a kind at once, and measures what that costs others. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Hostile } from './case.js';
import { corpus } from './corpus/index.js';
import { faultsOf } from './judge.js';
import type { Loop } from './loop.js';
import type { Waited } from './prober.js';
import { send } from './send.js';
import type { Attacked } from './service.js';

export interface Cost {
  readonly name: string;
  /** Milliseconds for which others had to wait, by the processor time of the service's main thread. */
  readonly stall: number;
  /** MB that the request took at most. */
  readonly memory: number;
  /** It is more than the request may cost. */
  readonly isBeyond: boolean;
}

export interface Probed {
  readonly requests: number;
  /** Left out: what is expected of them is still being built. */
  readonly pending: number;
  readonly faults: readonly string[];
  readonly costs: readonly Cost[];
  /** What a client beside them waited, at most and usually, in milliseconds. */
  readonly others: Waited;
  /** The same without hostile requests. */
  readonly normal: Waited;
}

/** Requests that do not arrive cost a minute and nobody anything: they are sent with the others of their kind only. */
const timedOut = 408;
/** How many of a kind are sent at once. */
const together = 10;
const megabyte = 2 ** 20;
/** What one request may cost others, in milliseconds and MB. */
export const bounds = { stall: 50, memory: 30 };

export class Probe {
  private readonly faults: string[] = [];
  private readonly costs: Cost[] = [];
  private readonly prober: ChildProcess;

  constructor(
    private readonly service: Attacked,
    private readonly loop: Loop,
    private readonly options: { readonly isBuiltIn: boolean; readonly only: RegExp },
  ) {
    this.prober = fork(new URL('prober.ts', import.meta.url), [service.url]);
  }

  async run(): Promise<Probed> {
    await this.quiet();
    const normal = await this.waited();
    const kinds = Object.entries(corpus).map(
      ([kind, all]) => [kind, all.filter(({ name }) => this.options.only.test(`${kind}: ${name}`))] as const,
    );
    const ready = kinds.map(([kind, all]) => [kind, all.filter(({ pending }) => pending === undefined)] as const);
    for (const [kind, all] of ready) await this.oneByOne(kind, all);
    for (const [kind, all] of ready)
      await this.inGroups(
        kind,
        all.filter(({ isLong }) => isLong === undefined),
      );
    const others = await this.waited();
    this.prober.disconnect();
    const requests = ready.flatMap(([, all]) => all).length;
    return {
      requests,
      pending: kinds.flatMap(([, all]) => all).length - requests,
      faults: this.faults,
      costs: this.costs,
      others,
      normal,
    };
  }

  private async oneByOne(kind: string, all: readonly Hostile[]): Promise<void> {
    for (const hostile of all.filter(({ status }) => status !== timedOut)) {
      const { peak: before } = await this.loop.take();
      this.faults.push(...(await this.faultsOf(hostile)).map((fault) => `${kind}: ${hostile.name}: ${fault}`));
      const { longest, peak } = await this.loop.take();
      this.cost(`${kind}: ${hostile.name}`, longest, Math.max(0, peak - before) / megabyte, hostile.most);
    }
  }

  private async inGroups(kind: string, all: readonly Hostile[]): Promise<void> {
    for (let at = 0; at < all.length; at += together) {
      const group = all.slice(at, at + together);
      await this.loop.take();
      const faults = await Promise.all(group.map((hostile) => this.faultsOf(hostile, true)));
      const name = `${kind}: ${group.length} at once from ${group[0]?.name}`;
      this.faults.push(...faults.flat().map((fault) => `${name}: ${fault}`));
      const { longest } = await this.loop.take();
      this.cost(name, longest, 0);
    }
  }

  private cost(name: string, stall: number, memory: number, most: Hostile['most'] = {}): void {
    const isBeyond = stall > (most.stall ?? bounds.stall) || memory > (most.memory ?? bounds.memory);
    this.costs.push({ name, stall, memory, isBeyond });
  }

  private async faultsOf(hostile: Hostile, isOneOfMany = false): Promise<string[]> {
    const request = hostile.request();
    try {
      return faultsOf(hostile, request, await send(request, this.service), { isBuiltIn: this.options.isBuiltIn, isOneOfMany });
    } catch (error) {
      return [`gets no answer: ${String(error)}`];
    }
  }

  private async waited(): Promise<Waited> {
    this.prober.send('take');
    const [waited] = (await once(this.prober, 'message')) as [Waited];
    return waited;
  }

  /** Time for the prober to learn what is usual. */
  private async quiet(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await this.waited();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}
