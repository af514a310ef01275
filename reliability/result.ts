import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Figure } from './figures.js';

/** What a whole run measured. */
interface Measured {
  /** In the form of the aim. */
  readonly measured: string;
  /** Whether the aim is met. */
  readonly met: boolean;
  /** What repeats the run. */
  readonly command: string;
  /** Counts and distributions behind the figure. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A saved result. */
export interface Result extends Measured {
  readonly date: string;
  readonly commit: string;
  /** The mean number of processes that ran or waited for a processor in the last minute. */
  readonly load: number;
}

export const resultFile = (figure: Figure) => new URL(`results/${figure}.json`, import.meta.url);

/** Writes reliability/results/FIGURE.json, of which docs/reliability.md is made (UPDATE_DOCS=1 npx vitest run tests/docs). */
export function saveResult(figure: Figure, measured: Measured): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  const result: Result = { ...measured, date: new Date().toISOString().slice(0, 10), commit, load };
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  writeFileSync(resultFile(figure), `${JSON.stringify(result, undefined, 2)}\n`);
}
