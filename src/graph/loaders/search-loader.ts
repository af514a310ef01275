import type { Label } from '../../model/model.js';
import { query } from '../query.js';
import { rank, type Candidate, type Ranked } from '../search/rank.js';
import { questionTerms } from '../search/tokens.js';
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
const placedIn = query<{ regions: readonly string[] }, { id: string }>('search/placed-in');

/** Which entities a question is about. */
export interface SearchScope {
  readonly labels?: readonly Label[] | undefined;
  /** The id of a region: it, what lies in it, what is located there, and what covers any of these. */
  readonly within?: string | undefined;
}

/** How many entities are ranked: of a search, and of each of many names. */
export const rankedEntities = { search: limits.search.results.value, match: limits.search.ranked.value };

export class SearchLoader {
  constructor(private readonly reader: Reader) {}

  /** The entities that a question finds, the best first, of up to `limit` that the engine thinks likely. */
  async ranked(question: string, scope: SearchScope, limit: number): Promise<readonly Ranked[]> {
    return rank(question, await this.named(await this.candidates(question, scope, limit)));
  }

  /** What these entities are named, in their order; entities that the graph did not know on the day are left out. */
  async named(ids: readonly string[]): Promise<Candidate[]> {
    const candidates = await Promise.all(ids.map((id) => this.nameOf(id)));
    return candidates.filter((candidate) => candidate !== null);
  }

  /** Only what is ranked: 200 whole entities take three times as long to read. */
  private nameOf(id: string): Promise<Candidate | null> {
    const fetch = async (ids: Ids['ids']) =>
      new Map((await this.reader.read(namesOf({ ids }))).map((row) => [row.id, candidateOf(row)]));
    return this.reader.batches.load<Candidate | null>('names', null, id, fetch, null);
  }

  private async candidates(question: string, { labels, within }: SearchScope, limit: number): Promise<readonly string[]> {
    const among = within === undefined ? undefined : await this.within(within);
    const fetch = async (texts: readonly string[]) => {
      const found = await this.reader.search({ questions: texts.map(questionTerms), labels, among, limit });
      return new Map(texts.map((text, position) => [text, found[position] ?? []]));
    };
    return this.reader.batches.load<readonly string[]>('search', { labels, within, limit }, question, fetch, []);
  }

  private within(region: string): Promise<readonly string[]> {
    const read = async (id: string) => {
      const regions = [id, ...(await this.reader.read(regionsWithin({ region: id }))).map((row) => row.id)];
      const placed = await this.reader.read(placedIn({ regions }));
      return [id, [...regions, ...placed.map((row) => row.id)]] as const;
    };
    return this.reader.batches.load<readonly string[]>(
      'within',
      null,
      region,
      async (ids) => new Map(await Promise.all(ids.map(read))),
      [],
    );
  }
}

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
