import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import { integers } from '../../src/graph/neo4j/parameters.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { forNeo4j } from '../../src/graph/stored/projection.js';
import { RecordingGraph } from '../support/recording-graph.js';

/** How a statement ran on Neo4j. */
export interface Profile {
  readonly statement: string;
  readonly hits: number;
  /** Of the answer, and of the maps in its lists. */
  readonly rows: number;
  /** Operators such as `NodeIndexSeekByRange`, each with its details. */
  readonly operators: readonly { readonly name: string; readonly details: string }[];
}

/** A graph in a Neo4j that profiles each statement that it is asked to read. */
export class ProfilingGraph extends RecordingGraph {
  readonly profiles: Profile[] = [];

  constructor(
    inner: Graph,
    private readonly driver: Driver,
  ) {
    super(inner);
  }

  override async read<Row>({ name, text, parameters }: Statement<Row>): Promise<Row[]> {
    const { records, summary } = await this.driver.executeQuery(
      `PROFILE ${forNeo4j(text)}`,
      integers(parameters) as Record<string, unknown>,
      {
        routing: neo4j.routing.READ,
      },
    );
    const rows = records.map((record) => record.toObject());
    const plans = summary.profile === false ? [] : plansIn(summary.profile);
    const hits = plans.reduce((sum, { dbHits }) => sum + dbHits, 0);
    const operators = plans.map(({ operatorType, arguments: { Details } }) => ({
      name: operatorType.replace('@neo4j', ''),
      details: Details ?? '',
    }));
    this.profiles.push({ statement: name, hits, rows: sizeOf(rows), operators });
    return rows as Row[];
  }
}

const plansIn = (plan: ProfiledPlan): ProfiledPlan[] => [plan, ...plan.children.flatMap(plansIn)];

/** How many maps there are in an answer, at any depth. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + sizeOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((sum, each) => sum + sizeOf(each), 0);
}
