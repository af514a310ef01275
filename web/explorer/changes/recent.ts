import { graphql, type ResultOf } from '../api/graphql.ts';
import { changeLine } from './change-line-query.ts';

/** The latest changes. Relations are left out: each follows from a claim that is listed. */
export const recentQuery = graphql(
  `
    query RecentChanges($before: String) {
      changes(
        last: 100
        before: $before
        kinds: [
          ENTITY_CREATED
          ENTITY_UPDATED
          ENTITY_MERGED
          ENTITY_RESTORED
          CLAIM_ASSERTED
          CLAIM_RETRACTED
          OBSERVATION_RECORDED
          OBSERVATION_RETRACTED
        ]
      ) {
        cursor
        atEnd
        changes {
          kind
          ...ChangeLine
          cursor
          changeset {
            id
            key
            author
            origin
            reason
            recordedAt
          }
        }
      }
    }
  `,
  [changeLine],
);

export type Change = ResultOf<typeof recentQuery>['changes']['changes'][number];

/** What one changeset changed, by kind. */
export interface ChangesetGroup {
  readonly changeset: NonNullable<Change['changeset']>;
  readonly kinds: readonly { readonly kind: Change['kind']; readonly changes: readonly Change[] }[];
}

/** By changeset, the latest first. */
export function byChangeset(changes: readonly Change[]): readonly ChangesetGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes.toReversed())
    groups.set(change.changeset?.id ?? '', [...(groups.get(change.changeset?.id ?? '') ?? []), change]);
  return [...groups.values()].flatMap((group) => {
    const changeset = group[0]?.changeset;
    if (changeset == null) return [];
    const kinds = [...new Set(group.map(({ kind }) => kind))];
    return [{ changeset, kinds: kinds.map((kind) => ({ kind, changes: group.filter((change) => change.kind === kind) })) }];
  });
}
