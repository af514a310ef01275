/**
 * Ids, each with a number, in twelve to twenty-four bytes an id whatever its length: a load of a million entities must know them all. Kept are 64 bits of hash, so
 * that among a million ids two are taken for one once in forty million loads.
 */
export class IdMap {
  private hashes = new Uint32Array(2 * 1024);
  private values = new Float64Array(1024).fill(Number.NaN);
  size = 0;

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get(id: string): number | undefined {
    const value = this.values[this.slotOf(...hashOf(id))];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  /** Keeps a number for an id that has none yet; returns whether it had none. */
  add(id: string, value: number): boolean {
    const hash = hashOf(id);
    const slot = this.slotOf(...hash);
    if (!Number.isNaN(this.values[slot])) return false;
    this.put(slot, hash, value);
    this.size += 1;
    if (this.size * 2 > this.values.length) this.grow();
    return true;
  }

  private put(slot: number, [low, high]: Hash, value: number): void {
    this.hashes[2 * slot] = low;
    this.hashes[2 * slot + 1] = high;
    this.values[slot] = value;
  }

  /** The slot of a hash, or the free slot for it. */
  private slotOf(low: number, high: number): number {
    const mask = this.values.length - 1;
    let slot = low & mask;
    while (!Number.isNaN(this.values[slot]) && (this.hashes[2 * slot] !== low || this.hashes[2 * slot + 1] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { hashes, values } = this;
    this.hashes = new Uint32Array(2 * hashes.length);
    this.values = new Float64Array(2 * values.length).fill(Number.NaN);
    for (const [slot, value] of values.entries()) {
      if (Number.isNaN(value)) continue;
      const hash: Hash = [hashes[2 * slot] as number, hashes[2 * slot + 1] as number];
      this.put(this.slotOf(...hash), hash, value);
    }
  }
}

type Hash = readonly [low: number, high: number];

let last: { readonly id: string; readonly hash: Hash } = { id: '', hash: mixed('') };

/** An index looks an id up in several maps, one after the other: its hash is made once. */
function hashOf(id: string): Hash {
  if (last.id !== id) last = { id, hash: mixed(id) };
  return last.hash;
}

/** Two rounds of multiplication and mixing (cyrb53's, with all 64 bits kept). */
function mixed(id: string): Hash {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one >>> 0, two >>> 0];
}
