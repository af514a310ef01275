/** What the suites of search by meaning share. */
import { expect, vi } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { openMeaning, type OpenedMeaning } from '../../src/meaning/open-meaning.js';

export interface Opened extends OpenedMeaning {
  /** What it reported. */
  readonly warnings: string[];
}

interface Options {
  readonly url: string;
  readonly model?: string;
  readonly prefixes?: { readonly query: string; readonly text: string };
  readonly key?: string;
  /** Where vectors of the embedded engine are kept. */
  readonly file?: string;
}

/** Search by meaning over a graph, or an embedded one that is opened later; it embeds nothing before its indexer starts. */
export function open(
  graph: Graph | (() => Graph),
  { url, model = 'concepts', prefixes = { query: '', text: '' }, key, file }: Options,
): Opened {
  const warnings: string[] = [];
  const current = typeof graph === 'function' ? graph : () => graph;
  const engine = typeof graph === 'function' ? 'embedded' : graph.engine;
  const opened = openMeaning({ url, model, key, prefixes }, current, engine, file, (problem) => warnings.push(problem));
  return { ...opened, warnings };
}

/** Resolves when all entities have their vectors. */
export async function isIndexed({ indexer }: OpenedMeaning, timeout = 60_000): Promise<void> {
  indexer.start();
  await vi.waitFor(() => expect(indexer.progress).toEqual({ left: 0, failure: undefined, isCurrent: true }), { timeout });
}

/** Ids that a question is near to; undefined where meaning cannot be used. */
export const nearTo = async ({ meaning }: OpenedMeaning, question: string): Promise<string[] | undefined> =>
  (await meaning.nearest(question, {}))?.map(({ entity }) => entity);
