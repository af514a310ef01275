import { relationTypes, type RelationType } from '../../model/model.js';
import { groupBy } from '../group-by.js';
import { anyOf, cypher, query } from '../query.js';
import type { Reader } from './reader.js';

export interface RelationCount {
  readonly type: RelationType;
  readonly direction: 'out' | 'in';
  readonly count: number;
}

interface Row {
  readonly origin: string;
  readonly type: RelationType;
  readonly total: number;
}

const counts = query<{ readonly ids: readonly string[] }, Row, 'pattern'>('relation/counts');
const any = anyOf(relationTypes);
const patterns = { out: cypher`-[relation:${any}]->`, in: cypher`<-[relation:${any}]-` };

/** Units of work for 1,000 relations that are counted. */
const countingWork = 3;

/** How many relations entities have, by type and by the way that they lead. */
export class RelationCountLoader {
  constructor(private readonly reader: Reader) {}

  /** Those that it has, the most first. */
  async of(id: string): Promise<readonly RelationCount[]> {
    const found = await Promise.all([this.along(id, 'out'), this.along(id, 'in')]);
    return found.flat().sort((a, b) => b.count - a.count || Number(a.type > b.type) - Number(a.type < b.type));
  }

  private async along(id: string, direction: RelationCount['direction']): Promise<RelationCount[]> {
    const fetch = async (ids: readonly string[]) => {
      const found = await this.reader.read(counts({ ids }, { pattern: patterns[direction] }));
      const relations = found.reduce((sum, { total }) => sum + total, 0);
      this.reader.payFor(relations, countingWork);
      return groupBy(found, ({ origin }) => origin);
    };
    const rows = await this.reader.batches.load<readonly Row[]>('relation counts', direction, id, fetch, []);
    return rows.map(({ type, total }) => ({ type, direction, count: total }));
  }
}
