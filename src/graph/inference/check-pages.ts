/** What is checked at a time, so that memory grows neither with the graph nor with how many claims are about one subject of a page. */
import type { Graph } from '../port.js';
import { nameOf, query } from '../query.js';
import { idsOf, type After, type Identified } from '../stored/ids.js';

const ids = query<After, Identified, 'label'>('export/entities');
const countAbout = query<{ readonly ids: readonly string[] }, { id: string; total: number }, 'label'>('claim/count-about');

/** Claims of one page, unless a single subject has more. */
const mostClaims = 5_000;

/** The ids of the live nodes of a label, in order: at most so many together, and few where many claims are about them. */
export async function* pagesOf(
  graph: Graph,
  label: 'Entity' | 'Observation' | 'Merged',
  together: number,
): AsyncGenerator<readonly string[]> {
  const slots = { label: nameOf(label) };
  for await (const page of idsOf(graph, label, (after) => ids(after, slots)))
    for (let start = 0; start < page.length; start += together) {
      const some = page.slice(start, start + together).map(({ id }) => id);
      const rows = await graph.read(countAbout({ ids: some }, slots));
      yield* split(some, new Map(rows.map(({ id, total }) => [id, total])));
    }
}

function* split(subjects: readonly string[], totals: ReadonlyMap<string, number>): Generator<readonly string[]> {
  let [page, claims]: [string[], number] = [[], 0];
  for (const id of subjects) {
    const total = totals.get(id) ?? 0;
    if (page.length > 0 && claims + total > mostClaims) {
      yield page;
      [page, claims] = [[], 0];
    }
    page.push(id);
    claims += total;
  }
  if (page.length > 0) yield page;
}
