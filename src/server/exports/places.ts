import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import type { Metrics } from '../metrics/metrics.js';

const { concurrent, each } = limits.exports;

/** Few exports run at once: each reads as much as it can. */
export class ExportPlaces {
  /** By client. */
  private readonly running = new Map<string, number>();

  constructor(private readonly metrics: Metrics) {}

  /** Takes a place, and gives what frees it. Throws UNAVAILABLE. */
  take(client: string): () => void {
    const own = this.running.get(client) ?? 0;
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    if (own >= each.value)
      throw new GraphError('UNAVAILABLE', 'Your other exports are in progress: try again when one has finished.');
    if (all >= concurrent.value) throw new GraphError('UNAVAILABLE', 'Other exports are in progress: try again in a moment.');
    this.change(client, own + 1);
    this.metrics.exportsRunning.inc();
    let isFree = false;
    return () => {
      if (isFree) return;
      isFree = true;
      this.metrics.exportsRunning.dec();
      this.change(client, (this.running.get(client) ?? 1) - 1);
    };
  }

  private change(client: string, count: number): void {
    if (count === 0) this.running.delete(client);
    else this.running.set(client, count);
  }
}
