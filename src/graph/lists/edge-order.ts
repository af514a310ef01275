/** What the list of a relation field can be ordered by besides its items: the attributes, type, validity and certainty of the relations to them. */
import { certaintyOf } from '../time/as-of.js';
import { fragment, type Fragment } from '../query.js';
import type { EdgeModel } from './filter/edges.js';
import { orderName, type DescribedOrdering } from './order.js';

/** The orders of relations by the name that the API gives them: `BATCH`, `VALID_FROM`. */
export function edgeOrderings({ attributes }: Pick<EdgeModel, 'attributes'>): ReadonlyMap<string, DescribedOrdering> {
  const own = Object.entries(attributes).map(([name, { description }]) =>
    ordering(orderName(name), `relation.${name}` as Fragment, description),
  );
  return new Map([...own, ...common]);
}

const ordering = (name: string, edge: Fragment, description: string): [string, DescribedOrdering] => [
  name,
  { property: `relation ${name}`, edge, description },
];

const common = [
  ordering('TYPE', fragment`type(relation)`, 'Which relation it is.'),
  ordering('VALID_FROM', fragment`relation.fromEarliest`, 'Since when the relation holds.'),
  ordering('VALID_UNTIL', fragment`relation.untilEarliest`, 'Until when the relation holds.'),
  ordering(
    'CERTAINTY',
    `CASE ${certaintyOf('relation')} WHEN 'CERTAIN' THEN 3 WHEN 'PRESUMED' THEN 2 ELSE 1 END` as Fragment,
    'How sure it is that the relation holds.',
  ),
];
