/** The ids of all nodes of a label, in order, in pages: linear in their number on both engines. */
import type { ReadableGraph } from '../port.js';
import { nameOf, query, type Statement } from '../query.js';

/** An id. */
export interface Identified {
  readonly id: string;
}

/** A claim's id is the one that what it says gives, also where it was retracted once and made again under the id that is stored. */
export interface ClaimIds extends Identified {
  readonly stored: string;
}

export type Pages<T> = AsyncGenerator<readonly T[]>;
export type After = { readonly after: string; readonly limit: number };
type Stored = Parameters<typeof nameOf>[0];

const someIds = query<{ skip: number; limit: number }, ClaimIds, 'label'>('export/ids');
const claimIds = query<After, ClaimIds>('export/claims');
const repeatedClaims = query<Record<string, never>, ClaimIds>('export/repeated-claims');

/** Many ids are found by one statement, and few records are read at a time. */
const idsAtOnce = 50_000;
const recordsAtOnce = 1_000;

/** The ids of a label's live nodes. `page` finds those after an id by an index, which the embedded engine lacks. */
export async function* idsOf<Row extends Identified>(
  graph: ReadableGraph,
  label: Stored,
  page: (after: After) => Statement<Row>,
): Pages<Identified> {
  if (graph.engine === 'embedded') {
    yield* sortedIds(graph, label);
    return;
  }
  for (let after = ''; ;) {
    const rows = await graph.read(page({ after, limit: idsAtOnce }));
    yield* inPages(rows);
    if (rows.length < idsAtOnce) return;
    after = rows.at(-1)?.id ?? '';
  }
}

/** The ids of all live claims. */
export async function* idsOfClaims(graph: ReadableGraph): Pages<ClaimIds> {
  if (graph.engine === 'embedded') {
    yield* sortedIds(graph, 'Claim');
    return;
  }
  const repeated = (await graph.read(repeatedClaims({}))).sort(byId);
  for await (const page of idsOf(graph, 'Claim', claimIds)) {
    const before = repeated.findIndex(({ id }) => id > (page.at(-1)?.id ?? ''));
    const own = repeated.splice(0, before === -1 ? repeated.length : before);
    yield [...page.map(({ id }) => ({ id, stored: id })), ...own].sort(byId);
  }
  yield* inPages(repeated);
}

/** The embedded engine has no ordered index: a page of ids in order would be a look at all of them. Their text is little beside what the engine itself keeps. */
async function* sortedIds(graph: ReadableGraph, label: Stored): Pages<ClaimIds> {
  const ids: string[] = [];
  const stored = new Map<string, string>();
  for (let skip = 0; ; skip += idsAtOnce) {
    const rows = await graph.read(someIds({ skip, limit: idsAtOnce }, { label: nameOf(label) }));
    for (const row of rows) {
      ids.push(row.id);
      if (row.stored !== row.id) stored.set(row.id, row.stored);
    }
    if (rows.length < idsAtOnce) break;
  }
  ids.sort();
  for (const page of inPages(ids)) yield page.map((id) => ({ id, stored: stored.get(id) ?? id }));
}

/** A list as pages of as many as are read at once. */
export function* inPages<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += recordsAtOnce) yield items.slice(start, start + recordsAtOnce);
}

const byId = (a: Identified, b: Identified): number => (a.id < b.id ? -1 : 1);
