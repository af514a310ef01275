import { graphql, type FragmentOf } from '../api/graphql.ts';
import { entityLink } from '../parts/entity-link.tsx';

/** What a line needs of a change. */
export const changeLine = graphql(
  `
    fragment ChangeLine on Change @_unmask {
      type
      id
      node {
        __typename
        id
        key
        ...EntityLink
        ... on Claim {
          predicate
          value
          subject {
            __typename
            id
            key
            ...EntityLink
          }
          object {
            ...EntityLink
          }
        }
        ... on Observation {
          indicator {
            ...EntityLink
          }
        }
      }
    }
  `,
  [entityLink],
);

export type LineOfChange = FragmentOf<typeof changeLine>;
