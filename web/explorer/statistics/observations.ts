import { graphql, type ResultOf } from '../api/graphql.ts';
import { entityLink } from '../parts/entity-link.tsx';

/** What a value says in a line: what was measured, where, when, and how much. */
export const measure = graphql(
  `
    fragment Measure on Observation @_unmask {
      __typename
      id
      key
      kind
      comparator
      value
      unit
      rank
      indicator {
        ...EntityLink
      }
      period {
        edtf
        earliest
        latest
      }
      region {
        ...EntityLink
      }
    }
  `,
  [entityLink],
);

/** A value as it is shown. Its evidence is read when a reader asks for it. */
export const observation = graphql(
  `
    fragment Observation on Observation @_unmask {
      ...Measure
      basePeriod {
        edtf
        earliest
        latest
      }
      converted {
        value
        unit
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
  [entityLink, measure],
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
