import type { Ranked } from '../graph/search/rank.js';

/** What found an entity. */
type FoundBy = 'WORDS' | 'MEANING';

export interface Found extends Ranked {
  readonly foundBy: readonly FoundBy[];
}

/** Of names that are exactly the question, no meaning is better. */
const exact = 0.95;

/** The usual constant of reciprocal rank fusion: how little the first few ranks differ. */
const flatness = 60;

/** What words and meaning found as one list: exact names first, then by the sum of the reciprocal ranks in both. */
export function fused(byWords: readonly Ranked[], byMeaning: readonly Ranked[]): Found[] {
  const [words, meaning] = [ranksOf(byWords), ranksOf(byMeaning)];
  const all = new Map([...byMeaning, ...byWords].map((item) => [item.candidate.id, item])); // the score of words counts
  const worth = (id: string) => reciprocal(words.get(id)) + reciprocal(meaning.get(id));
  return [...all.values()]
    .map((item) => ({ ...item, foundBy: foundBy(item.candidate.id, words, meaning) }))
    .sort((a, b) => {
      const isExact = Number(b.score >= exact) - Number(a.score >= exact);
      const byWorth = worth(b.candidate.id) - worth(a.candidate.id);
      return isExact || (a.score >= exact ? b.score - a.score : 0) || byWorth || (a.candidate.id < b.candidate.id ? -1 : 1);
    });
}

type Ranks = ReadonlyMap<string, number>;

const ranksOf = (items: readonly Ranked[]): Ranks => new Map(items.map(({ candidate }, index) => [candidate.id, index + 1]));

const reciprocal = (rank: number | undefined): number => (rank === undefined ? 0 : 1 / (flatness + rank));

const foundBy = (id: string, words: Ranks, meaning: Ranks): FoundBy[] => [
  ...(words.has(id) ? (['WORDS'] as const) : []),
  ...(meaning.has(id) ? (['MEANING'] as const) : []),
];
