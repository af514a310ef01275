import { setImmediate as nextTurn } from 'node:timers/promises';
import SearchableMap from 'minisearch/SearchableMap';
import { isUnspaced, type SearchTerm } from '../search/tokens.js';
import { descriptionWorth, drawOf, isWhole, nameWorth } from '../search/worth.js';
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

/**
 * Which entities have which tokens, in this process's memory. MiniSearch's tree of words finds beginnings and typing errors;
 * lists of places beside it make the sum, since MiniSearch's own takes 200 ms for words that a third of 100,000 entities have.
 * A token goes into the tree once, when it is new: its way through the tree takes fifty times as long as one through a map.
 */
export class TermIndex {
  /** Every entity has a place; one that was replaced leaves its old place empty. */
  private readonly ids: (string | undefined)[] = [];
  private readonly draws: number[] = [];
  private readonly placeOf = new Map<string, number>();
  private readonly names = new Map<string, Places>();
  /** The tokens of names that may be meant by a beginning, or by a word with errors. */
  private readonly words = new SearchableMap<Places>();
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
    this.draws.push(drawOf(id));
    this.placeOf.set(id, place);
    for (const token of tokensOf(names)) {
      const isNew = append(this.names, token, place);
      if (isNew && !isWhole(token) && !isUnspaced(token)) this.words.set(token, this.names.get(token) as Places);
    }
    for (const token of tokensOf(description ?? '')) append(this.descriptions, token, place);
  }

  /** The ids of entities that have any of these tokens, the likeliest first. */
  find(terms: readonly SearchTerm[], accepts: (id: string) => boolean, limit: number): string[] {
    const scores = new Float64Array(this.ids.length);
    for (const term of terms) this.score(term, scores);
    return best({ scores, draws: this.draws, ids: this.ids }, accepts, limit);
  }

  private score(term: SearchTerm, scores: Float64Array): void {
    for (const [token, places] of this.like(term)) count(places, nameWorth(term, token), scores);
    count(this.descriptions.get(term.text), descriptionWorth(term, term.text), scores);
  }

  /** The tokens of names that may fit a token of a question, each once. */
  private like({ text, edits, prefix }: SearchTerm): ReadonlyMap<string, Places> {
    const places = this.names.get(text);
    const found = new Map(places === undefined ? [] : [[text, places]]);
    if (prefix) for (const [token, its] of this.words.atPrefix(text)) found.set(token, its);
    if (edits > 0) for (const [token, [its]] of this.words.fuzzyGet(text, edits)) found.set(token, its);
    for (const swapped of edits > 0 ? swaps(text) : []) {
      const its = this.names.get(swapped);
      if (its !== undefined) found.set(swapped, its);
    }
    return found;
  }
}

/** The word with each pair of neighbouring letters swapped: one typing error, but two edits to the tree of words. */
const swaps = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);

function count(places: Places | undefined, worth: number, scores: Float64Array): void {
  if (places === undefined || worth === 0) return;
  for (const place of places) scores[place] = (scores[place] as number) + worth;
}

const tokensOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** Adds a place to a token; returns whether the token is new. */
function append(lists: Map<string, Places>, token: string, place: number): boolean {
  const places = lists.get(token);
  if (places === undefined) lists.set(token, [place]);
  else places.push(place);
  return places === undefined;
}
