import { availableParallelism } from 'node:os';
import { lastLines, runNode } from '../processes.js';
import { writeStore, type Totals } from './write.js';

/** Writes a graph of so many relations for Neo4j's bulk importer, a process for each core. Gives the number of each kind of record. */
export async function generate(folder: string, relations: number): Promise<Totals> {
  const parts = Array.from({ length: availableParallelism() }, (_, part) => part);
  await Promise.all(parts.map((part) => runNode(nameOf(part), { args: argumentsOf(folder, relations, part, parts.length) })));
  const totals: Record<string, number> = {};
  for (const part of parts)
    for (const [name, total] of Object.entries(JSON.parse(lastLines(nameOf(part))) as Totals))
      totals[name] = (totals[name] ?? 0) + total;
  writeStore(folder, relations, totals);
  return totals;
}

const nameOf = (part: number): string => `size-files-${part}`;

/** With room for young objects: a page of records outlives several collections otherwise. */
const argumentsOf = (folder: string, relations: number, part: number, parts: number): string[] => [
  '--max-semi-space-size=64',
  '--import',
  'tsx',
  'bench/size/part.ts',
  folder,
  ...[relations, part, parts].map(String),
];
