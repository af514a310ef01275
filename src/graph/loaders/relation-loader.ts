import { targetOf } from '../../model/model.js';
import { GraphError } from '../errors.js';
import type { CypherText } from '../query.js';
import { holds } from '../time/as-of.js';
import { compileRelatedFilter, type RelatedFilter, type RelatedPredicate } from '../lists/filter/related.js';
import { indexOrder, type IndexOrder } from '../lists/hub.js';
import { compilePage, encode } from '../lists/order.js';
import { emptyList, type List } from '../lists/page.js';
import type { Reach } from '../lists/reach.js';
import { relationOf, rolledUpOf, type Relation } from '../stored/rows.js';
import type { ListArguments } from './list-loader.js';
import { listOfEach, type ListOf } from './list-of-each.js';
import type { Reader } from './reader.js';
import { relationQuestion, type Row, type Slot, type Way } from './relation-question.js';

export interface RelationArguments extends ListArguments, RelatedFilter {
  /** Also what the regions or agencies within reach have: what covers several regions once, through the nearest of them. */
  readonly reach?: Reach | undefined;
  /** Folds regions into those of this level. */
  readonly rollUpTo?: string | undefined;
}

export interface RelationList extends ListOf<Row, Relation, Slot> {
  readonly types: Way['types'];
  readonly filter: RelatedPredicate;
  /** How its page is found where an entity has a large share of all items. */
  readonly order: IndexOrder | undefined;
}

/** The list of what is at the other end of a relation field, for any entity, as seen on a day. */
export function relationList(way: Way, args: RelationArguments, on: string): RelationList {
  const listed = targetOf(way);
  const { statements, slots, values, tie } = relationQuestion(way, args.reach, args.rollUpTo);
  if (args.rollUpTo !== undefined && args.order.edge !== undefined) throw ofSeveral();
  const page = compilePage(args, args.order, tie, listed);
  const idOf = (row: Row) => ('relation' in row && tie === 'relation.id' ? row.relation : row.node)['id'] as string;
  return {
    listed,
    types: way.types,
    kind: 'related',
    variant: [way, args],
    statements,
    slots,
    values,
    order: tie === 'relation.id' && listed !== 'Entity' ? indexOrder(page, args.order, args.where) : undefined,
    filter: compileRelatedFilter(listed, { attributes: {}, ...way }, args),
    keyset: args.order.edge !== undefined && tie === 'node.id' ? { ...page, measure: nearestAgain(slots.back) } : page,
    cursorOf: (row) => encode(args.order.property, row.key, idOf(row)),
    itemOf: (row) => ('relation' in row ? relationOf(row, on) : rolledUpOf(row, on)),
  };
}

export class RelationLoader {
  constructor(private readonly reader: Reader) {}

  /** What is at the other end of a relation field of an entity. */
  related(id: string, way: Way, args: RelationArguments): List<Relation> {
    if (way.types.length === 0) return emptyList; // a pattern without types is one of any type
    const list = this.reader.memo.of(way, args, () => relationList(way, args, this.reader.asOf.on));
    return listOfEach(this.reader, id, list);
  }
}

const ofSeveral = (): GraphError =>
  new GraphError(
    'BAD_USER_INPUT',
    '"orderBy" must be an order of regions, such as NAME_ASC, where "rollUpTo" folds several relations into one.',
  );

/** Finds the nearest relation of a node again, where it is what nodes are ordered by. */
const nearestAgain = (back: CypherText): CypherText =>
  `MATCH (node)${back}(origin:Entity) WHERE relation.id = substring(way, 2) AND ${holds('relation')}` as CypherText;
