import type { Cancel } from '../deadline.js';

/** An operation that waits for its turn. */
export interface Waiter {
  readonly price: number;
  readonly cancel: Cancel;
  readonly begin: () => void;
}

/** Operations whose prices differ by less than a factor of two are alike. */
const sizes = 24;
const sizeOf = (price: number): number => Math.min(sizes - 1, Math.ceil(Math.log2(price + 1)));

/** The operations of one client: the cheapest come first, those that are alike in their order. */
export class Line {
  /** Operations that have begun and not ended. */
  running = 0;
  private readonly waiting = Array.from({ length: sizes }, (): Waiter[] => []);
  private count = 0;

  /** How many wait. */
  get length(): number {
    return this.count;
  }

  /** How many would come before one of this price. */
  ahead(price: number): number {
    const last = sizeOf(price);
    let count = 0;
    for (let size = 0; size <= last; size++) count += this.waiting[size]?.length ?? 0;
    return count;
  }

  add(waiter: Waiter): void {
    this.waiting[sizeOf(waiter.price)]?.push(waiter);
    this.count++;
  }

  remove(waiter: Waiter): void {
    const alike = this.waiting[sizeOf(waiter.price)] ?? [];
    alike.splice(alike.indexOf(waiter), 1);
    this.count--;
  }

  first(): Waiter | undefined {
    return this.waiting.find(({ length }) => length > 0)?.[0];
  }

  waiters(): Waiter[] {
    return this.waiting.flat();
  }
}
