import { graphql, type ResultOf } from '../api/graphql.ts';
import { dateText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import { observation } from '../statistics/observations.ts';

export const timelineOf = graphql(
  `
    query TimelineOf($id: ID!, $asOf: AsOf, $kinds: [TimelineKind!], $first: Int, $after: String, $last: Int, $before: String) {
      entity(id: $id, asOf: $asOf) {
        id
        key
        timeline(kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {
          truncated
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          edges {
            cursor
            node {
              kind
              relationType
              direction
              on {
                ...DateText
              }
              certainty
              lastStatedOn {
                ...DateText
              }
              entities {
                ...EntityLink
              }
              observation {
                ...Observation
              }
              claims(first: 20) {
                id
                key
              }
            }
          }
        }
      }
    }
  `,
  [dateText, entityLink, observation],
);

type Found = NonNullable<ResultOf<typeof timelineOf>['entity']>;
export type TimelineItem = Found['timeline']['edges'][number]['node'];
export type TimelineKind = ReturnType<typeof graphql.scalar<'TimelineKind'>>;

/** In the order of a policy's life. */
export const timelineKinds: readonly TimelineKind[] = [
  'ANNOUNCED',
  'EFFECTIVE',
  'EXPIRED',
  'STARTED',
  'ENDED',
  'EVENT',
  'RELATION_BEGAN',
  'RELATION_ENDED',
  'OBSERVED',
  'PUBLISHED',
  'WRITTEN',
];
