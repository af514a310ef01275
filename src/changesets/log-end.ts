import type { ReadableGraph, ReadOptions } from '../graph/port.js';
import { query } from '../graph/query.js';

/** The last changeset. Its instant distinguishes it from one of the same number that a restored backup lacked. */
export interface LastChangeset {
  /** 0 where there is no changeset. */
  readonly sequence: number;
  readonly recordedAt: string | null;
}

const last = query<Record<string, never>, { sequence: number | null; recordedAt: string | null }>('changeset/last');

/** How long the store may take to report its last changeset to those who share it, in milliseconds. */
const patience = 2_000;

interface Look {
  /** Changesets that landed before then are seen. */
  readonly began: number;
  readonly result: Promise<LastChangeset>;
}

/** The end of the log, as this process last read it. */
export class LogEnd {
  private latest: Look | undefined;
  private writes = 0;

  constructor(private readonly graph: ReadableGraph) {}

  /** Reads the store. */
  async read(options?: ReadOptions): Promise<LastChangeset> {
    const [began, writes] = [performance.now(), this.writes];
    const result = this.look(options);
    const end = await result;
    const isNewer = this.latest === undefined || this.latest.began < began;
    if (isNewer && writes === this.writes) this.latest = { began, result };
    return end;
  }

  /** As read at most `age` milliseconds ago and after the last write of this process. Requests that come together share one read. */
  within(age: number): Promise<LastChangeset> {
    const began = performance.now();
    if (this.latest !== undefined && began - this.latest.began < age) return this.latest.result;
    const look = { began, result: this.look({ signal: AbortSignal.timeout(patience) }) };
    this.latest = look;
    look.result.catch(() => {
      if (this.latest === look) this.latest = undefined; // the next request tries again
    });
    return look.result;
  }

  /** Forgets what was read, since this process wrote. */
  expire(): void {
    this.writes++;
    this.latest = undefined;
  }

  private async look(options: ReadOptions | undefined): Promise<LastChangeset> {
    const [row] = await this.graph.read(last({}), options);
    return { sequence: row?.sequence ?? 0, recordedAt: row?.recordedAt ?? null };
  }
}
