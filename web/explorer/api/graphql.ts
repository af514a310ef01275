import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.d.ts';

/** An operation or fragment, typed by the schema: a field that does not exist does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; Date: string; DateTime: string; Timestamp: string; EDTF: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
