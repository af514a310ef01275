import { graphCounts, type GraphCounts } from './counts.js';
import type { Graph } from './port.js';
import { query, type Statement } from './query.js';

const last = query<Record<string, never>, { sequence: number }>('changeset/last');

/** How old counts may be before the log is looked at for changesets of other processes, in milliseconds. */
const maxAge = 10_000;

/** How long the store may take, in milliseconds. */
const patience = 2_000;

interface Counted {
  readonly sequence: number;
  readonly counts: GraphCounts;
}

/** How much a graph holds, remembered in this process, so that operations are priced without a statement for it. */
export class KeptCounts {
  private latest: Promise<Counted> | undefined;
  private lookedAt = 0;

  constructor(private readonly graph: Graph) {}

  /** The counts as they were after the last write of this process; what others write is in them some seconds later. */
  async now(): Promise<GraphCounts> {
    const { latest } = this;
    if (latest === undefined) return (await this.keep(this.count())).counts;
    if (performance.now() - this.lookedAt > maxAge) this.look();
    return (await latest).counts;
  }

  /** Forgets the counts: something was written. */
  expire(): void {
    this.latest = undefined;
  }

  private keep(counted: Promise<Counted>): Promise<Counted> {
    this.lookedAt = performance.now();
    this.latest = counted;
    counted.catch(() => this.latest === counted && this.expire());
    return counted;
  }

  /** Counts again where the log has moved on; nobody waits for it. */
  private look(): void {
    const before = this.latest;
    this.lookedAt = performance.now();
    const looked = async () => {
      const [kept, sequence] = [await before, await this.sequence()];
      if (kept?.sequence === sequence) return;
      const counted = await this.count();
      if (this.latest === before) void this.keep(Promise.resolve(counted));
    };
    looked().catch(() => undefined); // looked at again later
  }

  private async count(): Promise<Counted> {
    return { sequence: await this.sequence(), counts: await graphCounts((statement) => this.read(statement)) };
  }

  private async sequence(): Promise<number> {
    return (await this.read(last({})))[0]?.sequence ?? 0;
  }

  private read<Row>(statement: Statement<Row>): Promise<Row[]> {
    return this.graph.read(statement, { signal: AbortSignal.timeout(patience) });
  }
}

const all = new WeakMap<Graph, KeptCounts>();

/** The counts of a graph: one for all operations of this process. */
export function keptCountsOf(graph: Graph): KeptCounts {
  const kept = all.get(graph) ?? new KeptCounts(graph);
  all.set(graph, kept);
  return kept;
}

/** Has one graph share the counts of the graph that it reads. */
export const shareCounts = (reading: Graph, graph: Graph): void => void all.set(reading, keptCountsOf(graph));
