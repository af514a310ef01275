import { graphql, type FragmentOf, type ResultOf } from '../api/graphql.ts';
import { dateText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';
import { claimDetails } from '../parts/claim-details.tsx';

/** The properties of every type that has a page here. Enums have an alias that begins with their type, since one field has one type. */
const ownValues = graphql(
  `
    fragment OwnValues on Entity @_unmask {
      ... on Policy {
        policyKind: kind
        documentNumber
        announcedOn {
          ...DateText
        }
        effectiveFrom {
          ...DateText
        }
        effectiveTo {
          ...DateText
        }
        status
        unnamedIssuers
      }
      ... on Program {
        programKind: kind
        startedOn {
          ...DateText
        }
        endedOn {
          ...DateText
        }
      }
      ... on Agency {
        agencyKind: kind
      }
      ... on Organization {
        organizationKind: kind
      }
      ... on Region {
        level
      }
      ... on Event {
        startedOn {
          ...DateText
        }
        endedOn {
          ...DateText
        }
      }
      ... on Indicator {
        indicatorKind: kind
        unit
      }
    }
  `,
  [dateText],
);

/** What the page says first, and what its claimed properties rest on. */
export const entityPage = graphql(
  `
    query EntityPage($id: ID!, $asOf: AsOf) {
      entity(id: $id, asOf: $asOf) {
        ...EntityLink
        description
        names {
          value
          lang
          kind
        }
        identifiers {
          scheme
          value
        }
        ...OwnValues
        relationCounts {
          type
          direction
          count
        }
        claims(
          first: 100
          predicates: [
            "documentNumber"
            "announcedOn"
            "effectiveFrom"
            "effectiveTo"
            "status"
            "unnamedIssuers"
            "startedOn"
            "endedOn"
          ]
        ) {
          predicate
          value
          ...ClaimDetails
        }
      }
    }
  `,
  [entityLink, ownValues, claimDetails],
);

export type EntityData = NonNullable<ResultOf<typeof entityPage>['entity']>;
export type OwnValues = FragmentOf<typeof ownValues>;
