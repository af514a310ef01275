import { graphql, type ResultOf, type VariablesOf } from '../../api/graphql.ts';
import { proposalParts } from './proposal-parts.ts';

/** What changes as proposals are decided. The version of a reading grows with each decision, and only what changed since a version is asked for. */
const standing = graphql(`
  fragment Standing on Reading @_unmask {
    id
    key
    version
    rules {
      rule
      pending
      acceptedBefore
      rejectedBefore
    }
    publishedAt
    published {
      id
      key
    }
  }
`);

export const readingQuery = graphql(
  `
    query Reading($id: ID!) {
      reading(id: $id) {
        ...Standing
        title
        outlet
        date
        url
        language
        author
        readAt
        text
        document {
          id
        }
        cuts {
          start
          end
          reason
        }
        paragraphs(first: 1000) {
          start
          end
          text
        }
        proposals(first: 1000) {
          ...ProposalParts
        }
      }
    }
  `,
  [standing, proposalParts],
);

/** Proposals and paragraphs of a page; a long text has more. */
export const pageSize = 1_000;

/** What comes after the first pages. */
export const restQuery = graphql(
  `
    query ReadingRest($id: ID!, $after: Int!, $from: Int!) {
      reading(id: $id) {
        key
        paragraphs(first: 1000, from: $from) {
          start
          end
          text
        }
        proposals(first: 1000, after: $after) {
          ...ProposalParts
        }
      }
    }
  `,
  [proposalParts],
);

export const standingQuery = graphql(
  `
    query ReadingStanding($id: ID!, $since: Int!, $after: Int!) {
      reading(id: $id) {
        ...Standing
        proposals(first: 1000, after: $after, changedSince: $since) {
          ...ProposalParts
        }
      }
    }
  `,
  [standing, proposalParts],
);

export const decideProposals = graphql(
  `
    mutation DecideProposals($reading: ID!, $since: Int!, $decisions: [ProposalDecisionInput!]!) {
      decideProposals(reading: $reading, decisions: $decisions) {
        ...Standing
        proposals(first: 1000, changedSince: $since) {
          ...ProposalParts
        }
      }
    }
  `,
  [standing, proposalParts],
);

export const addProposal = graphql(
  `
    mutation AddProposal($reading: ID!, $since: Int!, $proposal: NewProposalInput!) {
      addProposal(reading: $reading, proposal: $proposal) {
        ...Standing
        proposals(first: 1000, changedSince: $since) {
          ...ProposalParts
        }
      }
    }
  `,
  [standing, proposalParts],
);

export type Reading = NonNullable<ResultOf<typeof readingQuery>['reading']>;
export type Rest = NonNullable<ResultOf<typeof restQuery>['reading']>;
export type Standing = NonNullable<ResultOf<typeof standingQuery>['reading']>;
export type Decision = VariablesOf<typeof decideProposals>['decisions'][number];
