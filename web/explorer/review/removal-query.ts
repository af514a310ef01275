import { graphql, type ResultOf } from '../api/graphql.ts';
import { changeLine } from '../changes/change-line-query.ts';

/** Takes a document out of the graph, or lists in a dry run what goes with it. */
export const removeDocument = graphql(
  `
    mutation RemoveDocument($document: ID!, $dryRun: Boolean!, $reason: String) {
      removeDocument(document: $document, dryRun: $dryRun, reason: $reason) {
        outcome
        changes(first: 1000) {
          kind
          ...ChangeLine
        }
      }
    }
  `,
  [changeLine],
);

export type RemovalReport = ResultOf<typeof removeDocument>['removeDocument'];

/** Whether the key may: there are methods for editors only. */
export const mayReviewQuery = graphql(`
  query MayReview {
    readingMethods
  }
`);
