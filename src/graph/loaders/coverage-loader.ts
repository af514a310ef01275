import { coverageOf, type Coverage, type CoverageRow } from '../coverage.js';
import { groupBy } from '../group-by.js';
import { query } from '../query.js';
import type { ClaimLoader } from './claim-loader.js';
import type { EntityLoader } from './entity-loader.js';
import type { Reader } from './reader.js';

const coverage = query<{ rows: readonly { origin: string; region: string }[] }, CoverageRow>('relation/coverage');

const key = (origin: string, region: string) => `${origin} ${region}`;

export class CoverageLoader {
  constructor(
    private readonly reader: Reader,
    private readonly claims: ClaimLoader,
    private readonly entities: EntityLoader,
  ) {}

  /** Whether a policy or program covers a region, and through which relations; null for a region that is not there. */
  async of(origin: string, region: string): Promise<Coverage | null> {
    if ((await this.entities.byId(region)) === null) return null;
    const [rows, lists] = await Promise.all([
      this.rows(origin, region),
      this.claims.about(origin, 'Entity', ['LISTS_ALL_MEMBERS']),
    ]);
    return coverageOf(rows, lists, this.reader.asOf.on);
  }

  private rows(origin: string, region: string): Promise<readonly CoverageRow[]> {
    const fetch = async (keys: readonly string[]) => {
      const pairs = keys.map((each) => each.split(' ') as [string, string]);
      const rows = await this.reader.read(coverage({ rows: pairs.map(([from, to]) => ({ origin: from, region: to })) }));
      return groupBy(rows, (row) => key(row.origin, row.region));
    };
    return this.reader.batches.load<readonly CoverageRow[]>('coverage', null, key(origin, region), fetch, []);
  }
}
