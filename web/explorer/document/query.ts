import { graphql, type ResultOf } from '../api/graphql.ts';
import { dateText, validityText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import type { PassageOf, StatementOf, StatementsOf } from './passages.ts';

export const documentQuery = graphql(
  `
    query Document($id: ID!, $asOf: AsOf) {
      document(id: $id, asOf: $asOf) {
        ...EntityLink
        description
        publisher
        language
        url
        sha256
        citedSource
        publishedOn {
          ...DateText
        }
        writtenOn {
          ...DateText
        }
        citedOn {
          ...DateText
        }
        paragraphs(first: 1) {
          start
        }
        facts(first: 1) {
          totalCount
        }
      }
    }
  `,
  [entityLink, dateText],
);

export const paragraphsQuery = graphql(`
  query Paragraphs($id: ID!, $asOf: AsOf, $from: Int!, $first: Int!) {
    document(id: $id, asOf: $asOf) {
      id
      key
      paragraphs(from: $from, first: $first) {
        start
        end
        text
      }
    }
  }
`);

export const factsQuery = graphql(
  `
    query DocumentFacts($id: ID!, $asOf: AsOf, $after: String) {
      document(id: $id, asOf: $asOf) {
        id
        key
        facts(first: 100, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              key
              predicate
              value
              subject {
                ...EntityLink
                ... on Observation {
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
                  region {
                    ...EntityLink
                  }
                  period {
                    ...DateText
                  }
                }
              }
              object {
                ...EntityLink
              }
              validity {
                ...ValidityText
              }
              attributedTo {
                ...EntityLink
              }
              evidence {
                summary
                record
                supports
                verification
                locator {
                  start
                  end
                }
                document {
                  id
                  key
                }
              }
            }
          }
        }
      }
    }
  `,
  [entityLink, dateText, validityText],
);

export type Source = NonNullable<ResultOf<typeof documentQuery>['document']>;
export type Fact = NonNullable<ResultOf<typeof factsQuery>['document']>['facts']['edges'][number]['node'];
export type Paragraph = NonNullable<NonNullable<ResultOf<typeof paragraphsQuery>['document']>['paragraphs']>[number];
export type Statement = StatementOf<Fact>;
export type Passage = PassageOf<Fact>;
export type Statements = StatementsOf<Fact>;
