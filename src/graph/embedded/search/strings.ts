import { Growing } from './growing.js';

/** Sorted texts in two arrays: a JavaScript string takes some 40 bytes more than its letters. */
export class Strings {
  constructor(
    /** The UTF-16 units of all texts, one text after another. */
    readonly units: Uint16Array,
    /** Where each text begins in `units`, and where the last one ends. */
    readonly starts: Uint32Array,
  ) {}

  get size(): number {
    return this.starts.length - 1;
  }

  at(index: number): string {
    return String.fromCharCode(...this.units.subarray(this.start(index), this.start(index + 1)));
  }

  start(index: number): number {
    return this.starts[index] as number;
  }

  /** The index of a text; -1 for one that is missing. */
  indexOf(text: string): number {
    const index = this.firstFrom(text);
    return index < this.size && this.compare(index, text) === 0 ? index : -1;
  }

  /** The index of the first text that is not before this one, from `low` on. */
  firstFrom(text: string, low = 0): number {
    return this.search(low, (index) => this.compare(index, text) < 0);
  }

  /** The index after those that begin with this text, of which the first is at `low`. */
  afterPrefix(prefix: string, low: number): number {
    return this.search(low, (index) => this.compare(index, prefix, prefix.length) <= 0);
  }

  /** The first index from `low` on that is not `before`. */
  private search(low: number, before: (index: number) => boolean): number {
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Below 0 where the text at an index is before one of other texts, 0 where they are equal. */
  compareTo(index: number, other: Strings, otherIndex: number): number {
    const [start, otherStart] = [this.start(index), other.start(otherIndex)];
    const [length, otherLength] = [this.start(index + 1) - start, other.start(otherIndex + 1) - otherStart];
    const shared = Math.min(length, otherLength);
    for (let at = 0; at < shared; at++) {
      const difference = (this.units[start + at] as number) - (other.units[otherStart + at] as number);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** Below 0 where the text at an index, or its first `length` units, is before another. */
  private compare(index: number, text: string, length = Infinity): number {
    const start = this.start(index);
    const own = Math.min(this.start(index + 1) - start, length);
    const shared = Math.min(own, text.length);
    for (let at = 0; at < shared; at++) {
      const difference = (this.units[start + at] as number) - text.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return own - text.length;
  }
}

/** Writes `Strings` from texts that come in order. */
export class StringsWriter {
  private readonly units = new Growing((length) => new Uint16Array(length));
  private readonly starts = new Growing((length) => new Uint32Array(length));

  /** Returns the index of the text. */
  add(text: string): number {
    this.starts.push(this.units.length);
    for (let at = 0; at < text.length; at++) this.units.push(text.charCodeAt(at));
    return this.starts.length - 1;
  }

  /** As `add`, of a text of others. */
  copy(strings: Strings, index: number): number {
    this.starts.push(this.units.length);
    this.units.append(strings.units.subarray(strings.start(index), strings.start(index + 1)));
    return this.starts.length - 1;
  }

  done(): Strings {
    this.starts.push(this.units.length);
    return new Strings(this.units.done(), this.starts.done());
  }
}
