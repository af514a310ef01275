import { graphql, type ResultOf } from '../../api/graphql.ts';

/** Lands what is accepted, or says in a dry run what would land. */
export const publishReading = graphql(`
  mutation PublishReading($id: ID!, $dryRun: Boolean!, $reason: String) {
    publishReading(id: $id, dryRun: $dryRun, reason: $reason) {
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

export type PublishReport = ResultOf<typeof publishReading>['publishReading'];
