import { facetKey, type FacetRow } from '../lists/facet.js';
import { compileFilter } from '../lists/filter/filter.js';
import type { ClaimEdge } from '../../model/model.js';
import { compilePage } from '../lists/order.js';
import { cursorFor, pageOf, type List } from '../lists/page.js';
import { query, type Fragment } from '../query.js';
import type { Properties } from '../stored/rows.js';
import type { ListArguments } from './list-loader.js';
import { listOfEach } from './list-of-each.js';
import type { Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;

const page = query<Values, { origin: string; rows: Properties[] }, 'type' | 'filter' | 'after' | 'order'>('claim/page');
const count = query<Values, { origin: string; total: number }, 'type' | 'filter'>('claim/count');
const facet = query<Values, FacetRow & { origin: string }, 'type' | 'filter' | 'key'>('claim/facet');

export class ClaimListLoader {
  constructor(private readonly reader: Reader) {}

  /** The ids of the live claims that are joined to an entity in one way, such as those that are about it. */
  of(id: string, edge: ClaimEdge, args: ListArguments): List<string> {
    const filter = compileFilter('Claim', args.where);
    const keyset = compilePage(args, args.order, 'node.id', 'Claim');
    const slots = { type: edge as string as Fragment, filter: filter.text };
    const cursorOf = (node: Properties) => cursorFor(args.order.property, node, node['id'] as string);
    return listOfEach(
      this.reader,
      id,
      { kind: `claims by ${edge}`, variant: args, filter, keyset },
      {
        page: (values) => page(values, { ...slots, after: keyset.where, order: keyset.order }),
        count: (values) => count(values, slots),
        facet: (values, by) => facet(values, { ...slots, key: facetKey('Claim', by) }),
      },
      (rows) => pageOf(rows, keyset, cursorOf, (node) => node['id'] as string),
    );
  }
}
