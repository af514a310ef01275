import { Matcher } from '../../graph/matching/matcher.js';
import type { Graph } from '../../graph/port.js';
import { labelOf, type Label } from '../../model/model.js';
import type { Column } from './columns.js';

/** Names of a column that are of one entity of a type each. */
export interface Found {
  readonly label: Label;
  /** Of those that were looked up. */
  readonly share: number;
}

/** Names of a column that are looked up. */
const tried = 30;
const least = 0.3;

/** Whether the names in the cells of a column are of entities that the graph has, by type. */
export async function referencesOf(column: Column, graph: Graph): Promise<Found[]> {
  const { dates, isNumber, isUrl, parts } = column;
  const names = parts.slice(0, tried);
  if (names.length === 0 || dates !== undefined || isNumber || isUrl || names.some((name) => name.length > 60)) return [];
  const matcher = new Matcher(graph);
  const days = [new Date().toISOString().slice(0, 10)];
  const matches = await Promise.all(names.map((name) => matcher.matches({ names: [name], conditions: [], days })));
  const counts = new Map<Label, number>();
  for (const found of matches) {
    const best = found.find(({ nameScore }) => nameScore >= 98);
    const label = best === undefined ? undefined : labelOf(best.candidate.id);
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, count]) => ({ label, share: count / names.length }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share);
}
