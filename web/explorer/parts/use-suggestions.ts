import { useQuery } from 'urql';
import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { entityLink } from './entity-link.tsx';
import { useDebounced } from './use-debounced.ts';

const query = graphql(
  `
    query Suggestions($text: String!, $types: [EntityType!], $asOf: AsOf) {
      search(query: $text, types: $types, by: [WORDS], first: 8, asOf: $asOf) {
        edges {
          matchedName
          node {
            ...EntityLink
          }
        }
      }
    }
  `,
  [entityLink],
);

type Found = ResultOf<typeof query>['search']['edges'][number];

/** By whose id the list knows it. */
export type Suggestion = Found & { readonly id: string };
export type EntityTypes = VariablesOf<typeof query>['types'];

export interface Suggestions {
  readonly items: readonly Suggestion[];
  readonly state: 'loading' | 'failed' | 'ready';
}

/** Milliseconds between the last key and the request. */
const pause = 150;

/**
 * What a text may mean, while it is typed. The answer to an earlier text that comes late is dropped; what is shown already stays until the answer to the last text
 * comes, so that the list does not flicker.
 */
export function useSuggestions(text: string, types?: EntityTypes): Suggestions {
  const typed = text.trim();
  const settled = useDebounced(typed, pause);
  const variables = { text: settled, types, asOf: useAsOf() };
  const [{ data, error, fetching }] = useQuery({ query, variables, pause: settled === '' });
  if (typed === '') return { items: [], state: 'ready' };
  const isPending = fetching || typed !== settled;
  if (error !== undefined) return { items: [], state: isPending ? 'loading' : 'failed' };
  const items = data?.search.edges.map((found) => ({ ...found, id: found.node.id }));
  return { items: items ?? [], state: isPending ? 'loading' : 'ready' };
}
