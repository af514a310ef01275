import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.d.ts';

/** A string of one kind: the compiler does not take another kind, or any string, for it. */
type Branded<Name extends string> = string & { readonly __brand: Name };

/** A day, such as "2024-02-05". */
export type Day = Branded<'Day'>;
/** An instant, such as "2024-02-05T12:00:00Z". */
export type Instant = Branded<'Instant'>;
/** A date that may be vague: "2019", "2024-02", "[2019-04-21..2019-04-30]". */
export type Edtf = Branded<'Edtf'>;

/** An operation, typed by the schema: code that reads an unknown field of it does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; Date: Day; DateTime: Instant; EDTF: Edtf };
}>();
