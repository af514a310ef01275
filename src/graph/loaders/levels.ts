import DataLoader from 'dataloader';
import { emptyPage, type Page } from '../lists/page.js';
import type { Budget } from './budget.js';
import { variantText } from './variant.js';

/** The pages of one list for many parents: which list, how large a page is, and how pages and counts are read. */
export interface Level<T> {
  readonly kind: string;
  /** All that the statement depends on besides the parents. */
  readonly variant: unknown;
  readonly size: number;
  readonly argument: 'first' | 'last';
  readonly read: (parents: readonly string[]) => Promise<ReadonlyMap<string, Page<T>>>;
  readonly count: (parents: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

/**
 * Pages of lists, level by level: those of all parents in one statement, and none before it is known that the budget of the operation allows them.
 * A page that is read once is counted for every parent in the answer that shows it.
 */
export class Levels {
  private readonly loaders = new Map<string, DataLoader<string, Page<unknown>>>();

  constructor(private readonly budget: Budget) {}

  page<T>(level: Level<T>, parent: string): Promise<Page<T>> {
    const id = `${level.kind} ${variantText(level.variant)}`;
    const loader = this.loaders.get(id) ?? this.loaderOf(level);
    this.loaders.set(id, loader);
    return loader.load(parent) as Promise<Page<T>>;
  }

  /** Keeps pages itself: DataLoader's cache would hide how many parents ask for one. */
  private loaderOf<T>(level: Level<T>): DataLoader<string, Page<unknown>> {
    const pages = new Map<string, Page<T>>();
    const load = async (parents: readonly string[]) => {
      const unread = [...new Set(parents)].filter((parent) => !pages.has(parent));
      const reserved = await this.reserve(level, parents, unread, pages);
      const read = unread.length === 0 ? new Map<string, Page<T>>() : await level.read(unread);
      for (const parent of unread) pages.set(parent, read.get(parent) ?? emptyPage);
      const found = parents.map((parent) => pages.get(parent) ?? emptyPage);
      this.budget.giveBack(reserved - sum(found.map(({ edges }) => edges.length)));
      return found;
    };
    return new DataLoader<string, Page<unknown>>(load, { cache: false });
  }

  /** Counts the level before it is read: as if every page were full, or, where that is too much, by a statement that counts. Throws OverBudget. */
  private async reserve<T>(
    { size, count, argument }: Level<T>,
    parents: readonly string[],
    unread: readonly string[],
    pages: ReadonlyMap<string, Page<T>>,
  ): Promise<number> {
    const sizesBy = (ofUnread: (parent: string) => number) =>
      parents.map((parent) => pages.get(parent)?.edges.length ?? ofUnread(parent));
    let sizes = sizesBy(() => size);
    if (sum(sizes) > this.budget.left && unread.length > 0) {
      const totals = await count(unread);
      sizes = sizesBy((parent) => Math.min(size, totals.get(parent) ?? 0));
    }
    const nodes = sum(sizes);
    const { left } = this.budget;
    if (nodes > left) throw this.budget.excessOfPages(nodes, parents.length, fitting(sizes, left), argument);
    this.budget.spend(nodes);
    return nodes;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The largest page that all parents may have, 0 where none fits. */
function fitting(sizes: readonly number[], left: number): number {
  let size = Math.max(...sizes);
  while (size > 0 && sum(sizes.map((each) => Math.min(each, size))) > left) size -= 1;
  return size;
}
