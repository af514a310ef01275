/** Everything that one request reads of the graph: one statement per field and level, never per row. */
import type { AsOf } from '../time/as-of.js';
import type { Graph } from '../port.js';
import type { Budget } from './budget.js';
import { ChangesetLoader } from './changeset-loader.js';
import { ClaimListLoader } from './claim-list-loader.js';
import { ClaimLoader } from './claim-loader.js';
import { ContradictionLoader } from './contradiction-loader.js';
import { CoverageLoader } from './coverage-loader.js';
import { DifferenceLoader } from './difference-loader.js';
import { EntityLoader } from './entity-loader.js';
import { ListLoader } from './list-loader.js';
import { ObservationLoader } from './observation-loader.js';
import { NameLoader } from './name-loader.js';
import { PlanLoader } from '../plan/plan-loader.js';
import { PlaceLoader } from './place-loader.js';
import { Reader } from './reader.js';
import { RelationCountLoader } from './relation-count-loader.js';
import { RelationLoader } from './relation-loader.js';
import { SearchLoader } from './search-loader.js';
import { TimelineLoader } from './timeline-loader.js';
import { WalkLoader } from './walk-loader.js';
import { StatisticsLoader } from './statistics-loader.js';

export class Loaders {
  readonly reader: Reader;
  readonly plans: PlanLoader;
  readonly entities: EntityLoader;
  readonly claims: ClaimLoader;
  readonly claimLists: ClaimListLoader;
  readonly changesets: ChangesetLoader;
  readonly lists: ListLoader;
  readonly relations: RelationLoader;
  readonly relationCounts: RelationCountLoader;
  readonly observations: ObservationLoader;
  readonly coverage: CoverageLoader;
  readonly search: SearchLoader;
  readonly names: NameLoader;
  readonly walks: WalkLoader;
  readonly contradictions: ContradictionLoader;
  readonly differences: DifferenceLoader;
  readonly timelines: TimelineLoader;
  readonly statistics: StatisticsLoader;

  constructor(graph: Graph, asOf: AsOf, signal?: AbortSignal, budget?: Budget) {
    this.reader = new Reader(graph, asOf, signal, budget);
    this.plans = new PlanLoader(this.reader);
    this.entities = new EntityLoader(this.reader);
    this.claims = new ClaimLoader(this.reader);
    this.claimLists = new ClaimListLoader(this.reader);
    this.changesets = new ChangesetLoader(this.reader);
    this.lists = new ListLoader(this.reader);
    this.relations = new RelationLoader(this.reader);
    this.relationCounts = new RelationCountLoader(this.reader);
    this.observations = new ObservationLoader(this.reader);
    this.coverage = new CoverageLoader(this.reader, this.claims, this.entities);
    this.walks = new WalkLoader(this.reader, this.entities);
    this.contradictions = new ContradictionLoader(this.reader, this.entities, this.claims);
    this.differences = new DifferenceLoader(this.reader);
    this.timelines = new TimelineLoader(this.reader, this.entities, this.observations, this.claims);
    this.statistics = new StatisticsLoader(this.reader);
    this.search = new SearchLoader(this.reader);
    this.names = new NameLoader(this.reader, this.search, new PlaceLoader(this.reader));
  }
}
