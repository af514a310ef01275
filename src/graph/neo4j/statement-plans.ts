/** Which statements Neo4j has a plan of. Making one can take seconds on a busy machine, and a plan is lost when its statement is stopped meanwhile. */
import { LRUCache } from 'lru-cache';

/** Neo4j itself keeps the plans of 1,000 statements of a database. */
const kept = { max: 1_000, maxSize: 8_000_000 };

export class StatementPlans {
  private readonly texts = new LRUCache<string, true>({ ...kept, sizeCalculation: (_, text) => text.length + 1 });

  /** Runs a statement, after its plan is made where there is none. */
  async use<Rows>(text: string, plan: () => Promise<unknown>, run: () => Promise<Rows>): Promise<Rows> {
    if (!this.texts.has(text)) await plan();
    try {
      const rows = await run();
      this.texts.set(text, true);
      return rows;
    } catch (error) {
      this.texts.delete(text); // it may have been planned again, for new statistics
      throw error;
    }
  }
}
