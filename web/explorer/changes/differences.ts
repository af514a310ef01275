import { graphql, type ResultOf } from '../api/graphql.ts';
import { entityLink } from '../parts/entity-link.tsx';
import { claimEvidence } from '../parts/evidence.tsx';
import { heldRelation } from '../parts/held-relation.ts';

export const differencesQuery = graphql(
  `
    query Differences($about: ID!, $from: Date!, $to: Date!, $after: String) {
      entity(id: $about) {
        ...EntityLink
      }
      differences(about: $about, from: $from, to: $to, first: 50, after: $after) {
        totalCount
        truncated
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            change
            relation {
              id
              key
              type
              from {
                ...EntityLink
              }
              to {
                ...EntityLink
              }
              ...HeldRelation
              claims(first: 5) {
                ...ClaimEvidence
              }
            }
            before {
              id
              key
              ...HeldRelation
            }
          }
        }
      }
    }
  `,
  [entityLink, heldRelation, claimEvidence],
);

export type Difference = ResultOf<typeof differencesQuery>['differences']['edges'][number]['node'];

/** Differences of one kind and one relation, seen from the entity that they are about. */
export interface Group {
  readonly change: Difference['change'];
  readonly type: Difference['relation']['type'];
  readonly direction: 'OUT' | 'IN';
  readonly differences: readonly Difference[];
}

const order: readonly Difference['change'][] = ['BEGAN', 'ENDED', 'CHANGED'];

/** What began first, then what ended and what changed; the relations in the order of their first difference. */
export function grouped(differences: readonly Difference[], about: string): readonly Group[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = [difference.change, difference.relation.type, directionOf(difference, about)].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  const all = [...groups.values()].map((group) => groupOf(group, about));
  return order.flatMap((change) => all.filter((group) => group.change === change));
}

function groupOf(differences: readonly Difference[], about: string): Group {
  const [first] = differences as readonly [Difference];
  return { change: first.change, type: first.relation.type, direction: directionOf(first, about), differences };
}

const directionOf = ({ relation }: Difference, about: string) => (relation.from.id === about ? 'OUT' : 'IN');
