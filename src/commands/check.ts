import { graphCounts } from '../graph/counts.js';
import { checkGraph } from '../graph/inference/check.js';
import { openGraph } from '../open-graph.js';
import type { Settings } from '../settings/settings.js';
import { emptyGraph, graphIsThere } from './graph-there.js';
import { ProgressBar } from './progress-bar.js';
import { counted, type Report } from './report.js';

/** Checks whether the configured graph agrees with its claims. Loads and changes nothing. Throws a GraphError. */
export async function check(settings: Settings): Promise<Report> {
  if (!graphIsThere(settings)) return empty;
  const graph = await openGraph(settings);
  const bar = new ProgressBar(process.stderr);
  try {
    const counts = await graphCounts((statement) => graph.read(statement));
    const total = Object.values(counts.entities).reduce((sum, each) => sum + each, counts.observations);
    const { claims, relations, differences } = await checkGraph(graph, {
      progress: (subjects) => bar.show('checking entities and observations:', subjects, Math.max(total, subjects)),
    });
    if (claims === 0 && relations === 0) return empty;
    if (differences.length === 0)
      return { lines: [`${counted(claims, 'claim')} and ${counted(relations, 'relation')} agree`], ok: true };
    const sum = `${counted(differences.length, 'difference')} between ${counted(claims, 'claim')} and ${counted(relations, 'relation')}`;
    return { lines: [...differences.map(({ message }) => message), sum], ok: false };
  } finally {
    bar.end();
    await graph.close();
  }
}

const empty: Report = { lines: [emptyGraph], ok: false };
