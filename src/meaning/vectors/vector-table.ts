import { labelOf } from '../../model/model.js';
import { Slices } from '../../graph/slices.js';
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
    const best = new Map<string, number>();
    const slices = new Slices();
    for (let from = 0; from < this.entities.length; from += atOnce) {
      await slices.next();
      signal?.throwIfAborted();
      for (let slot = from; slot < Math.min(from + atOnce, this.entities.length); slot++) {
        const entity = this.entities[slot] ?? '';
        if (!isWanted(entity)) continue;
        const likeness = this.likeness(slot, vector);
        if (likeness > (best.get(entity) ?? -Infinity)) best.set(entity, likeness);
      }
    }
    return [...best]
      .map(([entity, likeness]) => ({ entity, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.entity < b.entity ? -1 : 1))
      .slice(0, limit);
  }

  private likeness(slot: number, vector: Float32Array): number {
    const { dimensions } = this.state;
    const { vectors } = this;
    let sum = 0;
    for (let index = 0, place = slot * dimensions; index < dimensions; index++, place++)
      sum += (vectors[place] as number) * (vector[index] as number);
    return sum;
  }

  private mustHold(slot: number): void {
    const needed = (slot + 1) * this.state.dimensions;
    if (needed <= this.vectors.length) return;
    const larger = new Float32Array(Math.max(needed, this.vectors.length * 2));
    larger.set(this.vectors);
    this.vectors = larger;
  }
}
