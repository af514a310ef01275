/** What the index of entities is made of, as it is read from the graph. */
import { nameOf, query, type Statement } from '../../query.js';
import type { NodeRow } from '../../stored/rows.js';
import { entityRecordOf, tokensOf } from '../../stored/storage.js';
import { termRowOf } from './changed-entities.js';
import type { TermRow } from './segment.js';
import type { Position } from './segment-file.js';

export type Read = <Row>(statement: Statement<Row>) => Promise<Row[]>;

type None = Record<string, never>;

const positionOf = query<None, { [key in keyof Position]: Position[key] | null }>('search/position');
const allEntities = query<None, { id: string }>('search/entities');
const termsOf = query<{ ids: readonly string[] }, NodeRow>('search/terms');
const changesetsSince = query<{ sequence: number }, { id: string; sequence: number; recordedAt: string }>('search/changesets');
const changedIn = query<{ changesets: readonly string[] }, { id: string; merged: readonly string[] }>('search/changed');
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
  async position(): Promise<Position | undefined> {
    const [row] = await this.read(positionOf({}));
    return row?.sequence == null ? undefined : (row as Position);
  }

  async count(): Promise<number> {
    const [row] = await this.read(countOf({}, { label: nameOf('Entity') }));
    return row?.total ?? 0;
  }

  async *all(): AsyncIterable<Page> {
    const ids = (await this.read(allEntities({}))).map(({ id }) => id);
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
  async changedSince(from: Position, to: Position): Promise<readonly string[] | undefined> {
    if (from.modelVersion !== to.modelVersion) return undefined;
    if (from.sequence === to.sequence) return from.recordedAt === to.recordedAt ? [] : undefined;
    const [first, ...others] = await this.read(changesetsSince({ sequence: from.sequence }));
    if (first?.sequence !== from.sequence || first.recordedAt !== from.recordedAt) return undefined;
    const changed = await this.read(changedIn({ changesets: others.map(({ id }) => id) }));
    return [...new Set(changed.flatMap(({ id, merged }) => [id, ...merged]))];
  }
}
