import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView, type View } from '../api/use-view.ts';
import { placeParts } from './place.ts';
import { usePlaceVariables, useRegions, type RegionsSearch } from './search.ts';

const query = graphql(
  `
    query RolledUp($of: ID!, $isChosen: Boolean!, $at: ID!, $level: RegionLevel, $first: Int!, $asOf: AsOf) {
      entity(id: $of, asOf: $asOf) {
        id
        key
        ... on Program {
          regions(within: $at, rollUpTo: $level, level: $level, first: $first) {
            totalCount
            edges {
              node {
                ...PlaceParts
              }
            }
          }
        }
        ... on Policy {
          regions(within: $at, rollUpTo: $level, level: $level, first: $first) {
            totalCount
            edges {
              node {
                ...PlaceParts
              }
            }
          }
        }
      }
    }
  `,
  [placeParts],
);

type Level = NonNullable<RegionsSearch['level']>;

/** The regions of one level in the place that are covered or hold what is: the first of them, and how many there are. */
export function useRolledUp(level: Level, first: number): View<ResultOf<typeof query>> {
  const { at } = useRegions();
  return useView(query, { ...usePlaceVariables(), at, level: level === 'LISTED' ? undefined : level, first });
}

/** Those of an answer; none where the entity covers nothing by its kind. */
export function rolledUpIn({ entity }: ResultOf<typeof query>) {
  return entity !== null && 'regions' in entity
    ? { total: entity.regions.totalCount, places: entity.regions.edges.map(({ node }) => node) }
    : { total: 0, places: [] };
}
