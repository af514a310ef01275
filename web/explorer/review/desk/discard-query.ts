import { graphql } from '../../api/graphql.ts';

/** Takes a reading away with what was decided on it. */
export const discardReading = graphql(`
  mutation DiscardReading($id: ID!) {
    discardReading(id: $id)
  }
`);
