import { graphql, type VariablesOf } from '../api/graphql.ts';

/** Has a text read and kept for review. */
export const proposeClaims = graphql(`
  mutation ProposeClaims($input: ProposeClaimsInput!) {
    proposeClaims(input: $input) {
      id
      key
    }
  }
`);

export type TextInput = VariablesOf<typeof proposeClaims>['input'];
