import { Growing } from './growing.js';
import { StringsWriter, type Strings } from './strings.js';

/** For each of some tokens the places of the entities that have it, in order. */
export class Postings {
  constructor(
    readonly tokens: Strings,
    /** Where the places of each token begin in `bytes`, and where the last ones end. */
    readonly starts: Uint32Array,
    /** The difference of each place from the one before, seven bits a byte, the lowest first; the highest bit is set where more follow. */
    readonly bytes: Uint8Array,
  ) {}

  /** The places of the token at an index. */
  places(index: number): Uint32Array {
    let at = this.starts[index] as number;
    const end = this.starts[index + 1] as number;
    const places = new Uint32Array(end - at);
    let [count, place] = [0, 0];
    while (at < end) {
      let byte = this.bytes[at++] as number;
      let difference = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = this.bytes[at++] as number;
        difference |= (byte & 0x7f) << shift;
      }
      place += difference;
      places[count++] = place;
    }
    return places.subarray(0, count);
  }
}

/** Writes `Postings` from tokens that come in order. */
export class PostingsWriter {
  private readonly tokens = new StringsWriter();
  private readonly starts = new Growing((length) => new Uint32Array(length));
  private readonly bytes = new Growing((length) => new Uint8Array(length));

  add(token: string, places: ArrayLike<number>): void {
    this.tokens.add(token);
    this.write(places);
  }

  /** As `add`, with a token of others. */
  copy(tokens: Strings, index: number, places: ArrayLike<number>): void {
    this.tokens.copy(tokens, index);
    this.write(places);
  }

  private write(places: ArrayLike<number>): void {
    this.starts.push(this.bytes.length);
    let last = 0;
    for (let index = 0; index < places.length; index++) {
      const place = places[index] as number;
      let rest = place - last;
      for (; rest >= 0x80; rest >>>= 7) this.bytes.push((rest & 0x7f) | 0x80);
      this.bytes.push(rest);
      last = place;
    }
  }

  done(): Postings {
    this.starts.push(this.bytes.length);
    return new Postings(this.tokens.done(), this.starts.done(), this.bytes.done());
  }
}
