/** The list of a relation field, as a part of a plan. */
import type { Label } from '../../model/model.js';
import { block, cypher, type CypherText } from '../query.js';
import { pageSlots } from '../lists/order.js';
import { pageOf, type Page } from '../lists/page.js';
import type { Budget } from '../loaders/budget.js';
import type { RelationList } from '../loaders/relation-loader.js';
import type { Row } from '../loaders/relation-question.js';
import type { Claim, Relation } from '../stored/rows.js';
import type { Block, BlockSlot } from './block.js';
import { claimsBlock, claimsOf, type ClaimReads } from './claims.js';
import { entityItem, insideOf, mapOf, withReads, type EntityReads } from './reads.js';

type Slot = 'pattern' | 'target' | 'filter';
type PageSlot = BlockSlot | Slot | 'measure' | 'key' | 'after' | 'order';
const page = block<PageSlot>('block/related');
const hub = block<PageSlot | 'label' | 'items' | 'index' | 'indexed' | 'reached'>('block/related-hub');
const counted = block<PageSlot>('block/related-counted');
const count = block<Slot | 'name'>('block/related-count');

/** What is read of a list of relations. */
export interface RelationReads {
  readonly count: boolean;
  /** Undefined where the page is not read. */
  readonly page?: EdgeReads | undefined;
}

/** What is read of each relation of a page. */
export interface EdgeReads {
  readonly properties: readonly string[] | undefined;
  readonly node: EntityReads;
  readonly claims?: ClaimReads | undefined;
}

/** What was read of a list of relations. */
export interface PlannedList {
  readonly page?: Page<PlannedRelation>;
  readonly total?: number;
}

export type PlannedRelation = Relation & { readonly claims?: readonly Claim[] };

/** The block of a list. */
export function relationsBlock(list: RelationList, reads: RelationReads, hasOrderedIndexes: boolean): Block {
  const slots = { ...list.slots, filter: list.filter.text };
  if (reads.page === undefined)
    return { text: ({ name }) => count({ ...slots, name }), parameters: list.filter.parameters, item: {}, inside: [] };
  const { node, claims } = reads.page;
  const order = hasOrderedIndexes && !reads.count ? list.order : undefined;
  const paged = { ...slots, ...pageSlots(list.keyset) };
  return {
    text: (own) =>
      order === undefined
        ? (reads.count ? counted : page)({ ...paged, ...own })
        : hub({ ...paged, ...own, ...order, items: list.filter.items }),
    parameters: { ...list.filter.parameters, ...list.keyset.parameters, ...order?.parameters },
    item: relationItem(list, reads.page),
    inside: [
      ...insideOf(node.reads),
      ...(claims === undefined ? [] : [{ at: cypher`relation`, as: 'claims', block: claimsBlock(claims) }]),
    ],
  };
}

/** The columns of a relation; those that are the same in every row are not read. */
const relationItem = (
  { types, listed }: RelationList,
  { properties, node }: EdgeReads,
): Readonly<Record<string, CypherText>> => ({
  relation: mapOf('relation', 'relation', properties && ['id', ...properties]),
  ...(types.length === 1 ? {} : { type: cypher`type(relation)` }),
  ...entityItem(node, listed as Label | 'Entity'),
  key: cypher`key`,
});

type PageRow = Row & { readonly claims?: Parameters<typeof claimsOf>[0] };
type Answer = number | readonly PageRow[] | { readonly rows: readonly PageRow[]; readonly total: number };

/** What an answer says of the list. */
export function plannedList(answer: Answer, list: RelationList, reads: RelationReads, budget: Budget): PlannedList {
  if (typeof answer === 'number') return { total: answer };
  const edges = reads.page as EdgeReads;
  const { rows, total } = 'rows' in answer ? answer : { rows: answer, total: undefined };
  const same = { type: list.types[0], labels: [list.listed] };
  const itemOf = (row: PageRow): PlannedRelation => relationWith(list.itemOf({ ...same, ...row }), row, edges, budget);
  return { page: pageOf(rows, list.keyset, list.cursorOf, itemOf), ...(total === undefined ? {} : { total }) };
}

function relationWith(relation: Relation, row: PageRow, { node, claims }: EdgeReads, budget: Budget): PlannedRelation {
  withReads(relation.node, node.reads, row, budget);
  return claims === undefined || row.claims === undefined
    ? relation
    : Object.assign(relation, { claims: claimsOf(row.claims, claims, budget) });
}
