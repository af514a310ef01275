/** Which records an export writes: the ids of each kind, in order. Records are read by their ids, page by page. */
import type { Graph } from '../graph/port.js';
import { nameOf, query, type CypherText } from '../graph/query.js';

export type Pages<T> = AsyncGenerator<readonly T[]>;

/** An id. */
export interface Identified {
  readonly id: string;
}

/** A claim's id is the one that what it says gives, also where it was retracted once and made again under the id that is stored. */
export interface ClaimIds extends Identified {
  readonly stored: string;
}

export interface RecordIds {
  readonly entities: () => Pages<Identified>;
  /** Ids that lead to entities which are written. */
  readonly redirects: () => Pages<Identified>;
  readonly observations: () => Pages<Identified>;
  readonly claims: () => Pages<ClaimIds>;
  readonly changesets: () => Pages<Identified>;
  /** Whether relations between entities are written, of which this is one. */
  readonly isRelated: (entity: string) => boolean;
}

type After = { readonly after: string; readonly limit: number };
type PageOf<Row> = (parameters: After) => ReturnType<ReturnType<typeof query<After, Row>>>;

const entityIds = query<After, Identified, 'label'>('export/entities');
const redirectIds = query<After, Identified>('export/redirects');
const observationIds = query<After, Identified>('export/observations');
const claimIds = query<After, ClaimIds>('export/claims');
const changesetIds = query<After, Identified>('export/changesets');

/** To find a page of ids may take the engine a look at all of them, to read a record by its id takes none: hence many ids, and few records at a time. */
const idsAtOnce = 50_000;
const recordsAtOnce = 1_000;

/** All records of a graph. */
export function wholeGraph(graph: Graph): RecordIds {
  return {
    entities: () => entitiesOf(graph, nameOf('Entity')),
    redirects: () => pagesOf(graph, redirectIds),
    observations: () => pagesOf(graph, observationIds),
    claims: () => pagesOf(graph, claimIds),
    changesets: () => pagesOf(graph, changesetIds),
    isRelated: () => true,
  };
}

/** The ids of all entities of a label, in order. */
export const entitiesOf = (graph: Graph, label: CypherText): Pages<Identified> =>
  pagesOf(graph, (after) => entityIds(after, { label }));

async function* pagesOf<Row extends Identified>(graph: Graph, page: PageOf<Row>): Pages<Row> {
  for (let after = ''; ;) {
    const rows = await graph.read(page({ after, limit: idsAtOnce }));
    yield* inPages(rows);
    if (rows.length < idsAtOnce) return;
    after = rows.at(-1)?.id ?? '';
  }
}

/** A list as pages of as many as are read at once. */
export function* inPages<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += recordsAtOnce) yield items.slice(start, start + recordsAtOnce);
}
