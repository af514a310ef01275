import { coverageOf, type Coverage, type CoverageRow, type FullList } from '../inference/coverage.js';
import type { FuzzyDate } from '../time/dates.js';
import { groupBy } from '../group-by.js';
import { query } from '../query.js';
import type { Claim, Entity } from '../stored/rows.js';
import { cachedDate } from '../time/dates.js';
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

  /** Whether a policy or program covers a region, and through which relations; null for an unknown region. */
  async of(origin: string, region: string): Promise<Coverage | null> {
    if ((await this.entities.byId(region)) === null) return null;
    const [rows, lists] = await Promise.all([
      this.rows(origin, region),
      this.claims.about(origin, 'Entity', ['LISTS_ALL_MEMBERS']),
    ]);
    const { on, atLeast = 'POSSIBLE' } = this.reader.asOf;
    return coverageOf(rows, await Promise.all(lists.map((claim) => this.listOf(claim))), { on, atLeast });
  }

  private async listOf(claim: Claim): Promise<FullList> {
    return { claim, stated: await this.statements([claim.id]) };
  }

  /**
   * The day of the latest document that says what these claims say. Where no document has a day: that of the claim itself, else the days until it was recorded.
   * Undefined where there is no claim.
   */
  async statedOn(claimIds: readonly string[]): Promise<FuzzyDate | undefined> {
    const [latest] = (await this.statements(claimIds)).toSorted((a, b) => ((a.latest ?? '') < (b.latest ?? '') ? 1 : -1));
    if (latest !== undefined) return latest;
    const claims = await this.claims.byIds(claimIds);
    const dates = claims.map(
      ({ validity: { from, until }, recordedAt }) => until ?? from ?? cachedDate(`[..${recordedAt.slice(0, 10)}]`),
    );
    return dates[0];
  }

  /** The days of the documents that say what these claims say; one that only dates them does not. */
  private async statements(claimIds: readonly string[]): Promise<readonly FuzzyDate[]> {
    const evidence = await Promise.all(claimIds.map((id) => this.claims.evidence(id)));
    const stating = evidence.flat().filter(({ supports }) => supports === 'FACT');
    const documents = await this.entities.byIds(stating.map(({ document }) => document));
    return documents.map(dayOfDocument).filter((day) => day !== undefined);
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

/** The day on which a document speaks. */
const dayOfDocument = ({ citedOn, publishedOn, writtenOn }: Entity): FuzzyDate | undefined =>
  (citedOn ?? publishedOn ?? writtenOn) as FuzzyDate | undefined;
