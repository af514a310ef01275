import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkGraph } from '../graph/check.js';
import { graphFile } from '../graph/embedded/embedded-graph.js';
import { openGraph } from '../open-graph.js';
import type { Settings } from '../settings.js';
import { counted, type Report } from './report.js';

/** Tells whether the graph of the settings holds what its claims say. Loads and changes nothing. Throws a GraphError. */
export async function check(settings: Settings): Promise<Report> {
  if (isNotThere(settings)) return empty;
  const graph = await openGraph(settings);
  try {
    const { claims, relations, differences } = await checkGraph(graph);
    if (claims === 0 && relations === 0) return empty;
    if (differences.length === 0)
      return { lines: [`${counted(claims, 'claim')} and ${counted(relations, 'relation')} agree`], ok: true };
    const total = `${counted(differences.length, 'difference')} between ${counted(claims, 'claim')} and ${counted(relations, 'relation')}`;
    return { lines: [...differences.map(({ message }) => message), total], ok: false };
  } finally {
    await graph.close();
  }
}

const empty: Report = {
  lines: ['The graph is empty: start the service once (npm start), which loads the built-in data.'],
  ok: false,
};

/** To open an embedded graph that is not there would make it, with the built-in data in it. */
function isNotThere({ neo4j, data }: Settings): boolean {
  return neo4j === undefined && !existsSync(join(data, graphFile));
}
