/** The places of the highest scores above 0 among those that are accepted, the highest first; of equal ones the first. No more than `limit`, without sorting all. */
export function best(scores: Float32Array, accepts: (place: number) => boolean, limit: number): number[] {
  const higher = (a: number, b: number): number => (scores[b] as number) - (scores[a] as number) || a - b;
  let kept: number[] = [];
  let bar = 0;
  for (let place = 0; place < scores.length; place++) {
    if ((scores[place] as number) <= bar || !accepts(place)) continue;
    kept.push(place);
    if (kept.length < 2 * limit) continue;
    kept = kept.sort(higher).slice(0, limit);
    bar = scores[kept[limit - 1] as number] as number;
  }
  return kept.sort(higher).slice(0, limit);
}
