import { checkGraph } from '../graph/inference/check.js';
import { openGraph } from '../open-graph.js';
import type { Settings } from '../settings.js';
import { emptyGraph, graphIsThere } from './graph-there.js';
import { counted, type Report } from './report.js';

/** Checks whether the configured graph agrees with its claims. Loads and changes nothing. Throws a GraphError. */
export async function check(settings: Settings): Promise<Report> {
  if (!graphIsThere(settings)) return empty;
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

const empty: Report = { lines: [emptyGraph], ok: false };
