import {
  allDateProperties,
  compareKeys,
  mayHaveBegun,
  observationItem,
  ownItems,
  relationItems,
  timelineKey,
  type DatedRelation,
  type TimelineItem,
  timelineLimit,
} from '../timeline/timeline.js';
import { isAtLeast } from '../time/certainty.js';
import { usualRelationTypes, type TimelineKind } from '../../model/model.js';
import { groupBy } from '../group-by.js';
import { decode, encode, pageSizes, type PageArguments } from '../lists/order.js';
import { emptyTable, lazyList, type List, type Page } from '../lists/page.js';
import { anyOf, cypher, query, type CypherText } from '../query.js';
import { relationOf, type Claim, type Entity, type RelationRow } from '../stored/rows.js';
import type { ClaimLoader, ClaimPage } from './claim-loader.js';
import type { EntityLoader } from './entity-loader.js';
import type { ObservationLoader } from './observation-loader.js';
import type { Ids, Reader } from './reader.js';

type Values = Readonly<Record<string, unknown>>;

const datedRelations = query<Values, RelationRow & { origin: string }, 'pattern' | 'filter'>('timeline/relations');

export interface Timeline extends List<TimelineItem> {
  /** There is more than was considered. */
  truncated(): Promise<boolean>;
}

interface Considered {
  readonly items: readonly TimelineItem[];
  readonly truncated: boolean;
}

const usualTypes = anyOf(usualRelationTypes);
const patterns = {
  out: cypher`-[relation:${usualTypes}]->`,
  in: cypher`<-[relation:${usualTypes}]-`,
  documents: cypher`<-[relation:MENTIONS]-`,
};
const isDated = ['relation.from', 'relation.until', ...allDateProperties.map((property) => `node.${property}`)]
  .map((name) => `${name} IS NOT NULL`)
  .join(' OR ') as CypherText;

/** At an earlier instant an entity may have had a date that it has no longer. */
const any = cypher`true`;

/** Units of work for 1,000 relations, documents and values that are read and put in order. */
const gatheringWork = 25;

export class TimelineLoader {
  private readonly gathered = new Map<string, Promise<Considered>>();

  constructor(
    private readonly reader: Reader,
    private readonly entities: EntityLoader,
    private readonly observations: ObservationLoader,
    private readonly claims: ClaimLoader,
  ) {}

  /** What happened to an entity and around it. It is gathered in whole, and paged here: its sources are of several kinds. */
  of(entity: Entity, page: PageArguments, kinds?: readonly TimelineKind[]): Timeline {
    const considered = () => this.considered(entity);
    const items = async () => (await considered()).items.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
    return {
      ...lazyList(
        async () => pageOfSorted(await items(), page),
        async () => (await items()).length,
        () => Promise.resolve(emptyTable),
      ), // the API has no facets of timelines
      truncated: async () => (await considered()).truncated,
    };
  }

  /** Whatever the page and the kinds, it is gathered once. */
  private considered(entity: Entity): Promise<Considered> {
    const gathered = this.gathered.get(entity.id) ?? this.gather(entity);
    this.gathered.set(entity.id, gathered);
    return gathered;
  }

  private async gather(entity: Entity): Promise<Considered> {
    const [out, inward, documents, observed] = await Promise.all([
      this.related(entity.id, 'out'),
      this.related(entity.id, 'in'),
      this.related(entity.id, 'documents'),
      this.observed(entity.id),
    ]);
    this.reader.payFor(out.length + inward.length + documents.length + observed.items.length, gatheringWork);
    await this.reader.slices.next();
    const dated: DatedRelation[] = [
      ...out.map((relation) => ({ relation, direction: 'out' as const })),
      ...inward.map((relation) => ({ relation, direction: 'in' as const })),
    ];
    const named = [entity, ...[...dated.map(({ relation }) => relation), ...documents].map(({ node }) => node)];
    const items = [...named.flatMap(ownItems), ...relationItems(entity, dated), ...observed.items];
    const distinct = [...new Map(items.map((item) => [item.id, item])).values()];
    const begun = distinct.filter((item) => mayHaveBegun(item, this.reader.asOf.on));
    return {
      items: begun.sort((a, b) => compareKeys(timelineKey(a), timelineKey(b))),
      truncated: observed.truncated || [out, inward, documents].some(({ length }) => length === timelineLimit),
    };
  }

  private async related(id: string, along: keyof typeof patterns) {
    const fetch = async (ids: Ids['ids']) => {
      const rows = await this.reader.read(
        datedRelations({ ids, limit: timelineLimit }, { pattern: patterns[along], filter: this.reader.isOfNow ? isDated : any }),
      );
      return groupBy(rows, ({ origin }) => origin);
    };
    const rows = await this.reader.batches.load<readonly RelationRow[]>('dated relations', along, id, fetch, []);
    const { on, atLeast = 'POSSIBLE' } = this.reader.asOf;
    const relations = await this.reader.slices.map(rows, (row) => relationOf(row, on));
    return relations.filter(({ certainty }) => certainty === undefined || isAtLeast(certainty, atLeast));
  }

  private async observed(id: string): Promise<Considered> {
    const { edges, hasNextPage } = await this.observations
      .of(id, {
        first: timelineLimit,
        uncounted: true,
        where: { period: { known: true } },
        order: { property: 'periodEarliest', direction: 'ASC' },
      })
      .page();
    const items = edges.map(async ({ item }) =>
      item.period === undefined
        ? []
        : [observationItem(item, item.period, (await this.entities.byId(item.indicator)) ?? undefined)],
    );
    return { items: (await Promise.all(items)).flat(), truncated: hasNextPage };
  }

  /** A page of the claims that an item rests on. */
  async claimsOf({ claims, observation }: TimelineItem, page: ClaimPage): Promise<readonly Claim[]> {
    if ('ids' in claims) return this.claims.pageOf(claims.ids, page);
    if (observation !== undefined) return this.claims.pageAbout(observation.id, 'Observation', page);
    const all = await this.claims.about(claims.about, 'Entity', allDateProperties);
    const ids = all.filter(({ predicate }) => predicate === claims.predicate).map(({ id }) => id);
    return this.claims.pageOf(ids, page);
  }
}

const order = 'timeline';

function pageOfSorted(items: readonly TimelineItem[], { first, after, last, before }: PageArguments): Page<TimelineItem> {
  const [start, end] = [bound(after, 'after'), bound(before, 'before')];
  const between = items
    .map((item) => ({ item, key: timelineKey(item) }))
    .filter(
      ({ key }) => (start === undefined || compareKeys(key, start) > 0) && (end === undefined || compareKeys(key, end) < 0),
    );
  const size = last ?? first ?? pageSizes.default;
  const wanted = last === undefined ? between.slice(0, size) : between.slice(-size);
  const more = wanted.length < between.length;
  return {
    edges: wanted.map(({ item, key }) => ({ item, cursor: encode(order, ...key) })),
    hasNextPage: end !== undefined || (last === undefined && more),
    hasPreviousPage: start !== undefined || (last !== undefined && more),
  };
}

function bound(cursor: string | undefined, argument: 'after' | 'before'): readonly [string, string] | undefined {
  if (cursor === undefined) return undefined;
  const [key, tie] = decode(cursor, argument, order);
  return [String(key), tie];
}
