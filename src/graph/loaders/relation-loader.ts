import { facetKey, facetsByOrigin, type FacetRow } from '../facet.js';
import { compileFilter, type Predicate } from '../filter.js';
import type { Label, RelationType } from '../model.js';
import { compilePage, type Keyset } from '../order.js';
import { cursorFor, emptyPage, lazyList, pageOf, type List, type Page } from '../page.js';
import { anyOf, fragment, nameOf, query, type Fragment, type Statement } from '../query.js';
import { reaches, type Reach } from '../reach.js';
import { relationOf, rolledUpOf, type Relation, type RelationRow, type RolledUpRow } from '../rows.js';
import type { ListArguments } from './list-loader.js';
import type { Ids, Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;
type Common = 'pattern' | 'label' | 'filter';
type Paged = 'after' | 'order';

const page = query<Values, { origin: string; rows: RelationRow[] }, Common | Paged>('relation/page');
const count = query<Values, { origin: string; total: number }, Common>('relation/count');
const pageReaching = query<Values, { origin: string; rows: RelationRow[] }, Common | Paged | 'reach'>('relation/page-reaching');
const countReaching = query<Values, { origin: string; total: number }, Common | 'reach'>('relation/count-reaching');
const pageNearest = query<Values, { origin: string; rows: RelationRow[] }, Common | Paged | 'reach' | 'back'>(
  'relation/page-nearest',
);
const countNearest = query<Values, { origin: string; total: number }, Common | 'reach'>('relation/count-nearest');
const pageRolledUp = query<Values, { origin: string; rows: RolledUpRow[] }, 'pattern' | 'filter' | Paged>(
  'relation/page-rolled-up',
);
const countRolledUp = query<Values, { origin: string; total: number }, 'pattern' | 'filter'>('relation/count-rolled-up');
const facet = query<Values, FacetRow & { origin: string }, Common | 'key'>('relation/facet');
const facetReaching = query<Values, FacetRow & { origin: string }, Common | 'key' | 'reach'>('relation/facet-reaching');
const facetNearest = query<Values, FacetRow & { origin: string }, Common | 'key' | 'reach'>('relation/facet-nearest');
const facetRolledUp = query<Values, FacetRow & { origin: string }, 'pattern' | 'filter' | 'key'>('relation/facet-rolled-up');

export interface RelationArguments extends ListArguments {
  /** Also what the regions or agencies within reach have: what covers several regions once, through the nearest of them. */
  readonly reach?: Reach | undefined;
  /** Folds regions into those of this level. */
  readonly rollUpTo?: string | undefined;
}

/** A way from an entity: a relation field of the model, or any types of relations, whichever way they lead. */
export interface Way {
  readonly types: readonly RelationType[];
  readonly direction: 'out' | 'in' | 'any';
  /** The labels of what it leads to; of any label where there are several. */
  readonly targets: readonly Label[];
}

/** What one statement answers for many parents at once. */
interface Question<Row> {
  readonly page: (values: Values) => Statement<{ origin: string; rows: Row[] }>;
  readonly count: (values: Values) => Statement<{ origin: string; total: number }>;
  readonly facet: (values: Values, by: string) => Statement<FacetRow & { origin: string }>;
}

export class RelationLoader {
  constructor(private readonly reader: Reader) {}

  /** What stands at the other end of a relation field of an entity. */
  related(id: string, field: Way, args: RelationArguments): List<Relation> {
    const { on } = this.reader.asOf;
    const listed = listedBy(field);
    const filter = compileFilter(listed, args.where);
    if (args.rollUpTo !== undefined) return this.rolledUp(id, field, args, filter, args.rollUpTo);
    const onceEach = args.reach !== undefined && args.reach !== 'PARTS';
    const keyset = compilePage(args, args.order, onceEach ? 'node.id' : 'relation.id');
    const slots = { pattern: pattern(field), label: nameOf(listed), filter: filter.text };
    const question = questionOf(args.reach, field, slots, { after: keyset.where, order: keyset.order });
    const cursorOf = ({ node, relation }: RelationRow) =>
      cursorFor(args.order.property, node, (onceEach ? node : relation)['id'] as string);
    return this.ask(id, [field, args], question, filter, keyset, (rows) =>
      pageOf(rows, keyset, cursorOf, (row) => relationOf(row, on)),
    );
  }

  private rolledUp(id: string, field: Way, args: RelationArguments, filter: Predicate, level: string): List<Relation> {
    const { on } = this.reader.asOf;
    const keyset = compilePage(args, args.order, 'node.id');
    const slots = { pattern: pattern(field), filter: filter.text };
    const question: Question<RolledUpRow> = {
      page: (values) => pageRolledUp({ ...values, level }, { ...slots, after: keyset.where, order: keyset.order }),
      count: (values) => countRolledUp({ ...values, level }, slots),
      facet: (values, by) => facetRolledUp({ ...values, level }, { ...slots, key: facetKey('Region', by) }),
    };
    const cursorOf = ({ node }: RolledUpRow) => cursorFor(args.order.property, node, node['id'] as string);
    return this.ask(id, [field, args], question, filter, keyset, (rows) =>
      pageOf(rows, keyset, cursorOf, (row) => rolledUpOf(row, on)),
    );
  }

  private ask<Row>(
    id: string,
    variant: unknown,
    { page, count, facet }: Question<Row>,
    filter: Predicate,
    keyset: Keyset,
    pageFrom: (rows: readonly Row[]) => Page<Relation>,
  ): List<Relation> {
    const fetchPages = async (ids: Ids['ids']) => {
      const rows = await this.reader.read(page({ ids, ...filter.parameters, ...keyset.parameters }));
      return new Map(rows.map((row) => [row.origin, pageFrom(row.rows)]));
    };
    const fetchCounts = async (ids: Ids['ids']) => {
      const rows = await this.reader.read(count({ ids, ...filter.parameters }));
      return new Map(rows.map(({ origin, total }) => [origin, total]));
    };
    const fetchFacets = (by: string) => async (ids: Ids['ids']) =>
      facetsByOrigin(await this.reader.read(facet({ ids, ...filter.parameters }, by)));
    return lazyList(
      () => this.reader.batches.load('related', variant, id, fetchPages, emptyPage),
      () => this.reader.batches.load('count of related', variant, id, fetchCounts, 0),
      (by) => this.reader.batches.load('facet of related', [by, variant], id, fetchFacets(by), []),
    );
  }
}

/** A program that covers three cities of a province is one program of the province; a person with two posts in a ministry holds both. */
function questionOf(
  scope: Reach | undefined,
  way: Way,
  slots: Readonly<Record<Common, Fragment>>,
  paged: Readonly<Record<Paged, Fragment>>,
): Question<RelationRow> {
  const key = (by: string) => facetKey(listedBy(way), by);
  if (scope === undefined)
    return {
      page: (values) => page(values, { ...slots, ...paged }),
      count: (values) => count(values, slots),
      facet: (values, by) => facet(values, { ...slots, key: key(by) }),
    };
  const within = { ...slots, reach: reaches[scope] };
  if (scope === 'PARTS')
    return {
      page: (values) => pageReaching(values, { ...within, ...paged }),
      count: (values) => countReaching(values, within),
      facet: (values, by) => facetReaching(values, { ...within, key: key(by) }),
    };
  const back = pattern({ ...way, direction: opposite[way.direction] });
  return {
    page: (values) => pageNearest(values, { ...within, ...paged, back }),
    count: (values) => countNearest(values, within),
    facet: (values, by) => facetNearest(values, { ...within, key: key(by) }),
  };
}

const opposite = { in: 'out', out: 'in', any: 'any' } as const;

const listedBy = ({ targets }: Way): Label | 'Entity' => (targets.length === 1 ? (targets[0] as Label) : 'Entity');

function pattern({ types, direction }: Way): Fragment {
  const relation = fragment`-[relation:${anyOf(types)}]-`;
  if (direction === 'any') return relation;
  return direction === 'out' ? fragment`${relation}>` : fragment`<${relation}`;
}
