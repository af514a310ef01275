import { graphql, type ResultOf, type VariablesOf } from '../../api/graphql.ts';
import { entityLink } from '../../parts/entity-link.tsx';
import type { publishReading } from './publish-query.ts';

/** What became of the claims of a document that is read again. */
export const rereadQuery = graphql(
  `
    query Reread($id: ID!) {
      reading(id: $id) {
        id
        key
        reread(first: 500) {
          state
          passages {
            suggestion {
              start
              end
            }
          }
          claim {
            id
            key
            predicate
            value
            subject {
              __typename
              ...EntityLink
            }
            object {
              ...EntityLink
            }
          }
        }
      }
    }
  `,
  [entityLink],
);

export type Reread = NonNullable<ResultOf<typeof rereadQuery>['reading']>['reread'][number];
export type LostClaim = NonNullable<VariablesOf<typeof publishReading>['lost']>[number];
