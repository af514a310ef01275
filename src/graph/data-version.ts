import type { Transaction } from './port.js';
import { query } from './query.js';

const latestBuiltIn = query<Record<string, never>, { dataVersion: string; recordedAt: string }>('changeset/latest-built-in');

/** The version of the built-in data that a graph holds; undefined when it holds none. */
export async function dataVersion({ run }: Transaction): Promise<string | undefined> {
  const [latest] = await run(latestBuiltIn({}));
  return latest?.dataVersion;
}
