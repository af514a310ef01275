import type { Entry, Report } from '../../changesets/report.js';
import type { ChangeRequest } from '../../changesets/change-request.js';

/** Counts what each batch changes, and keeps the first changes to be shown. */
export class Counter {
  readonly kinds = new Map<Entry['kind'], number>();
  readonly first: Entry[] = [];
  /** Entities, redirects and claims that the graph had already as the files say. */
  unchanged = 0;
  batches = 0;
  /** Batches that an earlier run had written. */
  repeated = 0;

  constructor(private readonly shown: number) {}

  add(
    { entries }: Pick<Report, 'entries'>,
    { entities, claims, redirects = [] }: Pick<ChangeRequest, 'entities' | 'claims' | 'redirects'>,
  ): void {
    this.batches += 1;
    for (const entry of entries) {
      this.kinds.set(entry.kind, this.count(entry.kind) + 1);
      if (this.first.length < this.shown) this.first.push(entry);
    }
    const changed = new Set(entries.map(({ id }) => id));
    const asserted = entries.filter(({ kind }) => kind === 'CLAIM_ASSERTED').length;
    this.unchanged +=
      [...entities, ...redirects].filter(({ item }) => !changed.has(item.id)).length + Math.max(claims.length - asserted, 0);
  }

  count(kind: Entry['kind']): number {
    return this.kinds.get(kind) ?? 0;
  }
}
