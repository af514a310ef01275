import { facetKey, type FacetRow } from '../lists/facet.js';
import { compileFilter } from '../lists/filter/filter.js';
import { compilePage } from '../lists/order.js';
import { cursorFor, pageOf, type List } from '../lists/page.js';
import { query, type Fragment } from '../query.js';
import { reaches, type Reach } from '../lists/reach.js';
import { observationOf, type Observation, type Properties } from '../stored/rows.js';
import type { ListArguments } from './list-loader.js';
import { listOfEach, type Question } from './list-of-each.js';
import type { Ids, Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;

const byId = query<{ ids: readonly string[] }, { node: Properties }>('observation/by-id');
const page = query<Values, { origin: string; rows: Properties[] }, 'filter' | 'after' | 'order'>('observation/page');
const count = query<Values, { origin: string; total: number }, 'filter'>('observation/count');
const pageReaching = query<Values, { origin: string; rows: Properties[] }, 'filter' | 'after' | 'order' | 'reach'>(
  'observation/page-reaching',
);
const countReaching = query<Values, { origin: string; total: number }, 'filter' | 'reach'>('observation/count-reaching');
const facet = query<Values, FacetRow & { origin: string }, 'filter' | 'key'>('observation/facet');
const facetReaching = query<Values, FacetRow & { origin: string }, 'filter' | 'key' | 'reach'>('observation/facet-reaching');

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
    const paged = { filter: filter.text, after: keyset.where, order: keyset.order };
    const cursorOf = (node: Properties) => cursorFor(args.order.property, node, node['id'] as string);
    const own: Question<Properties> = {
      page: (values) => page(values, paged),
      count: (values) => count(values, { filter: filter.text }),
      facet: (values, by) => facet(values, { filter: filter.text, key: facetKey('Observation', by) }),
    };
    const question = args.reach === undefined ? own : reaching(reaches[args.reach], paged);
    return listOfEach(
      this.reader,
      id,
      { kind: 'observations', variant: args, filter, keyset, uncounted: args.uncounted },
      question,
      (rows) => pageOf(rows, keyset, cursorOf, observationOf),
    );
  }
}

function reaching(reach: Fragment, paged: Readonly<Record<'filter' | 'after' | 'order', Fragment>>): Question<Properties> {
  const { filter } = paged;
  return {
    page: (values) => pageReaching(values, { ...paged, reach }),
    count: (values) => countReaching(values, { filter, reach }),
    facet: (values, by) => facetReaching(values, { filter, reach, key: facetKey('Observation', by) }),
  };
}
