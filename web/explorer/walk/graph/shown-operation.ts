import { gql, type AnyVariables, type TypedDocumentNode } from 'urql';
import type { Operation } from '../../take-along/operation.ts';
import type { Shown } from './shown.ts';

/** How many ids one field takes. */
const idsAtOnce = 100;

/** An operation whose answer has every shown entity: an export of it has these and the relations among them. */
export function shownOperation({ entities }: Shown, asOf: { date: string } | undefined): Operation {
  const ids = [...entities.keys()];
  const slices = Array.from(
    { length: Math.ceil(ids.length / idsAtOnce) },
    (_, index): readonly [name: string, ids: readonly string[]] => [
      `ids${index + 1}`,
      ids.slice(index * idsAtOnce, (index + 1) * idsAtOnce),
    ],
  );
  const declared = slices.map(([name]) => `$${name}: [ID!]!`).join(', ');
  const fields = slices.map(([name]) => `${name}: nodes(ids: $${name}, asOf: $asOf) { ... on Entity { __typename id name } }`);
  const query: TypedDocumentNode<unknown, AnyVariables> = gql(`query Shown($asOf: AsOf, ${declared}) {\n${fields.join('\n')}\n}`);
  return { query, variables: { asOf, ...Object.fromEntries(slices) } };
}
