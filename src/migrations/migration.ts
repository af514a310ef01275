/** What an upgrade is made of: steps from one model version to the next, each of passes over the store, each pass in batches. */
import type { Transaction } from '../graph/port.js';

/** Where a batch begins, and how many items it takes at most. */
export interface Page {
  /** What the batch before gave as `next`; "" at the beginning. */
  readonly after: string;
  readonly limit: number;
}

export interface Batch {
  /** How many items were looked at. */
  readonly items: number;
  /** Where the next batch begins; undefined after the last one. */
  readonly next: string | undefined;
}

/** One way through the store. A batch is one transaction, and one that runs again changes nothing. */
export interface Pass {
  /** What is gone through, for people: "relations". */
  readonly name: string;
  readonly batch: (transaction: Transaction, page: Page) => Promise<Batch>;
}

/** The step that makes a store of the version before one of this version. */
export interface Migration {
  readonly to: number;
  /** What it brings, in a few words. */
  readonly title: string;
  readonly passes: readonly [Pass, ...Pass[]];
}

/** The batch that looked at these items of a page. */
export function batchOf(items: readonly { readonly id: string }[], { limit }: Page): Batch {
  return { items: items.length, next: items.length < limit ? undefined : items.at(-1)?.id };
}
