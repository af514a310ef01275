import { PostingsWriter, type Postings } from './postings.js';
import type { Segment, tables } from './segment.js';
import { StringsWriter, type Strings } from './strings.js';
import { Turns } from './turns.js';

/** A segment, and which of its entities are no longer to be found in it. */
export interface Part {
  readonly segment: Segment;
  /** 1 at the places of entities that have left. */
  readonly gone: Uint8Array;
  /** Of each entity its `drawOf`. */
  readonly draws: Int32Array;
}

/** Where each place of each part is in the segment that was made of them. */
type NewPlaces = readonly Int32Array[];

interface Merged {
  readonly segment: Segment;
  readonly newPlaces: NewPlaces;
}

/** One segment with the entities of all parts that have not left. Gives others their turn. */
export async function merged(parts: readonly Part[]): Promise<Merged> {
  const turns = new Turns();
  const ids = new StringsWriter();
  const newPlaces = parts.map(({ gone }) => new Int32Array(gone.length).fill(-1));
  const gone = parts.map(({ gone }) => gone.slice()); // what leaves meanwhile leaves the new segment afterwards
  const old = parts.map(({ segment }) => segment.ids);
  for (const from of inOrder(old)) {
    for (const [part, place] of from)
      if (gone[part]?.[place] === 0) (newPlaces[part] as Int32Array)[place] = ids.copy(old[part] as Strings, place);
    if (turns.over) await turns.next();
  }
  const table = (name: (typeof tables)[number]) =>
    mergedPostings(
      parts.map(({ segment }) => segment[name]),
      newPlaces,
      turns,
    );
  const [words, wholes] = [await table('words'), await table('wholes')];
  const [readings, descriptions] = [await table('readings'), await table('descriptions')];
  return { segment: { ids: ids.done(), words, wholes, readings, descriptions }, newPlaces };
}

async function mergedPostings(all: readonly Postings[], newPlaces: NewPlaces, turns: Turns): Promise<Postings> {
  const writer = new PostingsWriter();
  const lists = all.map(({ tokens }) => tokens);
  for (const from of inOrder(lists)) {
    const places = from.flatMap(([list, index]) => moved((all[list] as Postings).places(index), newPlaces[list] as Int32Array));
    const [list, index] = from[0] as Indexed;
    if (places.length > 0)
      writer.copy(lists[list] as Strings, index, from.length === 1 ? places : Uint32Array.from(places).sort());
    if (turns.over) await turns.next();
  }
  return writer.done();
}

function moved(places: Uint32Array, newPlaces: Int32Array): number[] {
  const next: number[] = [];
  for (const place of places) if ((newPlaces[place] as number) >= 0) next.push(newPlaces[place] as number);
  return next;
}

/** A text by the index of its list, and its index there. */
type Indexed = readonly [list: number, index: number];

/** Each text of some sorted lists once, in order, with all lists that have it. */
function* inOrder(lists: readonly Strings[]): Iterable<Indexed[]> {
  const heads = lists.map(() => 0);
  const compare = (a: number, b: number): number =>
    (lists[a] as Strings).compareTo(heads[a] as number, lists[b] as Strings, heads[b] as number);
  for (;;) {
    let first: number[] = [];
    for (const [list, { size }] of lists.entries()) {
      if ((heads[list] as number) === size) continue;
      const difference = first.length === 0 ? -1 : compare(list, first[0] as number);
      if (difference < 0) first = [list];
      else if (difference === 0) first.push(list);
    }
    if (first.length === 0) return;
    yield first.map((list) => [list, heads[list] as number] as const);
    for (const list of first) heads[list] = (heads[list] as number) + 1;
  }
}
