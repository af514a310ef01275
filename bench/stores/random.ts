/** A number from 0 to below 1 for each number: the same in every run. */
export function fraction(seed: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** An index below `count`; low ones are many times as likely as high ones, as with the hubs of real graphs. */
export const skewed = (seed: number, count: number): number => Math.floor(count * fraction(seed) ** 3);

export const pick = <T>(seed: number, items: readonly T[]): T => items[Math.floor(fraction(seed) * items.length)] as T;
