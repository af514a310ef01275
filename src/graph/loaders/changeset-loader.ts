import type { Changeset } from '../changeset.js';
import { query } from '../query.js';
import type { Ids, Reader } from './reader.js';

const byId = query<{ ids: readonly string[] }, { changeset: Changeset }>('changeset/by-id');

export class ChangesetLoader {
  constructor(private readonly reader: Reader) {}

  byId(id: string): Promise<Changeset | null> {
    const fetch = async (ids: Ids['ids']) =>
      new Map((await this.reader.read(byId({ ids }))).map(({ changeset }) => [changeset.id, changeset]));
    return this.reader.batches.load<Changeset | null>('changeset', null, id, fetch, null);
  }
}
