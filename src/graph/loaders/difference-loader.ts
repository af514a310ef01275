import { differencesAmong, type Days, type Difference } from '../differences/differences.js';
import { GraphError } from '../errors.js';
import { groupBy } from '../group-by.js';
import { limits } from '../../limits.js';
import { usualRelationTypes, type RelationType } from '../../model/model.js';
import { anyOf, query, type CypherText } from '../query.js';
import type { JoinRow } from '../stored/rows.js';
import { degreeOn } from '../time/as-of.js';
import type { Ids, Reader } from './reader.js';

interface Compared extends Ids {
  readonly [name: string]: unknown;
  /** ISO days. */
  readonly earlier: string;
  readonly later: string;
  readonly limit: number;
}

const differing = query<Compared, JoinRow & { origin: string }, 'types' | 'before' | 'after'>('relation/differing');
const degrees = {
  before: degreeOn('relation', '$earlier') as CypherText,
  after: degreeOn('relation', '$later') as CypherText,
};
const limit = limits.lists.differences.value;

/** Units of work for 1,000 relations that are read and compared. */
const comparingWork = 200;

export interface Differences {
  readonly all: readonly Difference[];
  /** There are more relations than were compared. */
  readonly truncated: boolean;
}

export class DifferenceLoader {
  constructor(private readonly reader: Reader) {}

  /** What began, ended or changed among the relations of an entity between two days, whichever way they lead. */
  async of(id: string, { from, to }: Days, types: readonly RelationType[] = usualRelationTypes): Promise<Differences> {
    if (from > to) throw new GraphError('BAD_USER_INPUT', `"from" must not be after "to": ${from} is after ${to}.`);
    if (types.length === 0) return { all: [], truncated: false }; // a pattern without types is one of any type
    const fetch = async (ids: Ids['ids']) => {
      const rows = await this.reader.read(
        differing({ ids, earlier: from, later: to, limit: limit + 1 }, { ...degrees, types: anyOf(types) }),
      );
      return groupBy(rows, ({ origin }) => origin);
    };
    const rows = await this.reader.batches.load<readonly JoinRow[]>('differences', [from, to, types], id, fetch, []);
    const { slices, asOf } = this.reader;
    this.reader.payFor(rows.length, comparingWork);
    const all = await differencesAmong(rows.slice(0, limit), { from, to }, asOf.atLeast ?? 'POSSIBLE', slices);
    return { all, truncated: rows.length > limit };
  }
}
