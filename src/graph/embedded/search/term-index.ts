import { groupBy } from '../../group-by.js';
import type { Search } from '../../port.js';
import type { SearchTerm } from '../../search/tokens.js';
import { descriptionWorth, drawOf, nameWorth } from '../../search/worth.js';
import { best, type Scored } from './best.js';
import { likeWords } from './likeness.js';
import { merged, type Part } from './merge.js';
import { acceptedPlaces } from './accepted.js';
import type { Postings } from './postings.js';
import { keptToken, segmentOf, tableOf, type Segment, type TermRow } from './segment.js';
import { Turns } from './turns.js';

/** Entities of one new segment: they take some 10 ms. */
const entitiesAtOnce = 200;

/** So many segments of about the same size are merged to one, so that a search looks at few. */
const fan = 8;

/**
 * Which entities have which tokens, in this process's memory, in segments that never change: what is written makes new ones, and leaves the old ones. Takes a
 * twentieth of what lists in a Map take, and is read from a file as it is. A search is a sum over lists of places: a few milliseconds for words that most of
 * 100,000 entities have.
 */
export class TermIndex {
  private parts: Part[];
  private merging: Promise<void> | undefined;

  constructor(segment?: Segment) {
    this.parts = segment === undefined ? [] : [partOf(segment)];
  }

  /** How many entities are in it. */
  get size(): number {
    return this.parts.reduce((sum, { gone }) => sum + gone.reduce((present, each) => present + 1 - each, 0), 0);
  }

  /** Adds entities, in place of what the index has of them. Gives others their turn after each `chunk` of them. */
  async put(rows: readonly TermRow[], chunk: number = entitiesAtOnce): Promise<void> {
    const turns = new Turns();
    for (let start = 0; start < rows.length; start += chunk) {
      const group = rows.slice(start, start + chunk);
      this.remove(group.map(({ id }) => id));
      this.parts = [...this.parts, partOf(segmentOf(group))];
      if (turns.over) await turns.next();
    }
    this.merging ??= this.mergeSmall().finally(() => (this.merging = undefined));
  }

  remove(ids: readonly string[]): void {
    for (const id of ids)
      for (const { segment, gone } of this.parts) {
        const place = segment.ids.indexOf(id);
        if (place >= 0) gone[place] = 1;
      }
  }

  /** All of it as one segment. */
  async whole(): Promise<Segment> {
    await this.merging;
    await this.replace(this.parts);
    return (this.parts[0] as Part).segment;
  }

  /** The ids of entities that have any of these tokens, the likeliest first. Gives others their turn. */
  async find(terms: readonly SearchTerm[], scope: Pick<Search, 'labels' | 'among'>, limit: number): Promise<string[]> {
    const turns = new Turns();
    const scored: Scored[] = [];
    for (const { segment, gone, draws } of this.parts) {
      const { ids } = segment;
      const scores = new Float64Array(ids.size);
      for (const term of terms) {
        score(segment, term, scores);
        if (turns.over) await turns.next();
      }
      scored.push({ ids, draws, scores, accepts: acceptedPlaces(ids, gone, scope) });
    }
    return best(scored, limit);
  }

  private async mergeSmall(): Promise<void> {
    for (let group = this.alike(); group !== undefined; group = this.alike()) await this.replace(group);
  }

  /** Segments of about the same size, where there are many. */
  private alike(): Part[] | undefined {
    const sizes = groupBy(this.parts, ({ gone }) => Math.floor(Math.log(Math.max(1, gone.length)) / Math.log(fan)));
    return [...sizes.values()].find((group) => group.length >= fan);
  }

  private async replace(parts: readonly Part[]): Promise<void> {
    const { segment, newPlaces } = await merged(parts);
    const next = partOf(segment);
    for (const [index, { gone }] of parts.entries())
      for (const [place, isGone] of gone.entries()) {
        const to = newPlaces[index]?.[place] as number;
        if (isGone === 1 && to >= 0) next.gone[to] = 1; // it left meanwhile
      }
    this.parts = [next, ...this.parts.filter((part) => !parts.includes(part))];
  }
}

const partOf = (segment: Segment): Part => ({
  segment,
  gone: new Uint8Array(segment.ids.size),
  draws: Int32Array.from({ length: segment.ids.size }, (_, place) => drawOf(segment.ids.at(place))),
});

function score(segment: Segment, term: SearchTerm, scores: Float64Array): void {
  const table = segment[tableOf(term.text)];
  if (table === segment.wholes) addExact(table, keptToken(term.text), nameWorth(term, term.text), scores);
  else for (const index of likeWords(table.tokens, term)) add(table, index, nameWorth(term, table.tokens.at(index)), scores);
  addExact(segment.descriptions, term.text, descriptionWorth(term, term.text), scores);
}

function addExact(postings: Postings, token: string, worth: number, scores: Float64Array): void {
  const index = postings.tokens.indexOf(token);
  if (index >= 0) add(postings, index, worth, scores);
}

function add(postings: Postings, index: number, worth: number, scores: Float64Array): void {
  if (worth === 0) return;
  for (const place of postings.places(index)) scores[place] = (scores[place] as number) + worth;
}
