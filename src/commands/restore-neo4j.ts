import type { Neo4jGraph } from '../graph/neo4j/neo4j-graph.js';
import { readerOf } from '../graph/port.js';
import { query } from '../graph/query.js';
import { GraphError } from '../graph/errors.js';
import { ownNodes } from '../graph/stored/contents.js';
import { openAnyGraph } from '../open-graph.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import type { Contents } from './restore.js';

const progress = query<Record<string, never>, { restoring: boolean | null }>('migration/progress');

/** Replaces what PolicyGraph has in the database, batch by batch; until it is whole, a mark keeps services from opening it and from writing to it. */
export async function restoreNeo4j(settings: Settings, { batches, end }: Contents, force: boolean): Promise<string[]> {
  const graph = (await openAnyGraph(settings)) as Neo4jGraph;
  try {
    const [store] = await graph.read(progress({}));
    const isUnfinished = store?.restoring === true;
    if (!force && !isUnfinished && (await ownNodes(readerOf(graph))) > 0)
      throw new SettingsError('The database has a graph already: pass --force to replace it, after a backup of its own.');
    await graph.prepare();
    await graph.fill(batches());
    await graph.prepare();
    if ((await ownNodes(readerOf(graph))) !== end.nodes)
      throw new GraphError('INTERNAL', 'The restored graph is not the one of the backup: restore it again.');
    return [];
  } finally {
    await graph.close();
  }
}
