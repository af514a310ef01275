/** What a proposal is made of. */
import { graphql, type FragmentOf } from '../../api/graphql.ts';
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

export const proposalParts = graphql(
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

export type Proposal = FragmentOf<typeof proposalParts>;
export type End = FragmentOf<typeof end>;
export type Claim = FragmentOf<typeof claim>;
export type Observation = FragmentOf<typeof observation>;
export type ProposedEntity = NonNullable<Proposal['entity']>;
export type EntityType = ProposedEntity['type'];
export type State = Proposal['state'];
