import { certaintyOf } from '../time/as-of.js';
import type { Certainty } from '../time/certainty.js';
import { facetKey, type FacetRow } from '../lists/facet.js';
import { compileFilter } from '../lists/filter/filter.js';
import { compileEdgeFilter, type EdgeFilter, type EdgeModel } from '../lists/filter/edges.js';
import type { Predicate } from '../lists/filter/scope.js';
import type { Label, RelationType } from '../../model/model.js';
import { compilePage } from '../lists/order.js';
import { cursorFor, emptyList, pageOf, type List } from '../lists/page.js';
import { anyOf, fragment, nameOf, query, type Fragment } from '../query.js';
import { reaches, type Reach } from '../lists/reach.js';
import { relationOf, rolledUpOf, type Relation, type RelationRow, type RolledUpRow } from '../stored/rows.js';
import type { ListArguments } from './list-loader.js';
import { listOfEach, type Question } from './list-of-each.js';
import type { Reader } from './reader.js';

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
  /** Only relations that hold with one of these certainties. */
  readonly certainty?: readonly Certainty[] | undefined;
  /** Only relations that pass this filter. */
  readonly edge?: EdgeFilter | undefined;
  /** Folds regions into those of this level. */
  readonly rollUpTo?: string | undefined;
}

/** A way from an entity: a relation field of the model, or any types of relations, whichever way they lead. */
export interface Way {
  readonly types: readonly RelationType[];
  readonly direction: 'out' | 'in' | 'any';
  /** The labels of what it leads to; of any label where there are several. */
  readonly targets: readonly Label[];
  /** What its relations can be filtered by besides what all have. */
  readonly attributes?: EdgeModel['attributes'];
}

export class RelationLoader {
  constructor(private readonly reader: Reader) {}

  /** What is at the other end of a relation field of an entity. */
  related(id: string, field: Way, args: RelationArguments): List<Relation> {
    if (field.types.length === 0) return emptyList; // a pattern without types is one of any type
    const { on } = this.reader.asOf;
    const listed = listedBy(field);
    const filter = filterOf(field, listed, args);
    if (args.rollUpTo !== undefined) return this.rolledUp(id, field, args, filter, args.rollUpTo);
    const onceEach = args.reach !== undefined && args.reach !== 'PARTS';
    const keyset = compilePage(args, args.order, onceEach ? 'node.id' : 'relation.id', listed);
    const slots = { pattern: pattern(field), label: nameOf(listed), filter: filter.text };
    const question = questionOf(args.reach, field, slots, { after: keyset.where, order: keyset.order });
    const cursorOf = ({ node, relation }: RelationRow) =>
      cursorFor(args.order.property, node, (onceEach ? node : relation)['id'] as string);
    return listOfEach(this.reader, id, { kind: 'related', variant: [field, args], filter, keyset }, question, (rows) =>
      pageOf(rows, keyset, cursorOf, (row) => relationOf(row, on)),
    );
  }

  private rolledUp(id: string, field: Way, args: RelationArguments, filter: Predicate, level: string): List<Relation> {
    const { on } = this.reader.asOf;
    const keyset = compilePage(args, args.order, 'node.id', 'Region');
    const slots = { pattern: pattern(field), filter: filter.text };
    const question: Question<RolledUpRow> = {
      page: (values) => pageRolledUp({ ...values, level }, { ...slots, after: keyset.where, order: keyset.order }),
      count: (values) => countRolledUp({ ...values, level }, slots),
      facet: (values, by) => facetRolledUp({ ...values, level }, { ...slots, key: facetKey('Region', by) }),
    };
    const cursorOf = ({ node }: RolledUpRow) => cursorFor(args.order.property, node, node['id'] as string);
    return listOfEach(this.reader, id, { kind: 'related', variant: [field, args], filter, keyset }, question, (rows) =>
      pageOf(rows, keyset, cursorOf, (row) => rolledUpOf(row, on)),
    );
  }
}

/** What the items and the relations to them must pass. */
function filterOf(
  { types, attributes = {} }: Way,
  listed: Label | 'Entity',
  { where, edge, certainty }: RelationArguments,
): Predicate {
  const [items, relations] = [compileFilter(listed, where), compileEdgeFilter({ types, attributes }, edge)];
  const isCertain = certainty === undefined ? 'true' : `${certaintyOf('relation')} IN $certainty`;
  return {
    text: `${items.text} AND ${relations.text} AND ${isCertain}` as Fragment,
    parameters: { ...items.parameters, ...relations.parameters, ...(certainty === undefined ? {} : { certainty }) },
  };
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
