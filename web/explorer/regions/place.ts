import { graphql, type FragmentOf } from '../api/graphql.ts';
import { dateText, validityText } from '../parts/date-text.tsx';
import { entityLink } from '../parts/entity-link.tsx';

/** How many of the regions through which a place is covered are named. */
export const namedRegions = 6;

/** Whether the chosen policy or program covers a place, and through what. */
const coverageParts = graphql(
  `
    fragment CoverageParts on Coverage @_unmask {
      status
      statedOn {
        ...DateText
      }
      via(first: 7) {
        node {
          ...EntityLink
        }
        certainty
        validity {
          ...ValidityText
        }
        lastStatedOn {
          ...DateText
        }
      }
    }
  `,
  [entityLink, dateText, validityText],
);

/** A place in a list: its coverage where a policy or program is chosen, else how many hold there. */
export const placeParts = graphql(
  `
    fragment PlaceParts on Region @_unmask {
      ...EntityLink
      level
      coverage(by: $of) @include(if: $isChosen) {
        ...CoverageParts
      }
      programs(scope: ANY) @skip(if: $isChosen) {
        totalCount
      }
      policies(scope: ANY) @skip(if: $isChosen) {
        totalCount
      }
    }
  `,
  [entityLink, coverageParts],
);

export type Place = FragmentOf<typeof placeParts>;
export type Coverage = FragmentOf<typeof coverageParts>;
export type CoverageStatus = Coverage['status'];

/** How many policies and programs hold in a place. */
export const heldIn = ({ programs, policies }: Place): number => (programs?.totalCount ?? 0) + (policies?.totalCount ?? 0);
