import type { Label } from '../../model/model.js';
import type { Search } from '../port.js';
import { query } from '../query.js';
import { rank, type Candidate, type Ranked } from '../search/rank.js';
import { fuzzyTerms, questionTerms, type SearchTerm } from '../search/tokens.js';
import { code, codesOf, ownLabel } from '../stored/storage.js';
import type { Ids, Reader } from './reader.js';
import { limits } from '../../limits.js';

interface NamedRow extends Omit<Candidate, 'codes' | 'isFormer'> {
  readonly codes: readonly string[] | null;
  readonly identifiers: readonly string[] | null;
  readonly documentNumber: string | null;
  readonly placed: boolean;
  readonly current: boolean;
}

const namesOf = query<{ ids: readonly string[] }, NamedRow>('search/names');
const regionsWithin = query<{ region: string }, { id: string }>('search/regions-within');
const placedIn = query<{ regions: readonly string[]; limit: number }, { id: string }>('search/placed-in');
const placesOf = query<{ ids: readonly string[] }, { id: string; place: string }>('search/placed');

/** What a region contains. Of a large one only its regions: entities are looked up after the text has found them. */
interface Within {
  readonly regions: readonly string[];
  readonly entities: readonly string[] | undefined;
}

const fewEntities = 5_000;

/** How many entities that a text finds are looked up in a large region at first, for each that is wanted; then so many times more, up to the most. */
const lookup = { first: 2, growth: 8, most: 100_000 };

/** Units of work for 1,000 entities of the graph, for each term of a question; and for 1,000 that are ranked, that lie in a region, and regions. */
const work = { exactTerm: 0.012, fuzzyTerm: 0.4, vector: 0.5, candidate: 1_000, placed: 20, region: 60 };
const fewer = 'ask for fewer or shorter searches';

/** Units of work that one question by a name could take, in a graph of so many entities. */
export const searchWork = (entities: number): number =>
  (entities * (fuzzyTerms * work.fuzzyTerm + limits.search.terms.value * work.exactTerm) +
    limits.search.ranked.value * work.candidate) /
  1_000;

/** What search by meaning gives. */
export interface NearestByMeaning {
  readonly nearest: (
    question: string,
    scope: { readonly labels?: readonly Label[] | undefined; readonly among?: readonly string[] | undefined },
    signal?: AbortSignal,
  ) => Promise<readonly { readonly entity: string; readonly likeness: number }[] | undefined>;
}

/** Less than words of a description are worth. */
const meaningScore = (likeness: number): number => Math.round(0.3 * likeness * 10_000) / 10_000;

/** Which entities a question is about. */
export interface SearchScope {
  readonly labels?: readonly Label[] | undefined;
  /** The id of a region: it, what lies in it, what is located there, and what covers any of these. */
  readonly within?: string | undefined;
}

/** How many entities are ranked: of a search, and of each of many names. */
export const rankedEntities = { search: limits.search.results.value, match: limits.search.ranked.value };

export class SearchLoader {
  private readonly terms = new Map<string, readonly SearchTerm[]>();

  constructor(
    private readonly reader: Reader,
    /** Of a region with more entities than these, they are not listed. */
    private readonly few = fewEntities,
  ) {}

  /** The entities that a question finds, the best first, of up to `limit` that the engine thinks likely. */
  async ranked(question: string, scope: SearchScope, limit: number): Promise<readonly Ranked[]> {
    await this.reader.slices.next();
    await this.reader.payForScan('Entity', weightOf(this.termsOf(question)), fewer);
    const found = await this.candidates(question, scope, limit);
    this.reader.payFor(found.length, work.candidate, fewer);
    return rank(question, await this.named(found), this.reader.slices);
  }

  /** The entities whose meaning is nearest to a question, the nearest first; undefined where meaning cannot be used now. */
  async nearest(
    question: string,
    { labels, within }: SearchScope,
    meaning: NearestByMeaning,
  ): Promise<readonly Ranked[] | undefined> {
    await this.reader.payForScan('Entity', work.vector, fewer);
    const area = within === undefined ? undefined : await this.within(within);
    const near = await meaning.nearest(question, { labels, among: area?.entities }, this.reader.signal);
    if (near === undefined) return undefined;
    const ids = near.map(({ entity }) => entity);
    const inside = area === undefined || area.entities !== undefined ? ids : await this.insideOf(ids, area.regions);
    const likeness = new Map(near.map((item) => [item.entity, item.likeness]));
    return (await this.named(inside)).map((candidate) => ({
      candidate,
      score: meaningScore(likeness.get(candidate.id) ?? 0),
      matchedName: undefined,
    }));
  }

