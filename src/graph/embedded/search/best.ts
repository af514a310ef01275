import type { Strings } from './strings.js';

/** What the entities of one segment are compared by, each at its place. */
export interface Scored {
  readonly ids: Strings;
  readonly scores: Float64Array;
  /** Decide between equal scores (`drawOf`); where they are equal too, the ids do. */
  readonly draws: Int32Array;
  /** Which may be found. */
  readonly accepts: (place: number) => boolean;
}

interface Candidate {
  readonly id: string;
  readonly score: number;
  readonly draw: number;
}

const order = (a: Candidate, b: Candidate): number => b.score - a.score || a.draw - b.draw || (a.id < b.id ? -1 : 1);

/** The ids of the highest scores above 0, the highest first. No more than `limit`, without sorting all. */
export function best(segments: readonly Scored[], limit: number): string[] {
  let kept: Candidate[] = [];
  let last: Candidate | undefined;
  for (const { ids, scores, draws, accepts } of segments) {
    for (let place = 0; place < scores.length; place++) {
      const [score, draw] = [scores[place] as number, draws[place] as number];
      if (score === 0 || (last !== undefined && (score < last.score || (score === last.score && draw > last.draw)))) continue; // most of them
      if (!accepts(place)) continue;
      kept.push({ id: ids.at(place), score, draw });
      if (kept.length < 2 * limit) continue;
      kept = kept.sort(order).slice(0, limit);
      last = kept.at(-1);
    }
  }
  return kept
    .sort(order)
    .slice(0, limit)
    .map(({ id }) => id);
}
