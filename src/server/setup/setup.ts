/** Settings that are valid but have no effect: the service runs without what they are for, and says so. */
import type { Graph } from '../../graph/port.js';

/** What is wrong, and what is missing because of it. It names no path and no address: health shows it to everybody. */
export interface SetupProblem {
  readonly setting: string;
  readonly problem: string;
}

/** What is wrong with one setting; undefined when nothing is. */
export type SetupCheck = (graph: Graph) => Promise<string | undefined>;

/** How long a result counts, in milliseconds. */
const maxAge = 30_000;

export class Setup {
  private latest: readonly SetupProblem[] = [];
  private checkedAt = -Infinity;

  constructor(private readonly checks: Readonly<Record<string, SetupCheck>>) {}

  /** Checks all settings now. */
  async check(graph: Graph): Promise<readonly SetupProblem[]> {
    this.checkedAt = performance.now();
    const results = Object.entries(this.checks).map(async ([setting, check]) => {
      const problem = await check(graph).catch(() => undefined); // the store failed, which health reports by itself
      return problem === undefined ? [] : [{ setting, problem }];
    });
    this.latest = (await Promise.all(results)).flat();
    return this.latest;
  }

  /** What was found last. Older results are renewed, and nobody waits for that. */
  problems(graph: Graph | undefined): readonly SetupProblem[] {
    if (graph !== undefined && performance.now() - this.checkedAt > maxAge) void this.check(graph);
    return this.latest;
  }
}
