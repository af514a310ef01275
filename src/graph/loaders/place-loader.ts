import { groupBy } from '../group-by.js';
import { query } from '../query.js';
import type { Ids, Reader } from './reader.js';

/** Where an entity is. */
export interface Place {
  /** What it is part of, or located in; what it last was, where it no longer is. Null where nothing is known. */
  readonly parent: { readonly id: string; readonly name: string } | null;
  /** The years in which it was part of anything, where it is not: "1983–1992". */
  readonly years?: string;
}

interface PlaceRow {
  readonly id: string;
  readonly type: string;
  readonly place: string;
  readonly name: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly current: boolean;
}

const placesOf = query<{ ids: readonly string[] }, PlaceRow>('search/places');

export class PlaceLoader {
  constructor(private readonly reader: Reader) {}

  /** Where an entity is on the day asked for; with its years where it is `former`. */
  async of(id: string, isFormer: boolean): Promise<Place> {
    const fetch = async (ids: Ids['ids']) => groupBy(await this.reader.read(placesOf({ ids })), (row) => row.id);
    const rows = await this.reader.batches.load<readonly PlaceRow[]>('places', null, id, fetch, []);
    const [last] = rows.toSorted(lastFirst);
    const parent = last === undefined ? null : { id: last.place, name: last.name };
    return isFormer ? { parent, years: yearsOf(rows.filter(({ type }) => type === 'PART_OF')) } : { parent };
  }
}

/** What is current before what is not, what it is part of before where it is located, what ended last before the rest. */
const lastFirst = (a: PlaceRow, b: PlaceRow): number =>
  Number(b.current) - Number(a.current) || compare(b.type, a.type) || compare(b.until ?? '~', a.until ?? '~');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function yearsOf(rows: readonly PlaceRow[]): string {
  const since = rows
    .map((row) => row.since ?? '')
    .toSorted()[0]
    ?.slice(0, 4);
  const until = rows
    .map((row) => row.until ?? '~')
    .toSorted()
    .at(-1)
    ?.slice(0, 4);
  if (until === '~') return `from ${since}`;
  return since === '' ? `until ${until}` : `${since}–${until}`;
}
