/** What the graph asks of the service. */
import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { entityLink } from '../parts/entity-link.tsx';

/** A page of what an entity is related to, and how much each of those is related to. */
export const neighbours = graphql(
  `
    query Neighbours($id: ID!, $asOf: AsOf, $types: [EntityType!]!, $relations: [RelationType!], $first: Int!, $after: String) {
      entity(id: $id, asOf: $asOf) {
        ...EntityLink
        relations(first: $first, after: $after, types: $relations, where: { type: $types }) {
          totalCount
          pageInfo {
            endCursor
            hasNextPage
          }
          edges {
            relationId
            direction
            type
            certainty
            validity {
              from {
                edtf
              }
              until {
                edtf
              }
            }
            node {
              ...EntityLink
              relations(first: 1, types: $relations, where: { type: $types }) {
                totalCount
              }
            }
          }
        }
      }
    }
  `,
  [entityLink],
);

/** How two entities are connected. */
export const connections = graphql(
  `
    query Connections($from: ID!, $to: ID!, $hops: Int!, $relations: [RelationType!], $first: Int!, $asOf: AsOf) {
      paths(from: $from, to: $to, maxHops: $hops, types: $relations, first: $first, asOf: $asOf) {
        hops
        certainty
        nodes {
          ...EntityLink
        }
        relations {
          id
          key
          type
          certainty
          validity {
            from {
              edtf
            }
            until {
              edtf
            }
          }
          from {
            id
            key
          }
          to {
            id
            key
          }
        }
      }
    }
  `,
  [entityLink],
);

export type Neighbours = NonNullable<ResultOf<typeof neighbours>['entity']>;
export type Neighbour = Neighbours['relations']['edges'][number];
export type Connection = ResultOf<typeof connections>['paths'][number];
export type EntityType = VariablesOf<typeof neighbours>['types'][number];
export type RelationType = Neighbour['type'];
export type Certainty = Neighbour['certainty'];
