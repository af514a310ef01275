import { graphql, type FragmentOf } from '../api/graphql.ts';
import { placeParts } from './place.ts';

const branch = graphql(
  `
    fragment Branch on Region @_unmask {
      ...PlaceParts
      children {
        totalCount
      }
    }
  `,
  [placeParts],
);

export type Branch = FragmentOf<typeof branch>;

/** The places that lie in no other: the world and the blocs, and what a graph without a world begins with. */
export const roots = graphql(
  `
    query Roots($of: ID!, $isChosen: Boolean!, $asOf: AsOf) {
      regions(
        where: {
          or: [{ level: { in: [WORLD, BLOC] } }, { level: { in: [CONTINENT, SUBREGION, COUNTRY] }, parent: { none: {} } }]
        }
        orderBy: CHILDREN_COUNT_DESC
        first: 100
        asOf: $asOf
      ) {
        edges {
          node {
            ...Branch
          }
        }
      }
    }
  `,
  [branch],
);

/** One level of the tree, a page of it. */
export const branches = graphql(
  `
    query Branches($of: ID!, $isChosen: Boolean!, $asOf: AsOf, $whole: ID!, $after: String) {
      region(id: $whole, asOf: $asOf) {
        id
        key
        children(first: 100, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...Branch
            }
          }
        }
      }
    }
  `,
  [branch],
);

/** Which branches lead to a place. */
export const way = graphql(`
  query WayTo($at: ID!, $asOf: AsOf) {
    region(id: $at, asOf: $asOf) {
      id
      key
      ancestors {
        id
        key
      }
    }
  }
`);
