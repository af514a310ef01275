import { unpackedText } from './packed.js';
import type { Entry } from './report.js';

/** Text of all chunks that are kept, in characters. */
const maxSize = 4_000_000;

interface Kept {
  readonly entries: readonly Entry[];
  readonly size: number;
}

/** The chunks of entries that were read last, by key: several readers follow the same ones, and a changeset never changes. */
export class ChunkCache {
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  has(key: string): boolean {
    return this.kept.has(key);
  }

  /** The entries of a chunk; `packed` is needed where it is not kept. */
  entries(key: string, packed: string | null | undefined): readonly Entry[] {
    const known = this.kept.get(key);
    if (known === undefined) return this.unpacked(key, packed);
    this.kept.delete(key);
    this.kept.set(key, known);
    return known.entries;
  }

  private unpacked(key: string, packed: string | null | undefined): readonly Entry[] {
    if (packed == null) return [];
    const text = unpackedText(packed);
    const entries = JSON.parse(text) as Entry[];
    this.kept.set(key, { entries, size: text.length });
    this.size += text.length;
    for (const [oldest, { size }] of this.kept) {
      if (this.size <= maxSize) break;
      this.kept.delete(oldest);
      this.size -= size;
    }
    return entries;
  }
}
