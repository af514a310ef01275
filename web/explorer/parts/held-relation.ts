import { graphql, type FragmentOf } from '../api/graphql.ts';
import { dateText, validityText } from './date-text.tsx';

/** When a relation holds as of a day, and with which attributes. */
export const heldRelation = graphql(held('HeldRelation', 'Relation'), [validityText, dateText]);

/** The same of an edge of `relations`, whose type has these fields too, without a common interface. */
export const heldEdge = graphql(held('HeldEdge', 'EntityRelationsEdge'), [validityText, dateText]);

function held<const Name extends string, const Type extends string>(name: Name, type: Type) {
  return `fragment ${name} on ${type} @_unmask {
    certainty
    validity { ...ValidityText }
    lastStatedOn { ...DateText }
    attributes { name value }
  }` as const;
}

export type HeldRelation = FragmentOf<typeof heldRelation>;
