import { compileFilter } from '../lists/filter/filter.js';
import { compilePage, encode } from '../lists/order.js';
import type { List } from '../lists/page.js';
import { cypher, query } from '../query.js';
import { reaches, type Reach } from '../lists/reach.js';
import { observationOf, type Observation, type Properties } from '../stored/rows.js';
import type { ListArguments } from './list-loader.js';
import { listOfEach, listStatements } from './list-of-each.js';
import type { Ids, Reader } from './reader.js';

const byId = query<{ ids: readonly string[] }, { node: Properties }>('observation/by-id');
interface Row {
  readonly node: Properties;
  readonly key: unknown;
}

const own = listStatements<Row>('observation');
const reaching = listStatements<Row, 'reach'>('observation', '-reaching');

export interface ObservationArguments extends ListArguments {
  /** Values of the regions within reach, in place of those about the entity itself. */
  readonly reach?: Reach | undefined;
  readonly uncounted?: boolean | undefined;
}

export class ObservationLoader {
  constructor(private readonly reader: Reader) {}

  /** The observation with this id, or null. */
  byId(id: string): Promise<Observation | null> {
    const fetch = async (ids: Ids['ids']) => {
      const observations = (await this.reader.readByIds(ids, byId)).map(({ node }) => observationOf(node));
      return new Map(observations.map((observation) => [observation.id, observation]));
    };
    return this.reader.batches.load<Observation | null>('observation', null, id, fetch, null);
  }

  /** The observations that measure, are about, or were made in an entity. */
  of(id: string, args: ObservationArguments): List<Observation> {
    const filter = compileFilter('Observation', args.where);
    const keyset = compilePage(args, args.order, 'node.id', 'Observation');
    return listOfEach(this.reader, id, {
      listed: 'Observation',
      kind: 'observations',
      variant: args,
      statements: args.reach === undefined ? own : reaching,
      slots: { reach: args.reach === undefined ? cypher`` : reaches[args.reach] },
      filter,
      keyset,
      cursorOf: ({ node, key }) => encode(args.order.property, key, node['id'] as string),
      itemOf: ({ node }) => observationOf(node),
      uncounted: args.uncounted,
    });
  }
}
