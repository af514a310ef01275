/** What the index of entities is made of, as it is read from the graph. */
import { nameOf, query } from '../../query.js';
import { changedBetween, entitiesIn, positionIn, type Position, type Read } from '../../search/entity-changes.js';
import type { NodeRow } from '../../stored/rows.js';
import { entityRecordOf, tokensOf } from '../../stored/storage.js';
import { termRowOf } from './changed-entities.js';
import type { TermRow } from './segment.js';

type None = Record<string, never>;

const termsOf = query<{ ids: readonly string[] }, NodeRow>('search/terms');
const countOf = query<None, { total: number }, 'label'>('graph/counts');

/** Entities that are read at once. */
const page = 2_000;

/** A page of all entities. */
interface Page {
  readonly rows: readonly TermRow[];
  readonly done: number;
  readonly all: number;
}

export class IndexSource {
  constructor(private readonly read: Read) {}

  /** Undefined for a store without changesets. */
  position(): Promise<Position | undefined> {
    return positionIn(this.read);
  }

  async count(): Promise<number> {
    const [row] = await this.read(countOf({}, { label: nameOf('Entity') }));
    return row?.total ?? 0;
  }

  async *all(): AsyncIterable<Page> {
    const ids = await entitiesIn(this.read);
    for (let done = 0; done < ids.length; done += page) {
      const rows = await this.termsOf(ids.slice(done, done + page));
      yield { rows, done, all: ids.length };
    }
  }

  /** The tokens of those of these entities that exist. */
  async termsOf(ids: readonly string[]): Promise<TermRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.read(termsOf({ ids }));
    const entities = rows.filter(({ labels }) => labels[0] != null).map(entityRecordOf); // one without a type has no names
    return entities.map((entity) => termRowOf({ id: entity.id, tokens: tokensOf(entity) }));
  }

  /** The ids of entities that changed between two positions, also of those that left; undefined where the graph never was at the first one. */
  changedSince(from: Position, to: Position): Promise<readonly string[] | undefined> {
    return changedBetween(this.read, from, to);
  }
}
