import { graphql, type FragmentOf, type ResultOf } from '../api/graphql.ts';
import { dateText, validityText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import { measure } from '../statistics/observations.ts';
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

/** A claim with what its evidence says, in a line. */
const documentFact = graphql(
  `
    fragment DocumentFact on Claim @_unmask {
      id
      key
      predicate
      value
      subject {
        ...EntityLink
        ...Measure
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
  `,
  [entityLink, measure, validityText],
);

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
              ...DocumentFact
            }
          }
        }
      }
    }
  `,
  [documentFact],
);

export const factQuery = graphql(
  `
    query DocumentFact($id: ID!, $asOf: AsOf) {
      node(id: $id, asOf: $asOf) {
        __typename
        ...DocumentFact
      }
    }
  `,
  [documentFact],
);

export type Source = NonNullable<ResultOf<typeof documentQuery>['document']>;
export type Fact = FragmentOf<typeof documentFact>;
export type Paragraph = NonNullable<NonNullable<ResultOf<typeof paragraphsQuery>['document']>['paragraphs']>[number];
export type Statement = StatementOf<Fact>;
export type Passage = PassageOf<Fact>;
export type Statements = StatementsOf<Fact>;
