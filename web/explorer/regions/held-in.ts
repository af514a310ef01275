import { graphql, type FragmentOf } from '../api/graphql.ts';
import { dateText, validityText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import { claimEvidence } from '../parts/evidence.tsx';

const program = graphql(
  `
    fragment HeldProgram on RegionProgramsEdge @_unmask {
      node {
        ...EntityLink
      }
      via {
        ...EntityLink
      }
      certainty
      validity {
        ...ValidityText
      }
      lastStatedOn {
        ...DateText
      }
      claims(first: 5) {
        ...ClaimEvidence
      }
    }
  `,
  [entityLink, validityText, dateText, claimEvidence],
);

const policy = graphql(
  `
    fragment HeldPolicy on RegionPoliciesEdge @_unmask {
      node {
        ...EntityLink
      }
      via {
        ...EntityLink
      }
      certainty
      validity {
        ...ValidityText
      }
      lastStatedOn {
        ...DateText
      }
      claims(first: 5) {
        ...ClaimEvidence
      }
    }
  `,
  [entityLink, validityText, dateText, claimEvidence],
);

export const heldQuery = graphql(
  `
    query HeldIn($place: ID!, $asOf: AsOf) {
      region(id: $place, asOf: $asOf) {
        ...EntityLink
        programs(scope: ANY, first: 50) {
          totalCount
          edges {
            ...HeldProgram
          }
        }
        policies(scope: ANY, first: 50) {
          totalCount
          edges {
            ...HeldPolicy
          }
        }
      }
    }
  `,
  [entityLink, program, policy],
);

export type Held = FragmentOf<typeof program> | FragmentOf<typeof policy>;
