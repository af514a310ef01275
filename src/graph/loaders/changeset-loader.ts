import type { Changeset } from '../stored/changeset.js';
import { atMost, query } from '../query.js';
import { grouped, type Ids, type Reader } from './reader.js';

const byId = query<{ ids: readonly string[] }, { changeset: Changeset }>('changeset/by-id');

const history = query<{ ids: readonly string[]; limit: number }, EntityChange, 'limit'>('entity/history');

/** A version of an entity, and the changeset that made it. */
export interface EntityChange {
  readonly entity: string;
  readonly version: number;
  readonly changeset: string;
}

export class ChangesetLoader {
  constructor(private readonly reader: Reader) {}

  byId(id: string): Promise<Changeset | null> {
    const fetch = async (ids: Ids['ids']) =>
      new Map((await this.reader.read(byId({ ids }))).map(({ changeset }) => [changeset.id, changeset]));
    return this.reader.batches.load<Changeset | null>('changeset', null, id, fetch, null);
  }

  /** The versions of an entity, the last first. */
  historyOf(id: string): Promise<readonly EntityChange[]> {
    const fetch = async (ids: Ids['ids']) =>
      grouped(
        await this.reader.readBounded(ids.length, (limit) => history({ ids, limit }, { limit: atMost })),
        ({ entity }) => entity,
        (row) => row,
      );
    return this.reader.batches.load<readonly EntityChange[]>('history', null, id, fetch, []);
  }
}
