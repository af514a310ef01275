import { graphql, type FragmentOf } from '../api/graphql.ts';
import { dateText, validityText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import { claimEvidence } from '../parts/evidence.tsx';

const parts = [entityLink, validityText, dateText, claimEvidence] as const;

const program = graphql(heldEdge('HeldProgram', 'RegionProgramsEdge'), parts);
const policy = graphql(heldEdge('HeldPolicy', 'RegionPoliciesEdge'), parts);

/** Edges of two types have these fields, and no interface that a fragment could be on. */
function heldEdge<const Name extends string, const Type extends string>(name: Name, type: Type) {
  return `fragment ${name} on ${type} @_unmask {
    node { ...EntityLink }
    via { ...EntityLink }
    certainty
    validity { ...ValidityText }
    lastStatedOn { ...DateText }
    claims(first: 5) { ...ClaimEvidence }
  }` as const;
}

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
