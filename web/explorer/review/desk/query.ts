import { graphql, type FragmentOf, type ResultOf, type VariablesOf } from '../../api/graphql.ts';
import { entityLink } from '../../parts/entity-link.tsx';

const end = graphql(
  `
    fragment ProposedEndParts on ProposedEnd @_unmask {
      id
      name
      isNew
      node {
        ...EntityLink
      }
    }
  `,
  [entityLink],
);

const claim = graphql(
  `
    fragment ProposedClaimParts on ProposedClaim @_unmask {
      subject {
        ...ProposedEndParts
      }
      predicate
      object {
        ...ProposedEndParts
      }
      value
      qualifiers {
        name
        value
      }
      from
      until
      about {
        ...ProposedEndParts
      }
      attributedTo {
        ...ProposedEndParts
      }
      event {
        ...ProposedEndParts
      }
      saidOn
      saidTo {
        ...ProposedEndParts
      }
    }
  `,
  [end],
);

const observation = graphql(
  `
    fragment ProposedObservationParts on ProposedObservation @_unmask {
      indicator {
        ...ProposedEndParts
      }
      about {
        ...ProposedEndParts
      }
      region {
        ...ProposedEndParts
      }
      period
      value
      unit
      comparator
      kind
      basePeriod
      rank
      rankedIn {
        ...ProposedEndParts
      }
      reportedBy {
        ...ProposedEndParts
      }
      attributedTo {
        ...ProposedEndParts
      }
      convertedValue
      convertedUnit
    }
  `,
  [end],
);

const proposal = graphql(
  `
    fragment ProposalParts on Proposal @_unmask {
      id
      state
      version
      decidedBy
      isCorrected
      rule
      confidence
      why
      passages {
        start
        end
        summary
        supports
        text
      }
      choices {
        field
        candidates {
          entity {
            ...EntityLink
          }
          reasons
        }
      }
      entity {
        id
        type
        description
        names {
          value
          lang
          kind
        }
        properties {
          name
          value
        }
      }
      claim {
        ...ProposedClaimParts
      }
      observation {
        ...ProposedObservationParts
      }
    }
  `,
  [claim, observation, entityLink],
);

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
  [standing, proposal],
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
  [proposal],
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
  [standing, proposal],
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
  [standing, proposal],
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
  [standing, proposal],
);

export type Reading = NonNullable<ResultOf<typeof readingQuery>['reading']>;
export type Rest = NonNullable<ResultOf<typeof restQuery>['reading']>;
export type Standing = NonNullable<ResultOf<typeof standingQuery>['reading']>;
export type Proposal = FragmentOf<typeof proposal>;
export type End = FragmentOf<typeof end>;
export type Claim = FragmentOf<typeof claim>;
export type Observation = FragmentOf<typeof observation>;
export type ProposedEntity = NonNullable<Proposal['entity']>;
export type EntityType = ProposedEntity['type'];
export type State = Proposal['state'];
export type Decision = VariablesOf<typeof decideProposals>['decisions'][number];
