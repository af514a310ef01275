import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { dateText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import { heldEdge } from '../parts/held-relation.ts';

/** When what is at the other end began, by its own account. */
const ownDate = graphql(
  `
    fragment OwnDate on Entity @_unmask {
      ... on Policy {
        announcedOn {
          ...DateText
        }
      }
      ... on Program {
        startedOn {
          ...DateText
        }
      }
      ... on Event {
        startedOn {
          ...DateText
        }
      }
      ... on Document {
        publishedOn {
          ...DateText
        }
        writtenOn {
          ...DateText
        }
      }
    }
  `,
  [dateText],
);

/** A page of the facts of one relation. */
export const relationsOf = graphql(
  `
    query RelationsOf(
      $id: ID!
      $asOf: AsOf
      $types: [RelationType!]
      $direction: Direction!
      $where: EntityFilter
      $certainty: [Certainty!]
      $orderBy: EntityRelationOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      entity(id: $id, asOf: $asOf) {
        id
        key
        relations(
          types: $types
          direction: $direction
          where: $where
          certainty: $certainty
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          totalCount
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          edges {
            cursor
            type
            ...HeldEdge
            claims(first: 50) {
              id
              key
            }
            node {
              ...EntityLink
              ...OwnDate
            }
          }
        }
      }
    }
  `,
  [heldEdge, entityLink, ownDate],
);

export type RelationsVariables = VariablesOf<typeof relationsOf>;
export type Relations = NonNullable<ResultOf<typeof relationsOf>['entity']>['relations'];
export type Relation = Relations['edges'][number];
