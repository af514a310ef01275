/** Sections of pages that match a query, the best first. */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { indexOptions, searchTerms } from '../search-terms.ts';

export interface Found {
  readonly address: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
  /** The words of the section that match. */
  readonly terms: readonly string[];
}

const most = 30;
let loading: Promise<MiniSearch> | undefined;

async function load(): Promise<MiniSearch> {
  const response = await fetch(document.documentElement.dataset['index'] ?? '');
  if (!response.ok) throw new Error(`The search index answers ${response.status}.`);
  return MiniSearch.loadJSONAsync(await response.text(), indexOptions);
}

export const loadIndex = (): Promise<MiniSearch> => (loading ??= load());

export function findSections(index: MiniSearch, query: string): Found[] {
  const words = query.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const joined = words.join('').toLowerCase(); // "as of" finds asOf
  const whole: Query[] = words.length > 1 ? [{ queries: [joined], combineWith: 'AND', boost: { title: 8 } }] : [];
  const results = index.search(
    { combineWith: 'OR', queries: [{ queries: [query], combineWith: 'AND' }, ...whole] },
    {
      boost: { title: 4, page: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boostDocument: (_id, _term, stored) =>
        Number(stored?.['weight'] ?? 1) * exactness(stored?.['title'], joined) * phrasing(stored?.['text'], words),
    },
  );
  return results.slice(0, most).map((result) => result as SearchResult & Found);
}

/** A title that is what was typed comes first: a setting, a type, "Certainty". */
const exactness = (title: unknown, joined: string): number =>
  searchTerms(String(title)).join('') === joined || String(title).replaceAll(/\W/g, '').toLowerCase() === joined ? 4 : 1;

/** Words that follow each other in the text as they do in the query: "as of" is no two words. */
const phrasing = (text: unknown, words: readonly string[]): number =>
  words.length > 1 && String(text).toLowerCase().includes(words.join(' ').toLowerCase()) ? 3 : 1;
