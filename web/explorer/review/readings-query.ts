import { graphql, type ResultOf } from '../api/graphql.ts';

export const readingsQuery = graphql(`
  query Readings($first: Int!) {
    readingMethods
    readings(first: $first) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          key
          title
          outlet
          date
          language
          author
          readAt
          progress {
            pending
            accepted
            rejected
          }
          publishedAt
        }
      }
    }
  }
`);

export type Readings = ResultOf<typeof readingsQuery>['readings'];
export type ListedReading = Readings['edges'][number]['node'];
export type ReadingMethod = ResultOf<typeof readingsQuery>['readingMethods'][number];
