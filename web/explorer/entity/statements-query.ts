import { graphql, type FragmentOf } from '../api/graphql.ts';
import { claimDetails } from '../parts/claim-details.tsx';
import { entityLink } from '../parts/entity-link.tsx';

/** A claim that is a text, with who and what it is about. */
const statementPage = graphql(
  `
    fragment StatementPage on ClaimConnection @_unmask {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          ...ClaimDetails
          subject {
            ...EntityLink
          }
          object {
            ...EntityLink
          }
          about {
            ...EntityLink
          }
          event {
            ...EntityLink
          }
          saidTo {
            ...EntityLink
          }
        }
      }
    }
  `,
  [claimDetails, entityLink],
);

/** The texts that are claimed of an entity: those that it says, that it said, and that are said of it. */
export const statementsOf = graphql(
  `
    query StatementsOf(
      $id: ID!
      $subject: String
      $asOf: AsOf
      $says: Boolean!
      $by: Boolean!
      $about: Boolean!
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      says: claims(
        asOf: $asOf
        where: { subject: { eq: $subject }, predicate: { in: ["PURPOSE", "PROVIDES", "LISTS_ALL_MEMBERS", "NOTE"] } }
        orderBy: PREDICATE_ASC
        first: $first
        after: $after
        last: $last
        before: $before
      ) @include(if: $says) {
        ...StatementPage
      }
      by: claims(
        asOf: $asOf
        where: { speaker: $id }
        orderBy: SAID_DESC
        first: $first
        after: $after
        last: $last
        before: $before
      ) @include(if: $by) {
        ...StatementPage
      }
      entity(id: $id, asOf: $asOf) {
        id
        key
        statementsAbout(orderBy: SAID_DESC, first: $first, after: $after, last: $last, before: $before) @include(if: $about) {
          ...StatementPage
        }
      }
    }
  `,
  [statementPage],
);

export type Statements = FragmentOf<typeof statementPage>;
