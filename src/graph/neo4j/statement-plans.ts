/** Which statements Neo4j has a plan of. Making one can take seconds on a busy machine, and a plan is lost when its statement is stopped meanwhile. */
import { LRUCache } from 'lru-cache';
import { untilAborted } from '../abort.js';

/** Neo4j itself keeps the plans of 1,000 statements of a database. */
const kept = { max: 1_000, maxSize: 8_000_000 };

export interface Planned<Rows> {
  readonly plan: () => Promise<unknown>;
  readonly run: () => Promise<Rows>;
  readonly signal?: AbortSignal | undefined;
}

export class StatementPlans {
  private readonly texts = new LRUCache<string, true>({ ...kept, sizeCalculation: (_, text) => text.length + 1 });
  private readonly making = new Map<string, Promise<unknown>>();

  /** Runs a statement, after its plan is made where there is none. Who gives up leaves the plan to those who ask later. */
  async use<Rows>(text: string, { plan, run, signal }: Planned<Rows>): Promise<Rows> {
    if (!this.texts.has(text)) await untilAborted(this.made(text, plan), signal);
    try {
      const rows = await run();
      this.texts.set(text, true);
      return rows;
    } catch (error) {
      this.texts.delete(text); // it may have been planned again, for new statistics
      throw error;
    }
  }

  private made(text: string, plan: () => Promise<unknown>): Promise<unknown> {
    const making = this.making.get(text) ?? plan().finally(() => this.making.delete(text));
    this.making.set(text, making);
    return making;
  }
}
