import { graphql, type ResultOf } from '../../api/graphql.ts';

/** Lands what is accepted, or says in a dry run what would land. */
export const publishReading = graphql(`
  mutation PublishReading($id: ID!, $dryRun: Boolean!, $reason: String, $lost: [LostClaimInput!]) {
    publishReading(id: $id, dryRun: $dryRun, reason: $reason, lost: $lost) {
      outcome
      changeset {
        id
        key
      }
      changes(first: 1000) {
        kind
      }
    }
  }
`);

export type PublishedReading = ResultOf<typeof publishReading>;
