import { setImmediate as nextTurn } from 'node:timers/promises';
import SearchableMap from 'minisearch/SearchableMap';
import type { SearchTerm } from '../search/tokens.js';
import { best } from './best.js';

/** What the store keeps of an entity to be found by. */
export interface TermRow {
  readonly id: string;
  readonly names: string;
  readonly description?: string | null;
}

/** The places of the entities that have a token. */
type Places = number[];

/** Entities that are taken in before other work gets its turn: a few milliseconds. */
const chunk = 500;

/** What a token counts for by how it was found. */
const weights = { name: 3, prefix: 0.7, description: 0.5, edits: [0, 0.5, 0.25] };
/** More than all the rest together, so that a whole name comes first. */
const wholeName = 1000;

/**
 * Which entities have which tokens, in this process's memory. MiniSearch's tree of words finds beginnings and typing errors;
 * lists of places beside it make the sum, since MiniSearch's own takes 200 ms for words that a third of 100,000 entities have.
 */
export class TermIndex {
  /** Every entity has a place; one that was replaced leaves its old place empty. */
  private readonly ids: (string | undefined)[] = [];
  private readonly placeOf = new Map<string, number>();
  private readonly wholeNames = new Map<string, Places>();
  private readonly names = new SearchableMap<Places>();
  private readonly descriptions = new Map<string, Places>();

  /** Takes in entities, in place of what is known of them. */
  async put(rows: readonly TermRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += chunk) {
      for (const row of rows.slice(start, start + chunk)) this.add(row);
      await nextTurn();
    }
  }

  private add({ id, names, description }: TermRow): void {
    const replaced = this.placeOf.get(id);
    if (replaced !== undefined) this.ids[replaced] = undefined;
    const place = this.ids.push(id) - 1;
    this.placeOf.set(id, place);
    for (const token of tokensOf(names)) append(token.startsWith('=') ? this.wholeNames : this.names, token, place);
    for (const token of tokensOf(description ?? '')) append(this.descriptions, token, place);
  }

  /** The ids of entities that have any of these tokens, the likeliest first. */
  find(terms: readonly SearchTerm[], accepts: (id: string) => boolean, limit: number): string[] {
    const scores = new Float32Array(this.ids.length);
    for (const term of terms) this.score(term, scores);
    const found = best(scores, (place) => this.accepted(place, accepts), limit);
    return found.map((place) => this.ids[place] as string);
  }

  private accepted(place: number, accepts: (id: string) => boolean): boolean {
    const id = this.ids[place];
    return id !== undefined && accepts(id);
  }

  private score({ text, edits, prefix }: SearchTerm, scores: Float32Array): void {
    if (text.startsWith('=')) return this.count(this.wholeNames.get(text), wholeName, scores);
    this.count(this.names.get(text), weights.name, scores);
    this.count(this.descriptions.get(text), weights.description, scores);
    if (prefix)
      for (const [word, places] of this.names.atPrefix(text))
        this.count(places, (weights.prefix * text.length) / word.length, scores);
    if (edits > 0)
      for (const [, [places, distance]] of this.names.fuzzyGet(text, edits))
        this.count(places, weights.edits[distance] ?? 0, scores);
  }

  /** A rare token tells more than a common one. */
  private count(places: Places | undefined, weight: number, scores: Float32Array): void {
    if (places === undefined || weight === 0) return;
    const worth = weight * Math.log(1 + this.ids.length / places.length);
    for (const place of places) scores[place] = (scores[place] as number) + worth;
  }
}

const tokensOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

function append(
  lists: { get(token: string): Places | undefined; set(token: string, places: Places): unknown },
  token: string,
  place: number,
): void {
  const places = lists.get(token);
  if (places === undefined) lists.set(token, [place]);
  else places.push(place);
}
