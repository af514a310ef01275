import { labelOf } from '../../model/model.js';
import { Slices } from '../../graph/slices.js';
import { Best } from './best.js';
import type { Nearest, Scope, TextVector, VectorState } from './vector-store.js';

/** Vectors that are compared before other requests get their turn. */
const atOnce = 4_096;

/** Vectors in memory, one after another; a search compares all of them. */
export class VectorTable {
  /** The entity of each slot; '' for a free one. */
  readonly entities: string[] = [];
  readonly hashes: string[] = [];
  vectors: Float32Array;
  private readonly slots = new Map<string, number[]>();
  private readonly free: number[] = [];

  constructor(readonly state: VectorState) {
    this.vectors = new Float32Array(1_024 * state.dimensions);
  }

  get size(): number {
    return this.entities.length - this.free.length;
  }

  hashesOf(entity: string): string[] {
    return (this.slots.get(entity) ?? []).map((slot) => this.hashes[slot] ?? '').sort();
  }

  /** The entities that have vectors. */
  known(): string[] {
    return [...this.slots.keys()];
  }

  /** The vectors of slots, one after another. */
  numbersOf(slots: readonly number[]): Float32Array<ArrayBuffer> {
    const { dimensions } = this.state;
    const numbers = new Float32Array(slots.length * dimensions);
    for (const [index, slot] of slots.entries())
      numbers.set(this.vectors.subarray(slot * dimensions, (slot + 1) * dimensions), index * dimensions);
    return numbers;
  }

  remove(entity: string): void {
    for (const slot of this.slots.get(entity) ?? []) {
      this.entities[slot] = '';
      this.free.push(slot);
    }
    this.slots.delete(entity);
  }

  add({ entity, hash, vector }: TextVector): void {
    const slot = this.free.pop() ?? this.entities.length;
    this.mustHold(slot);
    this.entities[slot] = entity;
    this.hashes[slot] = hash;
    this.vectors.set(vector, slot * this.state.dimensions);
    const slots = this.slots.get(entity);
    if (slots === undefined) this.slots.set(entity, [slot]);
    else slots.push(slot);
  }

  async nearest(vector: Float32Array, { labels, among, limit }: Scope, signal?: AbortSignal): Promise<Nearest[]> {
    const wanted = among === undefined ? undefined : new Set(among);
    const isWanted = (entity: string) =>
      entity !== '' && (wanted?.has(entity) ?? true) && (labels?.includes(labelOf(entity) as never) ?? true);
    const best = new Best(limit);
    const numbers = Float64Array.from(vector); // which need not be widened each time
    const slices = new Slices();
    for (let from = 0; from < this.entities.length; from += atOnce) {
      await slices.next();
      signal?.throwIfAborted();
      for (let slot = from; slot < Math.min(from + atOnce, this.entities.length); slot++) {
        const likeness = this.likeness(slot, numbers);
        const entity = likeness > best.least ? (this.entities[slot] ?? '') : '';
        if (isWanted(entity)) best.add(entity, likeness);
      }
    }
    return best.all();
  }

  /** Four sums at once: they need not wait for each other. */
  private likeness(slot: number, vector: Float64Array): number {
    const { vectors } = this;
    const { dimensions } = this.state;
    const start = slot * dimensions;
    const whole = dimensions - (dimensions % 4);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let index = 0, place = start; index < whole; index += 4, place += 4) {
      a += (vectors[place] as number) * (vector[index] as number);
      b += (vectors[place + 1] as number) * (vector[index + 1] as number);
      c += (vectors[place + 2] as number) * (vector[index + 2] as number);
      d += (vectors[place + 3] as number) * (vector[index + 3] as number);
    }
    for (let index = whole; index < dimensions; index++) a += (vectors[start + index] as number) * (vector[index] as number);
    return a + b + c + d;
  }

  private mustHold(slot: number): void {
    const needed = (slot + 1) * this.state.dimensions;
    if (needed <= this.vectors.length) return;
    const larger = new Float32Array(Math.max(needed, this.vectors.length * 2));
    larger.set(this.vectors);
    this.vectors = larger;
  }
}
