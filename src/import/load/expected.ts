/** What the records so far bring, and what later ones still may: records are checked against it as they are read. */
import type { Known } from '../../changesets/checks.js';
import type { FileIndex } from './file-index.js';

/** Ids that are kept to be looked up at the end. */
const mostPending = 200_000;

/** Takes every entity that is not known yet for one that a later record brings. */
export class Expected implements Known {
  readonly duplicates = new Map<number, number>();
  readonly merged = { get: () => undefined };
  readonly observations: Known['observations'];
  private readonly pending = new Set<string>();
  private isCertain = true;

  constructor(private readonly index: FileIndex) {
    this.observations = index.observations;
  }

  readonly entities: Known['entities'] = {
    has: (id) => {
      if (!this.index.entities.has(id) && this.pending.size <= mostPending) this.pending.add(id);
      return true;
    },
    get: (id) => {
      if (!this.index.entities.has(id)) this.isCertain = false; // its range is not known yet
      return this.index.entities.get(id);
    },
  };

  /** Whether all of it has come, with nothing that needs the whole to be seen: ids that come twice, or are redirected. */
  get isMet(): boolean {
    const { index, pending } = this;
    if (!this.isCertain || pending.size > mostPending || index.duplicates.size > 0 || index.hasRedirects) return false;
    return [...pending].every((id) => index.entities.has(id) || index.observations.has(id));
  }
}
