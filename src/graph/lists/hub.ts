/**
 * Lists of hubs. An entity that is related to a large share of all items of a kind has its first page found sooner in the order of an index,
 * where few others are passed over, than among all that it is related to.
 */
import { cypher, type CypherText } from '../query.js';
import type { Filter } from './filter/filter.js';
import { conditionsOf } from './filter/conditions.js';
import type { Keyset, Order } from './order.js';

/** Items in the order of an index, as Cypher. */
export interface IndexOrder {
  /** What they are ordered by, and which way. */
  readonly index: CypherText;
  /** What holds of all that the order can begin with. */
  readonly indexed: CypherText;
  /** That an item is not beyond the one whose key is `end`. */
  readonly reached: CypherText;
  readonly parameters: { readonly steps: number };
}

/** Steps of an index for each item of a page, at most. Statements require one item of 20, since items are not spread evenly. */
const stepsForEach = 40;

/**
 * The order of the index that a page of items called `node` may be found by. None serves counts and values of relations; names of what one agency issues
 * begin alike, so that they are not spread evenly; and items without the property are in no index: they must be the last, or be left out.
 */
export function indexOrder(
  { towards, seek, parameters }: Keyset,
  { property, way, edge }: Order,
  where: Filter = {},
): IndexOrder | undefined {
  if (way !== undefined || edge !== undefined || property === 'name') return undefined;
  if (towards === 'DESC' && seek === 'true' && !mustHave(property, where)) return undefined;
  const key = `node.${property}` as CypherText;
  return {
    index: `${key} ${towards}` as CypherText,
    indexed: cypher`${key} IS NOT NULL AND ${seek}`,
    reached: `${key} ${towards === 'ASC' ? '<=' : '>='} end` as CypherText,
    parameters: { steps: parameters.limit * stepsForEach },
  };
}

/** Whether only items that have a property can pass a filter. */
const mustHave = (property: string, where: Filter): boolean =>
  conditionsOf(where).some((condition) =>
    Object.entries(condition).some(
      ([name, test]) =>
        (name === property || `${name}Earliest` === property) &&
        Object.entries(test as object).some(
          ([operator, operand]) => operand != null && (operator !== 'known' || operand === true),
        ),
    ),
  );
