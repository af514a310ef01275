/** What the entities of an index are compared by, each at its place. */
export interface Scored {
  readonly scores: Float64Array;
  /** Decides between equal scores (`drawOf`); where it is equal too, the id does. */
  readonly draws: readonly number[];
  /** None where a place is empty. */
  readonly ids: readonly (string | undefined)[];
}

/** The ids of the highest scores above 0 among those that are accepted, the highest first. No more than `limit`, without sorting all. */
export function best({ scores, draws, ids }: Scored, accepts: (id: string) => boolean, limit: number): string[] {
  const score = (place: number): number => scores[place] as number;
  const draw = (place: number): number => draws[place] as number;
  const id = (place: number): string => ids[place] as string;
  const order = (a: number, b: number): number => score(b) - score(a) || draw(a) - draw(b) || (id(a) < id(b) ? -1 : 1);
  let kept: number[] = [];
  let last: number | undefined;
  for (let place = 0; place < scores.length; place++) {
    if (scores[place] === 0 || (last !== undefined && order(place, last) > 0)) continue; // most are here
    if (ids[place] === undefined || !accepts(id(place))) continue;
    kept.push(place);
    if (kept.length < 2 * limit) continue;
    kept = kept.sort(order).slice(0, limit);
    last = kept.at(-1);
  }
  return kept.sort(order).slice(0, limit).map(id);
}
