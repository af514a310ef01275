import { graphql, type ResultOf } from '../api/graphql.ts';
import { entityLink } from '../parts/entity-link.tsx';

/** A value as it is shown. Its evidence is read when a reader asks for it. */
export const observation = graphql(
  `
    fragment Observation on Observation @_unmask {
      id
      key
      kind
      comparator
      value
      unit
      rank
      indicator {
        ...EntityLink
        kind
      }
      period {
        edtf
        earliest
        latest
      }
      basePeriod {
        edtf
        earliest
        latest
      }
      converted {
        value
        unit
      }
      region {
        ...EntityLink
      }
      rankedIn {
        ...EntityLink
      }
      about {
        ...EntityLink
      }
      reportedBy {
        ...EntityLink
      }
    }
  `,
  [entityLink],
);

export const observationsOf = graphql(
  `
    query Observations($entity: ID!, $asOf: AsOf, $after: String) {
      entity(id: $entity, asOf: $asOf) {
        id
        key
        observations(first: 100, after: $after, orderBy: PERIOD_ASC) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...Observation
            }
          }
        }
      }
    }
  `,
  [observation],
);

export type Observation = ResultOf<typeof observation>;
