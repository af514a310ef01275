import { facetKey, facetsByOrigin, type FacetRow } from '../facet.js';
import { compileFilter } from '../filter.js';
import { compilePage } from '../order.js';
import { cursorFor, emptyPage, lazyList, pageOf, type List } from '../page.js';
import { query } from '../query.js';
import { reaches, type Reach } from '../reach.js';
import { observationOf, type Observation, type Properties } from '../rows.js';
import type { ListArguments } from './list-loader.js';
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
}

export class ObservationLoader {
  constructor(private readonly reader: Reader) {}

  /** The observation with this id, or null. */
  byId(id: string): Promise<Observation | null> {
    const fetch = async (ids: Ids['ids']) => {
      const observations = (await this.reader.read(byId({ ids }))).map(({ node }) => observationOf(node));
      return new Map(observations.map((observation) => [observation.id, observation]));
    };
    return this.reader.batches.load<Observation | null>('observation', null, id, fetch, null);
  }

  /** The observations that measure, are about, or were made in an entity. */
  of(id: string, args: ObservationArguments): List<Observation> {
    const filter = compileFilter('Observation', args.where);
    const keyset = compilePage(args, args.order, 'node.id');
    const paged = { filter: filter.text, after: keyset.where, order: keyset.order };
    const reach = args.reach === undefined ? undefined : reaches[args.reach];
    const cursorOf = (node: Properties) => cursorFor(args.order.property, node, node['id'] as string);
    const fetchPages = async (ids: Ids['ids']) => {
      const values = { ids, ...filter.parameters, ...keyset.parameters };
      const rows = await this.reader.read(reach === undefined ? page(values, paged) : pageReaching(values, { ...paged, reach }));
      return new Map(rows.map((row) => [row.origin, pageOf(row.rows, keyset, cursorOf, observationOf)]));
    };
    const fetchCounts = async (ids: Ids['ids']) => {
      const values = { ids, ...filter.parameters };
      const slots = { filter: filter.text };
      const rows = await this.reader.read(
        reach === undefined ? count(values, slots) : countReaching(values, { ...slots, reach }),
      );
      return new Map(rows.map(({ origin, total }) => [origin, total]));
    };
    const fetchFacets = (by: string) => async (ids: Ids['ids']) => {
      const values = { ids, ...filter.parameters };
      const slots = { filter: filter.text, key: facetKey('Observation', by) };
      return facetsByOrigin(
        await this.reader.read(reach === undefined ? facet(values, slots) : facetReaching(values, { ...slots, reach })),
      );
    };
    return lazyList(
      () => this.reader.batches.load('observations', args, id, fetchPages, emptyPage),
      () => this.reader.batches.load('count of observations', args, id, fetchCounts, 0),
      (by) => this.reader.batches.load('facet of observations', [by, args], id, fetchFacets(by), []),
    );
  }
}