  /** Those of these entities that are in one of these regions. */
  private async insideOf(ids: readonly string[], regions: readonly string[]): Promise<string[]> {
    const area = new Set(regions);
    const placed = await this.reader.read(placesOf({ ids }));
    const inside = new Set(placed.filter(({ place }) => area.has(place)).map(({ id }) => id));
    return ids.filter((id) => area.has(id) || inside.has(id));
  }

  /** What these entities are named, in their order; entities that the graph did not know on the day are left out. */
  async named(ids: readonly string[]): Promise<Candidate[]> {
    const candidates = await Promise.all(ids.map((id) => this.nameOf(id)));
    return candidates.filter((candidate) => candidate !== null);
  }

  /** Many fields of an operation may have the same question. */
  private termsOf(question: string): readonly SearchTerm[] {
    const terms = this.terms.get(question) ?? questionTerms(question);
    this.terms.set(question, terms);
    return terms;
  }

  /** Only what is ranked: 200 whole entities take three times as long to read. */
  private nameOf(id: string): Promise<Candidate | null> {
    const fetch = async (ids: Ids['ids']) =>
      new Map((await this.reader.read(namesOf({ ids }))).map((row) => [row.id, candidateOf(row)]));
    return this.reader.batches.load<Candidate | null>('names', null, id, fetch, null);
  }

  private async candidates(question: string, { labels, within }: SearchScope, limit: number): Promise<readonly string[]> {
    const area = within === undefined ? undefined : await this.within(within);
    const fetch = async (texts: readonly string[]) => {
      const questions = await this.reader.slices.map(texts, (text) => this.termsOf(text));
      const search = { questions, labels, limit };
      const found =
        area !== undefined && area.entities === undefined
          ? await this.inLargeRegion(search, area)
          : await this.reader.search({ ...search, among: area?.entities });
      return new Map(texts.map((text, position) => [text, found[position] ?? []]));
    };
    return this.reader.batches.load<readonly string[]>('search', { labels, within, limit }, question, fetch, []);
  }

  /** By text first: most of what a text finds is in a region that has most of the entities. */
  private async inLargeRegion(search: Search, { regions }: Within): Promise<string[][]> {
    const area = new Set(regions);
    const inside = new Map(regions.map((id) => [id, true]));
    for (let limit = lookup.first * search.limit; ; limit *= lookup.growth) {
      const found = await this.reader.search({ ...search, limit });
      const unknown = [...new Set(found.flat())].filter((id) => !inside.has(id));
      for (const id of unknown) inside.set(id, false);
      this.reader.payFor(unknown.length, work.placed, fewer);
      for (const { id, place } of await this.reader.read(placesOf({ ids: unknown }))) if (area.has(place)) inside.set(id, true);
      const kept = found.map((ids) => ids.filter((id) => inside.get(id)).slice(0, search.limit));
      const complete = found.every((ids, index) => ids.length < limit || (kept[index] ?? []).length === search.limit);
      if (complete || limit >= lookup.most) return kept;
    }
  }

  private within(region: string): Promise<Within> {
    const read = async (id: string) => {
      const regions = [id, ...(await this.reader.read(regionsWithin({ region: id }))).map((row) => row.id)];
      const placed = await this.reader.read(placedIn({ regions, limit: this.few + 1 }));
      this.reader.payFor(regions.length, work.region, fewer);
      this.reader.payFor(placed.length, work.placed, fewer);
      const entities = placed.length > this.few ? undefined : [...regions, ...placed.map((row) => row.id)];
      return [id, { regions, entities }] as const;
    };
    return this.reader.batches.load<Within>('within', null, region, async (ids) => new Map(await Promise.all(ids.map(read))), {
      regions: [],
      entities: [],
    });
  }
}

const weightOf = (terms: readonly SearchTerm[]): number =>
  terms.reduce((sum, { edits }) => sum + (edits === 0 ? work.exactTerm : work.fuzzyTerm), 0);

function candidateOf({ codes, identifiers, documentNumber, placed, current, ...row }: NamedRow): Candidate {
  const coded = {
    id: row.id,
    label: ownLabel(row.labels),
    codes: (codes ?? []).map(code),
    identifiers: (identifiers ?? []).map(code),
    properties: documentNumber === null ? {} : { documentNumber },
  };
  return { ...row, codes: codesOf(coded), isFormer: placed && !current };
}
