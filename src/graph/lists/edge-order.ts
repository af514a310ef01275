/** What the list of a relation field can be ordered by besides its items: the attributes, type, validity and certainty of the relations to them. */
import { certaintyOf } from '../time/as-of.js';
import { cypher, type CypherText } from '../query.js';
import type { EdgeModel } from './filter/edges.js';
import { orderName, type DescribedOrdering } from './order.js';

/** The orders of relations by the name that the API gives them: `BATCH`, `VALID_FROM`. */
export function edgeOrderings({ attributes }: Pick<EdgeModel, 'attributes'>): ReadonlyMap<string, DescribedOrdering> {
  const own = Object.entries(attributes).map(([name, { description }]) =>
    ordering(orderName(name), `relation.${name}` as CypherText, description),
  );
  return new Map([...own, ...common]);
}

const ordering = (name: string, edge: CypherText, description: string): [string, DescribedOrdering] => [
  name,
  { property: `relation ${name}`, edge, description },
];

const common = [
  ordering('TYPE', cypher`type(relation)`, 'Which relation it is.'),
  ordering('VALID_FROM', cypher`relation.fromEarliest`, 'Since when the relation holds.'),
  ordering('VALID_UNTIL', cypher`relation.untilEarliest`, 'Until when the relation holds.'),
  ordering(
    'CERTAINTY',
    `CASE ${certaintyOf('relation')} WHEN 'CERTAIN' THEN 3 WHEN 'PRESUMED' THEN 2 ELSE 1 END` as CypherText,
    'How sure it is that the relation holds.',
  ),
];
