import { applyChangeset } from '../../src/changesets/apply.js';
import { draftLists } from '../../src/changesets/from-input.js';
import type { Graph } from '../../src/graph/port.js';
import { readJsonLines } from '../../src/import/json-lines.js';
import { draft } from '../changesets/drafts.js';
import type { AnyGraph } from './any-graph.js';

/** Brings a generated graph in by the door of GraphQL. */
export async function grow(graph: Graph, { lists, merges }: AnyGraph): Promise<void> {
  await applyChangeset(graph, { ...draft({}), ...draftLists(lists) });
  for (const merge of merges) await applyChangeset(graph, { ...draft({}), ...draftLists({ merges: [merge] }) });
}

/** Brings JSON Lines in. */
export async function importLines(graph: Graph, lines: string): Promise<void> {
  const { id, author, reason, origin } = draft({});
  const chunks = async function* () {
    yield lines;
  };
  await applyChangeset(graph, await readJsonLines(chunks(), 'graph.jsonl', { id, author, reason, origin }));
}
