import type { Matcher } from '../graph/matching/matcher.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import { candidateOf, type ReconciliationCandidate } from './answers.js';
import type { Asked } from './questions.js';

/** The candidates of each question, by themselves: what others of the batch ask makes no difference. */
export const candidatesOf = (
  batch: readonly Asked[],
  matcher: Matcher,
  languages: readonly string[],
): Promise<readonly (readonly ReconciliationCandidate[])[]> =>
  Promise.all(
    batch.map(async ({ question, limit }) => {
      const matches = await matcher.matches(question);
      const loaders: Loaders = matcher.on(question.days[0] as string);
      return Promise.all(matches.slice(0, limit).map((match) => candidateOf(match, languages, loaders)));
    }),
  );
