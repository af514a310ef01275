/** The texts of readings in the store. Before a text is published only editors see it. */
import type { Graph, ReadOptions } from '../../graph/port.js';
import { query } from '../../graph/query.js';

const byIds = query<{ ids: readonly string[]; all: boolean }, { id: string; text: string }>('text/by-ids');

/** The texts with these hashes, by the hash; `all` gives those too that are not published. */
export async function keptTexts(
  graph: Pick<Graph, 'read'>,
  ids: readonly string[],
  all: boolean,
  options?: ReadOptions,
): Promise<Map<string, string>> {
  const rows = await graph.read(byIds({ ids, all }), options);
  return new Map(rows.map(({ id, text }) => [id, text]));
}
