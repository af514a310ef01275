import type { Question } from './questions.js';

/** What a way of searching gives for a question: ids, the best first. */
export type Search = (question: string) => Promise<readonly string[]>;

/** Results of a question that count: as many as a reader looks at. */
const looked = 10;

export interface Score {
  /** Means over the questions: of the ten best results. */
  readonly precision: number;
  readonly recall: number;
  /** Of 1 / the rank of the first right one. */
  readonly mrr: number;
  /** The share of questions whose first result is right. */
  readonly first: number;
  /** The mean number of all results. */
  readonly results: number;
}

/** How well questions with known answers are answered. */
export async function scored(questions: readonly Question[], search: Search): Promise<Score> {
  const each: Score[] = [];
  for (const { text, right } of questions) each.push(scoreOf(await search(text), right));
  const mean = (key: keyof Score) => each.reduce((sum, score) => sum + score[key], 0) / each.length;
  return {
    precision: mean('precision'),
    recall: mean('recall'),
    mrr: mean('mrr'),
    first: mean('first'),
    results: mean('results'),
  };
}

function scoreOf(found: readonly string[], right: readonly string[]): Score {
  const best = found.slice(0, looked);
  const hits = best.filter((id) => right.includes(id)).length;
  const rank = found.findIndex((id) => right.includes(id)) + 1;
  return {
    precision: best.length === 0 ? 0 : hits / best.length,
    recall: hits / Math.min(right.length, looked),
    mrr: rank === 0 ? 0 : 1 / rank,
    first: Number(rank === 1),
    results: found.length,
  };
}

/** For each question that nothing answers, how many results it has. */
export async function resultsOf(questions: readonly Question[], search: Search): Promise<number[]> {
  const counts: number[] = [];
  for (const { text } of questions) counts.push((await search(text)).length);
  return counts;
}
